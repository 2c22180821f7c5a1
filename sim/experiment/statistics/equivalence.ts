import { mean, sampleStandardDeviation } from "simple-statistics";
import { criticalT, oneSided } from "./student.ts";

/** Whether a difference is small enough not to matter, which "not beyond chance" does not say. */
export interface Equivalence {
  /** Pairs of worlds. */
  readonly n: number;
  /** The 90 % interval of the mean difference: inside the margins at 5 % (Schuirmann 1987). */
  readonly low: number | null;
  readonly high: number | null;
  /** The larger p of the two one-sided tests, or the p of the one that was asked for; null below two pairs. */
  readonly p: number | null;
  /** Whether it is shown at 5 %. */
  readonly isShown: boolean;
}

const CHANCE = 0.05;

function judged(
  gaps: readonly number[],
  chanceOf: (middle: number, error: number, degrees: number) => number,
): Equivalence {
  const n = gaps.length;
  if (n < 2) return { n, low: null, high: null, p: null, isShown: false };
  const middle = mean([...gaps]);
  const error = sampleStandardDeviation([...gaps]) / Math.sqrt(n);
  const reach = criticalT(2 * CHANCE, n - 1) * error;
  const p = chanceOf(middle, error, n - 1);
  return { n, low: middle - reach, high: middle + reach, p, isShown: p < CHANCE };
}

/** One-sided p that the mean lies above a bound; certain where nothing varies. */
function above(bound: number, middle: number, error: number, degrees: number): number {
  if (error === 0) return middle > bound ? 0 : 1;
  return oneSided((middle - bound) / error, degrees);
}

/** Whether the mean of paired differences lies within plus or minus the margin: two one-sided t tests. */
export function equivalent(gaps: readonly number[], margin: number): Equivalence {
  return judged(gaps, (middle, error, degrees) =>
    Math.max(above(-margin, middle, error, degrees), above(-margin, -middle, error, degrees)),
  );
}

/** Whether an option is no worse than the other by more than the margin. @param better whether more or less is better */
export function noWorse(gaps: readonly number[], margin: number, better: "more" | "less"): Equivalence {
  return judged(gaps, (middle, error, degrees) => above(-margin, better === "more" ? middle : -middle, error, degrees));
}
