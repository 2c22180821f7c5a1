import type { Values } from "./contrast.ts";
import { plannedLooks } from "./statistics/stopping.ts";
import { difference } from "./statistics/summary.ts";

/** Planned looks at a comparison while its worlds come in. */

export interface Look {
  readonly pairs: number;
  /** The p below which the difference is beyond chance at this look. */
  readonly bar: number;
}

const LOOKS = 5;
/** Pairs below which nothing is tested before the end. */
const LEAST = 20;

/** Looks at equal numbers of pairs; only the last one where there are too few for more. */
export function looksOf(planned: number): readonly Look[] {
  const count = Math.max(1, Math.min(LOOKS, Math.floor(planned / LEAST)));
  return plannedLooks(count).map((bar, at) => ({ pairs: Math.round((planned * (at + 1)) / count), bar }));
}

/** Pairs at the first look at which the difference is beyond chance; null where it has not been so far. */
export function settledAt(a: Values, b: Values, looks: readonly Look[]): number | null {
  const found = looks.find(({ pairs, bar }) => {
    if (a.length < pairs || b.length < pairs) return false;
    const { p } = difference(a.slice(0, pairs), b.slice(0, pairs));
    return p !== null && p < bar;
  });
  return found?.pairs ?? null;
}
