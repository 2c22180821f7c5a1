import type { Values } from "./contrast.ts";
import { gapsOf } from "./contrast.ts";
import { isPrecise, plannedLooks } from "./statistics/stopping.ts";
import { criticalT } from "./statistics/student.ts";
import { difference, summarise } from "./statistics/summary.ts";

/** Planned looks at a comparison while its worlds come in. */

export interface Look {
  readonly pairs: number;
  /** The p below which the difference is beyond chance at this look. */
  readonly bar: number;
}

const LOOKS = 5;
/** Pairs below which nothing is tested before the end. */
const LEAST = 20;

/** Pairs after which looks are taken: equally many between them; only the last one where there are too few for more. */
export function lookPairs(planned: number): readonly number[] {
  const count = Math.max(1, Math.min(LOOKS, Math.floor(planned / LEAST)));
  return Array.from({ length: count }, (_, at) => Math.round((planned * (at + 1)) / count));
}

/** Looks with their bars. */
export function looksOf(planned: number): readonly Look[] {
  const pairs = lookPairs(planned);
  return plannedLooks(pairs.length).map((bar, at) => ({ pairs: pairs[at], bar }));
}

/**
 * Whether every difference between two arms is known to half a width. Width says nothing of which arm is ahead, so that
 * a look at it favours neither answer and needs no bar of its own (Chow and Robbins 1965); it is planned, and trusted
 * from twenty pairs on, because a width of few pairs is often too narrow by chance.
 *
 * @param arms values of the measure in each arm, world by world
 */
export function areKnown(arms: readonly Values[], half: number): boolean {
  return arms.every((a, at) => arms.slice(0, at).every((b) => isPrecise(difference(a, b), half)));
}

/**
 * The interval of a difference at the last look that was taken, wide enough to hold over all planned looks together
 * (repeated interval: Jennison and Turnbull 2000, chapter 9); null where no look was taken.
 */
export function intervalOverLooks(a: Values, b: Values, looks: readonly Look[]): readonly [number, number] | null {
  const last = looks.findLast(({ pairs }) => a.length >= pairs && b.length >= pairs);
  if (last === undefined) return null;
  const { mean, sd, n } = summarise(gapsOf(a.slice(0, last.pairs), b.slice(0, last.pairs)));
  if (mean === null || sd === null) return null;
  const reach = sd === 0 ? 0 : (criticalT(last.bar, n - 1) * sd) / Math.sqrt(n);
  return [mean - reach, mean + reach];
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
