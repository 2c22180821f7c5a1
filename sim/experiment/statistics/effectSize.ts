import { mean, sampleStandardDeviation, sampleVariance } from "simple-statistics";
import { exp, log } from "../../kernel/math.ts";
import { logGamma } from "./gamma.ts";

/** How large a difference is beside the spread of worlds. */

/** Cohen's d of a against b: the difference of means in pooled standard deviations; null where nothing varies. */
export function cohenD(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 2 || b.length < 2) return null;
  const pooled =
    ((a.length - 1) * sampleVariance([...a]) + (b.length - 1) * sampleVariance([...b])) / (a.length + b.length - 2);
  return pooled > 0 ? (mean([...a]) - mean([...b])) / Math.sqrt(pooled) : null;
}

/** Hedges' g: Cohen's d without its bias in small samples (Hedges 1981, exact factor). */
export function hedgesG(a: readonly number[], b: readonly number[]): number | null {
  const d = cohenD(a, b);
  const degrees = a.length + b.length - 2;
  if (d === null) return null;
  return d * exp(logGamma(degrees / 2) - logGamma((degrees - 1) / 2) - 0.5 * log(degrees / 2));
}

/** Cliff's delta: how much more often a lies above b than below, over all pairs; from -1 to 1. */
export function cliffsDelta(a: readonly number[], b: readonly number[]): number | null {
  if (a.length === 0 || b.length === 0) return null;
  let sum = 0;
  for (const ours of a) for (const theirs of b) sum += ours > theirs ? 1 : ours < theirs ? -1 : 0;
  return sum / (a.length * b.length);
}

/** The mean of paired differences in their own standard deviations; null where they do not vary. */
export function pairedD(gaps: readonly number[]): number | null {
  if (gaps.length < 2) return null;
  const sd = sampleStandardDeviation([...gaps]);
  return sd > 0 ? mean([...gaps]) / sd : null;
}
