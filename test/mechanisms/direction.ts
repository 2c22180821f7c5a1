import type { Value } from "../../sim/contract.ts";
import { runOf } from "../worlds.ts";

/** The same worlds with and without a change, seed by seed. */
const SEEDS = ["1", "2", "3", "4", "5", "6"];

/** Student's t of the paired difference of a measure between worlds with a change and worlds without. */
export function effectOf(
  measure: string,
  scenario: string,
  months: number,
  common: Record<string, Value>,
  change: Record<string, Value>,
): number {
  const differences = SEEDS.map((seed) => {
    const [without, changed] = [{}, change].map((more) => {
      const run = runOf(scenario, { ...common, ...more, seed });
      run.playTo(months);
      return run.measure(measure) as number;
    });
    return changed - without;
  });
  const n = differences.length;
  const mean = differences.reduce((sum, each) => sum + each, 0) / n;
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1);
  return mean / Math.sqrt(variance / n);
}
