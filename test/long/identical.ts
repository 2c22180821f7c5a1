import { welch } from "../../sim/experiment/statistics/independent.ts";
import { difference } from "../../sim/experiment/statistics/summary.ts";
import { smallWorld } from "./smallWorld.ts";

/** Two options that are the same: how often they differ clearly on worlds of their own, and on the same worlds. */

/** Measures that vary in worlds as small as these. */
const IDS = ["trust.neighbours", "trust.population", "ties.density"] as const;
const [WORLDS, MONTHS, FIRMS] = [10, 6, 40];
const CHANCE = 0.05;

export interface Count {
  readonly id: string;
  /** Trials in which the two differ at 5 %. */
  readonly apart: number;
  readonly paired: number;
}

/** Ten worlds an option and trial. The paired option is played once more, since the same seed must be the same world. */
export function identicalOptions(trials: number, isAgain: (trial: number) => boolean): Count[] {
  const counts = IDS.map((id) => ({ id, apart: 0, paired: 0 }));
  for (let trial = 0; trial < trials; trial++) {
    const arm = (name: string) =>
      Array.from({ length: WORLDS }, (_, r) => smallWorld(`${name}/${trial}/${r + 1}`, MONTHS, FIRMS));
    const [a, b] = [arm("a"), arm("b")];
    const again = isAgain(trial) ? arm("a") : a;
    for (const count of counts) {
      const [ours, theirs, twins] = [a, b, again].map((worlds) => worlds.map((measures) => measures[count.id] ?? NaN));
      if ((welch(ours, theirs)?.p ?? 1) < CHANCE) count.apart += 1;
      if ((difference(ours, twins).p ?? 1) < CHANCE || ours.some((value, r) => value !== twins[r])) count.paired += 1;
    }
  }
  return counts;
}
