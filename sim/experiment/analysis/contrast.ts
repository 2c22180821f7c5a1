import type { Experiment } from "../experiment.ts";
import type { Interval } from "../statistics/bootstrap.ts";
import { bcaInterval } from "../statistics/bootstrap.ts";
import { cliffsDelta, cohenD, pairedD } from "../statistics/effectSize.ts";
import { mannWhitney, welch } from "../statistics/independent.ts";
import { isSkewed } from "../statistics/shape.ts";
import { difference } from "../statistics/summary.ts";
import type { Estimate } from "./results.ts";

/** The difference that a change of settings makes to a measure. */
export interface Contrast extends Estimate {
  readonly p: number | null;
  /** The difference in standard deviations: of the paired differences, or pooled where worlds are no pairs. */
  readonly effect: number | null;
  /** What pairing left of the variance; null where worlds are no pairs or nothing varies. */
  readonly varianceRatio: number | null;
  /** Whether the values are too skewed for the t interval; then `bca` is there, the interval to quote. */
  readonly skewed: boolean;
  readonly bca: Interval | null;
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function independent(a: readonly number[], b: readonly number[]): Contrast {
  const n = Math.min(a.length, b.length);
  const skewed = isSkewed(a) || isSkewed(b);
  const found = welch(a, b);
  const rest = { n, varianceRatio: null, skewed, bca: null };
  if (found === null) {
    const value =
      a.length > 0 && b.length > 0
        ? a.reduce((s, x) => s + x, 0) / a.length - b.reduce((s, x) => s + x, 0) / b.length
        : null;
    const p = n < 2 || value === null ? null : value === 0 ? 1 : 0;
    return { value, low: null, high: null, p, effect: null, ...rest };
  }
  const { mean, low, high } = found;
  // Ranks do not mind a long tail.
  return {
    value: mean,
    low,
    high,
    p: skewed ? mannWhitney(a, b).p : found.p,
    effect: skewed ? cliffsDelta(a, b) : cohenD(a, b),
    ...rest,
  };
}

/** a minus b, replicate by replicate where they are pairs. @param pairing of the experiment */
export function contrast(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  pairing: Experiment["pairing"],
): Contrast {
  if (pairing === "independent") return independent(known(a), known(b));
  const { mean, low, high, p, n, varianceRatio } = difference(a, b);
  const gaps = a.flatMap((value, r) => {
    const other = b[r];
    return value === null || other === null ? [] : [value - other];
  });
  const skewed = isSkewed(gaps);
  return {
    value: mean,
    low,
    high,
    p,
    n,
    effect: pairedD(gaps),
    varianceRatio,
    skewed,
    bca: skewed ? bcaInterval(gaps) : null,
  };
}
