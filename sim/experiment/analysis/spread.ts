import type { Interval } from "../statistics/bootstrap.ts";
import { bcaInterval } from "../statistics/bootstrap.ts";
import { ascending, isSkewed, quantileOf, skewness } from "../statistics/shape.ts";
import type { Summary } from "../statistics/summary.ts";
import { summarise } from "../statistics/summary.ts";

/** The spread of a measure over all runs, and its mean. */
export interface Spread extends Summary {
  /** What the interval of the mean is over: replicates, each a mean over all points, or points where each ran once. */
  readonly over: "replicates" | "points";
  /** Quantiles of 5, 25, 50, 75 and 95 %; empty without values. */
  readonly quantiles: readonly number[];
  readonly skewness: number | null;
  /** Whether a t interval would hold too seldom; then `bca` is there, the interval to quote. */
  readonly skewed: boolean;
  readonly bca: Interval | null;
  /** Runs that gave no value. */
  readonly missing: number;
}

/** @param values run by run, point by point and within it by replicate */
export function spreadOf(values: readonly (number | null)[], replicates: number): Spread {
  const sorted = ascending(values.filter((value) => value !== null));
  // Replicates of different points may share their worlds; means over all points do not.
  const units = replicates > 1 ? replicateMeans(values, replicates) : sorted;
  const skewed = isSkewed(units);
  return {
    ...summarise(units),
    over: replicates > 1 ? "replicates" : "points",
    quantiles: sorted.length === 0 ? [] : [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => quantileOf(sorted, share)),
    skewness: skewness(sorted),
    skewed,
    bca: skewed ? bcaInterval(units) : null,
    missing: values.length - sorted.length,
  };
}

/** The mean over all points of each replicate that has values at all of them. */
export function replicateMeans(values: readonly (number | null)[], replicates: number): number[] {
  const points = values.length / replicates;
  return Array.from({ length: replicates }, (_, r) => r).flatMap((r) => {
    let sum = 0;
    for (let point = 0; point < points; point++) {
      const value = values[point * replicates + r];
      if (value === null) return [];
      sum += value;
    }
    return [sum / points];
  });
}

/** How many runs lie in each of some equal bins; the last bin has its upper end too. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
}

const MOST_BINS = 40;

/** Bins by Freedman and Diaconis (1981); null without values. */
export function histogramOf(values: readonly (number | null)[]): Histogram | null {
  const sorted = ascending(values.filter((value) => value !== null));
  const n = sorted.length;
  if (n === 0) return null;
  const [low, high] = [sorted[0], sorted[n - 1]];
  if (low === high) return { low, high, counts: [n] };
  const middle = quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25);
  // The cube root of n, to the whole number above it.
  let root = 1;
  while (root * root * root < n) root += 1;
  const wanted = middle > 0 ? Math.ceil(((high - low) * root) / (2 * middle)) : root;
  const bins = Math.max(1, Math.min(MOST_BINS, wanted));
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins))] += 1;
  return { low, high, counts };
}

/** Whether more runs would still move a figure: it over the first n, for some n. */
export interface Convergence {
  readonly name: string;
  readonly steps: readonly {
    readonly n: number;
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** Numbers of runs to look at: each half as many again, up to all. */
export function stepsUpTo(all: number, first: number): number[] {
  const steps: number[] = [];
  for (let n = first; n < all; n = Math.ceil(n * 1.5)) steps.push(n);
  return all > 0 ? [...steps, all] : steps;
}
