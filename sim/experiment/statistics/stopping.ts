import { normalBelow, normalDensity } from "./distributions.ts";
import type { Summary } from "./summary.ts";

/**
 * When to stop looking. Whoever tests after every world and stops at the first p below 0.05 finds a difference between
 * equal options in some 29 % of all trials; either the looks are planned, each with a stricter bar, or the number of
 * worlds is chosen by the width of the interval and never below twenty.
 */

/** Worlds below which a width is not trusted. */
const LEAST_WORLDS = 20;

/** Whether an interval is narrow enough to stop. @param half half the width that is wanted */
export function isPrecise({ low, high, n }: Pick<Summary, "low" | "high" | "n">, half: number): boolean {
  return low !== null && high !== null && n >= LEAST_WORLDS && (high - low) / 2 <= half;
}

/** How the bar falls over the looks: the same each time (Pocock 1977), or high at first (O'Brien and Fleming 1979). */
export type Shape = "pocock" | "obrienFleming";

/** Points of the grid for Simpson's rule; even intervals. */
const POINTS = 161;

/** Chance to cross any of the bounds at equally spaced looks where there is no effect (Armitage, McPherson, Rowe 1969). */
function crossing(bounds: readonly number[]): number {
  let [points, density]: [number[], number[]] = [[0], [1]];
  let weights = [1];
  let inside = 1;
  bounds.forEach((bound, look) => {
    const reach = bound * Math.sqrt(look + 1);
    const step = (2 * reach) / (POINTS - 1);
    const next = Array.from({ length: POINTS }, (_, at) => -reach + at * step);
    const grown = next.map((sum) =>
      points.reduce((total, from, at) => total + weights[at] * density[at] * normalDensity(sum - from), 0),
    );
    weights = next.map((_, at) => ((at === 0 || at === POINTS - 1 ? 1 : at % 2 === 1 ? 4 : 2) * step) / 3);
    [points, density] = [next, grown];
    inside = grown.reduce((total, each, at) => total + each * weights[at], 0);
  });
  return 1 - inside;
}

/**
 * The p-value below which each of the planned looks may stop, so that all of them together find a difference between
 * equal options with the stated chance. Looks come after equal numbers of worlds.
 */
export function plannedLooks(looks: number, chance = 0.05, shape: Shape = "obrienFleming"): number[] {
  const bounds = (scale: number) =>
    Array.from({ length: looks }, (_, at) => (shape === "pocock" ? scale : scale * Math.sqrt(looks / (at + 1))));
  let [low, high] = [0.5, 8];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (crossing(bounds(middle)) > chance) low = middle;
    else high = middle;
  }
  return bounds((low + high) / 2).map((bound) => 2 * normalBelow(-bound));
}
