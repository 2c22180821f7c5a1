import type { Frame, Story } from "../../sim/contract.ts";
import { countTies } from "./ties.ts";

/** Counts of every sign on the stage, for the key. */
export interface Census {
  readonly contributes: number;
  readonly freeRides: number;
  readonly idle: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly betrayed: number;
  readonly forming: number;
  readonly pilot: number;
  readonly strategic: number;
  readonly selfManaged: number;
  readonly dormant: number;
  readonly atWork: number;
  readonly left: number;
}

export function censusOf(frame: Frame, story: Story | null): Census {
  const conduct = [0, 0, 0, 0];
  for (const code of frame.conduct) conduct[code] += 1;
  const phase = [0, 0, 0, 0, 0, 0];
  for (const code of frame.networks.phase) phase[code] += 1;
  const ties = countTies(frame);
  const atWork = frame.brokers.reduce((sum, flag) => sum + flag, 0);
  // Brokers are planned from the first month on; they have left only once they have come.
  const bar = story?.programme.find(({ kind }) => kind === "brokers");
  const hasBegun = bar !== undefined && frame.month >= bar.from;
  return {
    contributes: conduct[2],
    freeRides: conduct[3],
    idle: conduct[1],
    low: ties.trust[0],
    middle: ties.trust[1],
    high: ties.trust[2],
    betrayed: ties.betrayed,
    forming: phase[0],
    pilot: phase[1],
    strategic: phase[2],
    selfManaged: phase[3],
    dormant: phase[4],
    atWork,
    left: hasBegun ? frame.brokers.length - atWork : 0,
  };
}
