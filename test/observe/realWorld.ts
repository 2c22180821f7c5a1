import type { MainMemory } from "../../sim/observe/index.ts";
import { note, remember } from "../../sim/observe/index.ts";
import type { Value } from "../../sim/kernel/params.ts";
import { playMonth } from "../../sim/kernel/mechanism.ts";
import { Random } from "../../sim/kernel/random.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import type { RegionPlan, SectorPlan } from "../../sim/world/regions.ts";
import type { Rules } from "../../sim/world/rules.ts";
import { WORLD_GROUPS } from "../../sim/world/rules.ts";
import { makeWorld } from "../../sim/world/setup.ts";
import type { World } from "../../sim/world/world.ts";
import honduras from "../../scenarios/honduras.json" with { type: "json" };

interface Played {
  readonly world: World;
  readonly memory: MainMemory;
  readonly settings: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** Plays on to the end of a month. */
  playTo(month: number): void;
}

/** Honduras with some settings changed, played by the model itself and noted by the recorder. */
export function openHonduras(seed: string, changes: Readonly<Record<string, Value>> = {}): Played {
  const settings: Record<string, Record<string, Value>> = {};
  for (const { id, params } of [...WORLD_GROUPS, ...SCHEDULE]) {
    const own = (settings[id] ??= {});
    for (const [name, parameter] of Object.entries(params)) own[name] = parameter.start;
  }
  for (const [path, value] of Object.entries({ ...honduras.settings, ...changes })) {
    const dot = path.indexOf(".");
    settings[path.slice(0, dot)][path.slice(dot + 1)] = value;
  }
  const random = new Random(seed);
  const regions: readonly RegionPlan[] = honduras.regions;
  const sectors: readonly SectorPlan[] = honduras.sectors;
  const rules = settings as unknown as Rules;
  const world = makeWorld({ rules, forced: new Set(), regions, sectors, random, observed: true });
  const memory = remember(world);
  return {
    world,
    memory,
    settings,
    playTo(month) {
      while (world.month < month) {
        playMonth(world, SCHEDULE, settings, random);
        note(memory, world);
      }
    },
  };
}
