import type { Contrast, Difference } from "../contract.ts";
import { CAUSAL } from "./paired.ts";
import { holm } from "./statistics/adjust.ts";
import { bcaInterval } from "./statistics/bootstrap.ts";
import { ascending, quantileOf } from "./statistics/shape.ts";
import { difference } from "./statistics/summary.ts";

/** Differences over pairs of worlds as they are shown: with their spread, and held against each other. */

export type Values = readonly (number | null)[];

/** Pairs below which a bootstrap interval says little. */
const LEAST = 20;

/** a minus b in the pairs in which both have a value. */
export function gapsOf(a: Values, b: Values): number[] {
  return a.flatMap((value, r) => {
    const other = b[r];
    return value === null || other === null || other === undefined ? [] : [value - other];
  });
}

/** Middle over measures of what pairing leaves of the variance; null where nothing varies. */
export function medianRatio(measures: Readonly<Record<string, Pick<Difference, "varianceRatio">>>): number | null {
  // A causal change is against the baseline's own firms: there is nothing to be paired with.
  const known = Object.entries(measures).flatMap(([id, { varianceRatio }]) =>
    id === CAUSAL ? [] : (varianceRatio ?? []),
  );
  return known.length === 0 ? null : quantileOf(ascending(known), 0.5);
}

function contrast(a: Values, b: Values, withBca: boolean): Omit<Contrast, "adjusted"> {
  const found: Difference = difference(a, b);
  const sorted = ascending(gapsOf(a, b));
  if (sorted.length === 0) return { ...found, bca: null, typical: null, most: null };
  const bca = withBca && sorted.length >= LEAST ? bcaInterval(gapsOf(a, b)) : { low: null, high: null };
  return {
    ...found,
    bca: bca.low === null || bca.high === null ? null : [bca.low, bca.high],
    typical: quantileOf(sorted, 0.5),
    most: [quantileOf(sorted, 0.05), quantileOf(sorted, 0.95)],
  };
}

/**
 * Contrasts of several measures, each p adjusted for their number.
 *
 * @param bootstrapped the measure that also gets a BCa interval
 */
export function contrasts(
  measures: ReadonlyMap<string, readonly [a: Values, b: Values]>,
  bootstrapped: string,
): Record<string, Contrast> {
  const found = [...measures].map(([id, [a, b]]) => [id, contrast(a, b, id === bootstrapped)] as const);
  const tested = found.filter(([, { p }]) => p !== null);
  const adjusted = holm(tested.map(([, { p }]) => p ?? 1));
  const byId = new Map(tested.map(([id], at) => [id, adjusted[at]]));
  return Object.fromEntries(found.map(([id, each]) => [id, { ...each, adjusted: byId.get(id) ?? null }]));
}
