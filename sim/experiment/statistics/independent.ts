import { mean, sampleVariance } from "simple-statistics";
import { chiSquaredAbove, fAbove, normalBelow } from "./distributions.ts";
import { criticalT, twoSided } from "./student.ts";

/** Tests on worlds that are not pairs. */

export interface WelchTest {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly degrees: number;
  readonly p: number;
}

/** a minus b with its 95 % interval, the variances unequal (Welch 1947); null where nothing varies. */
export function welch(a: readonly number[], b: readonly number[]): WelchTest | null {
  if (a.length < 2 || b.length < 2) return null;
  const [ours, theirs] = [sampleVariance([...a]) / a.length, sampleVariance([...b]) / b.length];
  const square = ours + theirs;
  if (!(square > 0)) return null;
  const degrees = (square * square) / ((ours * ours) / (a.length - 1) + (theirs * theirs) / (b.length - 1));
  const gap = mean([...a]) - mean([...b]);
  const reach = criticalT(0.05, degrees) * Math.sqrt(square);
  const t = gap / Math.sqrt(square);
  return { mean: gap, low: gap - reach, high: gap + reach, t, degrees, p: twoSided(t, degrees) };
}

/** Ranks of all values together, ties at their mean rank, and the sum of t^3 - t over the ties. */
function ranked(groups: readonly (readonly number[])[]): { ranks: number[][]; ties: number } {
  const all = groups.flatMap((values, group) => values.map((value, at) => ({ value, group, at })));
  all.sort((a, b) => a.value - b.value);
  const ranks = groups.map((values) => new Array<number>(values.length));
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to].value === all[from].value) to += 1;
    const size = to - from;
    ties += size * size * size - size;
    for (let k = from; k < to; k++) ranks[all[k].group][all[k].at] = (from + to + 1) / 2;
    from = to;
  }
  return { ranks, ties };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whether a lies above b more often than below (Mann and Whitney 1947): normal, corrected for ties and continuity. */
export function mannWhitney(a: readonly number[], b: readonly number[]): { u: number; p: number } {
  const { ranks, ties } = ranked([a, b]);
  const [n, m] = [a.length, b.length];
  const u = sum(ranks[0]) - (n * (n + 1)) / 2;
  const all = n + m;
  const spread = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  const gap = Math.abs(u - (n * m) / 2) - 0.5;
  return { u, p: spread > 0 ? Math.min(1, 2 * normalBelow(-gap / spread)) : 1 };
}

/** Whether any of several groups lies above another (Kruskal and Wallis 1952). */
export function kruskalWallis(groups: readonly (readonly number[])[]): { h: number; p: number } {
  const { ranks, ties } = ranked(groups);
  const n = ranks.reduce((total, each) => total + each.length, 0);
  const squares = sum(ranks.map((each) => (sum(each) * sum(each)) / each.length));
  const tied = 1 - ties / (n * n * n - n);
  if (!(tied > 0)) return { h: 0, p: 1 };
  const h = ((12 / (n * (n + 1))) * squares - 3 * (n + 1)) / tied;
  return { h, p: chiSquaredAbove(h, groups.length - 1) };
}

/** Whether the means of several groups differ: one-way analysis of variance; null where nothing varies within. */
export function oneWay(
  groups: readonly (readonly number[])[],
): { f: number; p: number; above: number; below: number } | null {
  const all = mean(groups.flat());
  const between = sum(groups.map((values) => values.length * (mean([...values]) - all) * (mean([...values]) - all)));
  const within = sum(
    groups.map((values) => (values.length > 1 ? sampleVariance([...values]) * (values.length - 1) : 0)),
  );
  const above = groups.length - 1;
  const below = groups.flat().length - groups.length;
  if (above < 1 || below < 1 || !(within > 0)) return null;
  const f = between / above / (within / below);
  return { f, p: fAbove(f, above, below), above, below };
}

/** Whether two samples come from one distribution: the largest gap of their shares, with its exact chance. */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): { d: number; p: number } {
  const [n, m] = [a.length, b.length];
  const [ours, theirs] = [[...a].sort((x, y) => x - y), [...b].sort((x, y) => x - y)];
  let [i, j, most] = [0, 0, 0];
  while (i < n && j < m) {
    const at = Math.min(ours[i], theirs[j]);
    while (i < n && ours[i] === at) i += 1;
    while (j < m && theirs[j] === at) j += 1;
    // In units of 1 / (n m), so that equal gaps are equal numbers.
    most = Math.max(most, Math.abs(i * m - j * n));
  }
  // Share of all paths through the lattice that stay inside the gap (Hodges 1957).
  const inside = (x: number, y: number) => Math.abs(x * m - y * n) < most;
  const paths = Float64Array.from({ length: m + 1 }, (_, y) => (inside(0, y) ? 1 : 0));
  for (let x = 1; x <= n; x++) {
    const weight = x / (x + m);
    paths[0] = inside(x, 0) ? paths[0] * weight : 0;
    for (let y = 1; y <= m; y++) paths[y] = inside(x, y) ? paths[y] * weight + paths[y - 1] : 0;
  }
  return { d: most / (n * m), p: most === 0 ? 1 : Math.min(1, Math.max(0, 1 - paths[m])) };
}
