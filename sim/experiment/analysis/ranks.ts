import type { Value } from "../../kernel/params.ts";
import { exp, log } from "../../kernel/math.ts";
import type { Estimate } from "./results.ts";

/** How closely a measure follows a parameter over points that fill its range, in ranks, so that a curve counts too. */
export interface RankCorrelation {
  readonly path: string;
  /** Spearman's rank correlation. */
  readonly plain: Estimate;
  /** The same when what the other parameters explain has been taken from both (partial rank correlation). */
  readonly partial: Estimate;
}

/** Ranks from 1, ties at their mean rank. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a] - values[b]);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to += 1;
    for (let k = from; k < to; k++) ranks[order[k]] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  const n = a.length;
  const [meanA, meanB] = [a, b].map((values) => values.reduce((sum, value) => sum + value, 0) / n);
  let [ab, aa, bb] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    ab += (a[at] - meanA) * (b[at] - meanB);
    aa += (a[at] - meanA) * (a[at] - meanA);
    bb += (b[at] - meanB) * (b[at] - meanB);
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : null;
}

/** The inverse of a symmetric matrix by Gauss and Jordan with pivots; null where it has none. */
function inverse(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, k) => (k === at ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    }
    if (Math.abs(rows[pivot][column]) < 1e-12) return null;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    const scale = rows[column][column];
    rows[column] = rows[column].map((value) => value / scale);
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = rows[row][column];
      rows[row] = rows[row].map((value, k) => value - factor * rows[column][k]);
    }
  }
  return rows.map((row) => row.slice(n));
}

/** Fisher's z interval with the variance of ranks (Bonett and Wright 2000). @param others parameters taken out */
function withInterval(value: number | null, n: number, others: number): Estimate {
  const degrees = n - 3 - others;
  if (value === null || degrees < 1 || Math.abs(value) >= 1) return { value, low: null, high: null, n };
  const z = 0.5 * log((1 + value) / (1 - value));
  const half = (1.959963984540054 * Math.sqrt(1 + (value * value) / 2)) / Math.sqrt(degrees);
  const back = (w: number) => (exp(2 * w) - 1) / (exp(2 * w) + 1);
  return { value, low: back(z - half), high: back(z + half), n };
}

/** A setting as a number: places in the list of options where it is none. */
function numberOf(value: Value, seen: readonly Value[]): number {
  return typeof value === "number" ? value : seen.indexOf(value);
}

/** Correlations of a measure with every parameter. @param columns settings of each parameter, point by point */
export function rankCorrelations(
  names: readonly string[],
  columns: readonly (readonly Value[])[],
  values: readonly (number | null)[],
): RankCorrelation[] {
  const points = values.flatMap((value, at) => (value === null ? [] : [at]));
  const n = points.length;
  const measure = ranksOf(points.map((at) => values[at] ?? 0));
  const parameters = columns.map((column) => {
    const seen = [...new Set(column)];
    return ranksOf(points.map((at) => numberOf(column[at], seen)));
  });
  const all = [...parameters, measure];
  const matrix = all.map((a) => all.map((b) => correlation(a, b)));
  const isSound = matrix.every((row) => row.every((value) => value !== null));
  const inverted = isSound && n > all.length ? inverse(matrix) : null;
  const last = all.length - 1;
  return names.map((path, k) => {
    const partial = inverted === null ? null : -inverted[k][last] / Math.sqrt(inverted[k][k] * inverted[last][last]);
    return {
      path,
      plain: withInterval(matrix[k][last], n, 0),
      partial: withInterval(partial, n, names.length - 1),
    };
  });
}
