import type { Value } from "../../sim/contract.ts";
import type { MainMemory, RunPlan, World } from "../../sim/index.ts";
import { Run } from "../../sim/index.ts";
import { planOf, worldOf } from "../worlds.ts";

interface Played {
  readonly world: World;
  readonly memory: MainMemory;
  readonly settings: RunPlan["settings"];
  /** Plays on to the end of a month. */
  playTo(month: number): void;
}

/** Honduras with some settings changed, played by the model and noted by its recorder. */
export function openHonduras(seed: string, settings: Record<string, Value> = {}): Played {
  const run = new Run({ ...planOf("honduras", settings), seed });
  return {
    world: worldOf(run),
    memory: run.memory as MainMemory,
    settings: run.plan.settings,
    playTo: (month) => run.playTo(month),
  };
}
