import { bcaInterval } from "../../sim/experiment/statistics/bootstrap.ts";
import { summarise } from "../../sim/experiment/statistics/summary.ts";
import { Random } from "../../sim/kernel/random.ts";

/** How often intervals hold what they say. */
export const TRIALS = 1000;
export const N = 30;

/** Values of one trial, by a sampler of a number in [0, 1). */
export function drawn(purpose: string, trial: number, n: number, sampler: (share: number) => number): number[] {
  const stream = new Random("intervals").stream(purpose, trial);
  return Array.from({ length: n }, (_, at) => sampler(stream.uniform(0, at)));
}

interface Coverage {
  readonly t: number;
  readonly bca: number;
}

/** Shares of trials whose interval has the true mean in it. */
export function coverage(samples: (trial: number) => readonly number[], truth: number): Coverage {
  let [t, bca] = [0, 0];
  for (let trial = 0; trial < TRIALS; trial++) {
    const values = samples(trial);
    const holds = ({ low, high }: { low: number | null; high: number | null }) =>
      low !== null && high !== null && low <= truth && truth <= high;
    if (holds(summarise(values))) t += 1;
    if (holds(bcaInterval(values))) bca += 1;
  }
  return { t: t / TRIALS, bca: bca / TRIALS };
}
