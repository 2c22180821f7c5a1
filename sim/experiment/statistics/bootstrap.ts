import { mean } from "simple-statistics";
import { Random } from "../../kernel/random.ts";
import { normal } from "../../kernel/sample.ts";
import { normalBelow } from "./distributions.ts";
import { ascending, quantileOf } from "./shape.ts";

/** An interval; both ends null where there are too few values. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

interface BootstrapOptions {
  /** 1,999 where it is left out. */
  readonly resamples?: number;
  /** The same seed and values give the same interval for ever. */
  readonly seed?: string;
  /** Chance to miss; 0.05 for 95 %. */
  readonly chance?: number;
}

const RESAMPLES = 1999;

/** Means of resamples with replacement; draw k of resample b is keyed by (k, b). */
function resampledMeans(values: readonly number[], resamples: number, seed: string): number[] {
  const stream = new Random(seed).stream("bootstrap", 0);
  const n = values.length;
  const blocks = Math.ceil(n / 2);
  const words = new Int32Array(2 * blocks);
  const counters = Uint32Array.from({ length: blocks }, (_, k) => k);
  // Deviations from the mean, so that large values do not swallow small differences.
  const middle = mean([...values]);
  const gaps = Float64Array.from(values, (value) => value - middle);
  return Array.from({ length: resamples }, (_, b) => {
    stream.fill(words, counters, b, 0, blocks);
    let sum = 0;
    for (let k = 0; k < n; k++) sum += gaps[Math.floor(((words[k] >>> 0) / 0x100000000) * n)];
    return middle + sum / n;
  });
}

/** Efron's acceleration from the jackknife; of a mean it is a sixth of the skewness of the sum. */
function acceleration(values: readonly number[]): number {
  const middle = mean([...values]);
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const gap = value - middle;
    squares += gap * gap;
    cubes += gap * gap * gap;
  }
  return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : 0;
}

/**
 * The BCa interval of a mean (Efron 1987): a bootstrap interval that is corrected for bias and skewness, for measures on
 * which a t interval would hold too seldom. Of paired differences, hand in the differences.
 */
export function bcaInterval(values: readonly number[], options: BootstrapOptions = {}): Interval {
  const { resamples = RESAMPLES, seed = "bca", chance = 0.05 } = options;
  if (values.length < 2) return { low: null, high: null };
  const middle = mean([...values]);
  const means = ascending(resampledMeans(values, resamples, seed));
  const under = means.reduce((count, each) => count + (each < middle ? 1 : each === middle ? 0.5 : 0), 0);
  // A share of 0 or 1 would send the bias to infinity.
  const bias = normal(Math.min(Math.max(under, 0.5), resamples - 0.5) / resamples);
  const accelerated = acceleration(values);
  const end = (share: number) => {
    const z = bias + normal(share);
    return quantileOf(means, normalBelow(bias + z / (1 - accelerated * z)));
  };
  return { low: end(chance / 2), high: end(1 - chance / 2) };
}
