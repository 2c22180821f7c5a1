import type { Engine, Frame, Opened } from "../../sim/contract.ts";
import type { App } from "../app.ts";
import type { EngineHost } from "../requests.ts";
import type { Places } from "../stage/places.ts";
import type { Settings } from "../store.ts";
import { Worlds } from "../worlds.ts";
import type { Question } from "./state.ts";

/** One world of a comparison in two options, played side by side on the same places. */

export interface Side {
  readonly opened: Opened;
  readonly places: Places;
}

export interface Pair {
  readonly sides: readonly [Side, Side];
  readonly frames: readonly [Frame, Frame];
}

/** Settings of an arm; the one after the last option is "no programme". */
export function settingsOfArm({ base, months, firms, options }: Question, arm: number): Settings {
  const own: Settings = options[arm]?.changes ?? { "brokers.count": 0 };
  return { ...base, months, "firms.count": firms, ...own };
}

/** Two engines that open the same seed; frames come month by month, both or none. */
export class Staging {
  private readonly hosts: readonly [EngineHost, EngineHost];
  private readonly worlds: Worlds;
  private sides: readonly [Side, Side] | null = null;
  private turn = 0;

  constructor(app: App) {
    const { startEngine, layOut } = app.outside;
    this.hosts = [startEngine(), startEngine()];
    this.worlds = new Worlds(layOut, () => undefined);
  }

  /** @returns null where another world was asked for meanwhile */
  async open(question: Question, arms: readonly [number, number], seed: string): Promise<readonly [Side, Side] | null> {
    const turn = ++this.turn;
    const sides: Side[] = [];
    for (const k of [0, 1] as const) {
      const { scenario, document } = question;
      const settings = settingsOfArm(question, arms[k]);
      const key = { scenario, seed, settings, changes: [], ...(document && { document }) };
      const opening = await this.worlds.open(this.hosts[k].engine, key);
      if (turn !== this.turn) return null;
      if (!opening.ok) throw new Error(opening.problems.map(({ path, expected }) => `${path}: ${expected}`).join("; "));
      sides.push({ opened: opening.world.opened, places: opening.world.places });
    }
    return (this.sides = [sides[0], sides[1]]);
  }

  /** Both worlds at the end of a month; null where another world was asked for meanwhile. */
  async at(month: number): Promise<Pair | null> {
    const { sides, turn } = this;
    if (sides === null) return null;
    const ask = ({ engine }: { readonly engine: Engine }): Promise<Frame> => engine.frame(month);
    const [first, second] = await Promise.all(this.hosts.map(ask));
    return turn === this.turn ? { sides, frames: [first, second] } : null;
  }

  stop(): void {
    this.turn += 1;
    for (const host of this.hosts) host.stop();
  }
}
