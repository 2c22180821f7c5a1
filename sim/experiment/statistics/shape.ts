import { mean, sampleStandardDeviation } from "simple-statistics";

/** The shape of a sample, and whether a t interval can be trusted on it. */

/** Sum of powers of deviations over n, the moments about the mean. */
function moment(values: readonly number[], middle: number, order: 2 | 3 | 4): number {
  let sum = 0;
  for (const value of values) {
    const gap = value - middle;
    const square = gap * gap;
    sum += order === 2 ? square : order === 3 ? square * gap : square * square;
  }
  return sum / values.length;
}

/** Fisher's coefficient of skewness, m3 / m2^1.5; null where nothing varies. */
export function skewness(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const middle = mean([...values]);
  const second = moment(values, middle, 2);
  return second > 0 ? moment(values, middle, 3) / (second * Math.sqrt(second)) : null;
}

/** Excess kurtosis, m4 / m2^2 - 3; null where nothing varies. */
export function kurtosis(values: readonly number[]): number | null {
  if (values.length < 4) return null;
  const middle = mean([...values]);
  const second = moment(values, middle, 2);
  return second > 0 ? moment(values, middle, 4) / (second * second) - 3 : null;
}

/** Standard deviation as a share of the mean; null where the mean is 0 or there is one value. */
export function variation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean([...values]);
  return middle === 0 ? null : sampleStandardDeviation([...values]) / Math.abs(middle);
}

/** Quantile of an ascending list, linear between order statistics (type 7 of Hyndman and Fan 1996). */
export function quantileOf(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Ascending copy. */
export function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/**
 * Whether a sample is too skewed for its size for a t interval: Cochran's rule n > 25 skewness^2 (Cochran 1977, section
 * 2.15). On log-normal data with 30 values a t interval that is said to hold 95 % holds 88 %.
 */
export function isSkewed(values: readonly number[]): boolean {
  const skew = skewness(values);
  return skew !== null && values.length <= 25 * skew * skew;
}
