import type { Engine, Opened, Problem, Value } from "../sim/contract.ts";
import { WATCHED } from "./charted.ts";
import type { LayOut, Places } from "./stage/places.ts";
import { layoutRequest, mapRequest } from "./stage/places.ts";
import type { Arrival, OpenWorld, Settings, WorldKey } from "./store.ts";

/** Settings that decide which firms there are and where: with another value, another layout. */
const PLACE_SETTINGS: readonly string[] = ["firms.count", "region.count", "region.radius", "months", "seed"];
const KEPT = 6;

/** What is the same for a scenario, seed and size, whatever the levers say. */
interface Ground {
  readonly places: Places;
  readonly map: Places;
  readonly start: Settings;
}

export type Opening =
  | { readonly ok: true; readonly world: OpenWorld }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** What the engine holds now. */ readonly holds: "before" | "start";
    };

/** Opens worlds so that firms keep their places: the layout is that of the scenario's own course, made once. */
export class Worlds {
  private readonly grounds = new Map<string, Ground>();

  /** @param onArrival is told of a new region before its whole course is known, so that something can be shown */
  constructor(
    private readonly layOut: LayOut,
    private readonly onArrival: (arrival: Arrival) => void,
  ) {}

  async open(engine: Engine, key: WorldKey): Promise<Opening> {
    const own: Record<string, Value> = {};
    for (const path of PLACE_SETTINGS) if (Object.hasOwn(key.settings, path)) own[path] = key.settings[path];
    if (key.seed !== undefined) own["seed"] = key.seed;
    const scenario = key.document ?? key.scenario;
    const groundKey = JSON.stringify([scenario, own]);
    const changes = key.changes.length > 0 || Object.keys(key.settings).some((path) => !PLACE_SETTINGS.includes(path));
    let ground = this.grounds.get(groundKey);
    let opened: Opened | undefined;
    const isNew = ground === undefined;
    if (ground === undefined) {
      const reply = await engine.open({ scenario, settings: own, watch: WATCHED });
      if (!reply.ok) return { ok: false, problems: reply.problems, holds: "before" };
      opened = reply.value;
      const map = await this.layOut(mapRequest(opened), "map");
      this.onArrival({ opened, map, frame: await engine.frame(0) });
      const request = layoutRequest(opened, await engine.union(), (await engine.story(opened.months)).networks);
      ground = { places: await this.layOut(request, "network"), map, start: opened.settings };
      this.keep(groundKey, ground);
    }
    if (opened === undefined || changes) {
      const reply = await engine.open({
        scenario,
        settings: { ...key.settings, ...own },
        changes: key.changes,
        watch: WATCHED,
      });
      if (!reply.ok) return { ok: false, problems: reply.problems, holds: isNew ? "start" : "before" };
      opened = reply.value;
    }
    return { ok: true, world: { key, opened, ...ground } };
  }

  private keep(key: string, ground: Ground): void {
    this.grounds.set(key, ground);
    const oldest = this.grounds.keys().next().value;
    if (this.grounds.size > KEPT && oldest !== undefined) this.grounds.delete(oldest);
  }
}
