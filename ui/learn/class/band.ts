import { quantileSorted } from "d3";

/** Where the worlds of a class lie: the middle one, and between what the middle half and nine in ten lie. */
export interface Band {
  readonly n: number;
  readonly median: number;
  readonly half: readonly [low: number, high: number];
  readonly most: readonly [low: number, high: number];
}

/** Quantiles between neighbouring values are interpolated (Hyndman and Fan's seventh kind); null without values. */
export function bandOf(values: readonly (number | null)[]): Band | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (share: number): number => quantileSorted(sorted, share) ?? NaN;
  return { n: sorted.length, median: at(0.5), half: [at(0.25), at(0.75)], most: [at(0.05), at(0.95)] };
}
