import { mean, sampleStandardDeviation } from "simple-statistics";
import { Random, indexOf } from "../../kernel/random.ts";
import type { SaltelliPlan } from "../design/saltelli.ts";
import type { Interval } from "../statistics/bootstrap.ts";
import { criticalT } from "../statistics/student.ts";
import type { Estimate } from "./results.ts";

/**
 * Variance-based indices: what share of a measure's variance over the ranges of the parameters is due to a parameter by
 * itself (first), with all its interactions (total), and to a pair beyond both (second). The estimators are those of
 * Saltelli et al. (2010) and Jansen (1999), as SALib has them; held against it in `test/oracle/saltelliIshigami.json`.
 */
export interface Index extends Estimate {
  /**
   * The interval of a bootstrap over base points, which takes an even design for chance and is therefore too wide; null
   * where none was asked for.
   */
  readonly bootstrap: Interval | null;
}

export interface Indices {
  readonly first: readonly Index[];
  readonly total: readonly Index[];
  /** Of pairs (0, 1), (0, 2), ... (1, 2) ...; empty where the design has none. */
  readonly second: readonly { readonly pair: readonly [number, number]; readonly index: Index }[];
  /** Base points all of whose runs have a value. */
  readonly n: number;
  readonly scramblings: number;
}

/** Columns of a design: values at A, at B, and at each mixture, base point by base point. */
interface Columns {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ab: readonly Float64Array[];
  readonly ba: readonly Float64Array[];
  /** The scrambling of each base point. */
  readonly group: Int32Array;
}

/** Standardised columns of the base points that are whole; null where the measure never varies. */
function columnsOf(values: readonly (number | null)[], plan: SaltelliPlan): Columns | null {
  const { base, scramblings, block, secondOrder } = plan;
  const rows = Array.from({ length: base }, (_, at) => values.slice(at * block, (at + 1) * block));
  const whole = rows.flatMap((row, at) => (row.every((value) => value !== null) ? [{ row, at }] : []));
  const all = whole.flatMap(({ row }) => row);
  if (all.length < 4) return null;
  const middle = mean(all);
  const spread = Math.sqrt(all.reduce((sum, value) => sum + (value - middle) * (value - middle), 0) / all.length);
  if (!(spread > 1e-12 * Math.abs(middle)) || spread === 0) return null;
  const column = (place: number) => Float64Array.from(whole, ({ row }) => (row[place] - middle) / spread);
  const k = secondOrder ? (block - 2) / 2 : block - 2;
  return {
    a: column(0),
    b: column(block - 1),
    ab: Array.from({ length: k }, (_, j) => column(1 + j)),
    ba: secondOrder ? Array.from({ length: k }, (_, j) => column(1 + k + j)) : [],
    group: Int32Array.from(whole, ({ at }) => Math.floor(at / (base / scramblings))),
  };
}

/** All indices from some of the base points: first of each parameter, total of each, second of each pair. */
function estimate({ a, b, ab, ba }: Columns, rows: Int32Array): number[] {
  const n = rows.length;
  const k = ab.length;
  let sum = 0;
  let squares = 0;
  for (const at of rows) {
    sum += a[at] + b[at];
    squares += a[at] * a[at] + b[at] * b[at];
  }
  const variance = squares / (2 * n) - (sum / (2 * n)) * (sum / (2 * n));
  const first = ab.map((mixed) => {
    let total = 0;
    for (const at of rows) total += b[at] * (mixed[at] - a[at]);
    return total / n / variance;
  });
  const total = ab.map((mixed) => {
    let apart = 0;
    for (const at of rows) apart += (a[at] - mixed[at]) * (a[at] - mixed[at]);
    return apart / (2 * n) / variance;
  });
  const second: number[] = [];
  for (let i = 0; i < ba.length; i++) {
    for (let j = i + 1; j < k; j++) {
      let together = 0;
      for (const at of rows) together += ba[i][at] * ab[j][at] - a[at] * b[at];
      second.push(together / n / variance - first[i] - first[j]);
    }
  }
  return [...first, ...total, ...second];
}

const RESAMPLES = 500;

/** Below this an index is rounding. */
const ROUNDING = 1e-12;

/** Half widths of the bootstrap over base points; null where the measure hardly ever varies. */
function bootstrapHalves(columns: Columns, seed: string): number[] | null {
  const stream = new Random(seed).stream("bootstrap of indices", 0);
  const n = columns.a.length;
  const rows = new Int32Array(n);
  const found: number[][] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    for (let at = 0; at < n; at++) rows[at] = indexOf(stream.uniform(resample, at), n);
    found.push(estimate(columns, rows));
  }
  // A resample in which nothing varies has no indices.
  const sound = found.filter((each) => each.every(Number.isFinite));
  if (sound.length < RESAMPLES / 2) return null;
  return sound[0].map((_, at) => 1.959963984540054 * sampleStandardDeviation(sound.map((each) => each[at])));
}

/** Half widths from leaving out one independent scrambling after the other; null where there is only one. */
function scramblingHalves(columns: Columns, scramblings: number): (number | null)[] | null {
  const groups = Array.from({ length: scramblings }, (_, at) => at).filter((at) => columns.group.includes(at));
  const r = groups.length;
  if (r < 2) return null;
  const left = groups.map((group) => {
    const rows = Int32Array.from(columns.group.keys()).filter((at) => columns.group[at] !== group);
    return estimate(columns, rows);
  });
  if (!left.every((found) => found.every(Number.isFinite))) return null;
  return left[0].map((_, at) => {
    const each = left.map((found) => found[at]);
    const error = sampleStandardDeviation(each) * ((r - 1) / Math.sqrt(r));
    return criticalT(0.05, r - 1) * error;
  });
}

/**
 * The indices of one measure.
 *
 * @param values one for each point of the design, in its order
 * @param seed of the bootstrap; null for none
 * @returns null where the measure does not vary or has too few values
 */
export function sobolIndices(
  values: readonly (number | null)[],
  plan: SaltelliPlan,
  seed: string | null,
): Indices | null {
  const columns = columnsOf(values, plan);
  if (columns === null) return null;
  const n = columns.a.length;
  const all = Int32Array.from({ length: n }, (_, at) => at);
  const found = estimate(columns, all).map((value) => (Math.abs(value) < ROUNDING ? 0 : value));
  const halves = scramblingHalves(columns, plan.scramblings);
  const boots = seed === null ? null : bootstrapHalves(columns, seed);
  const around = (value: number, half: number | null): Interval =>
    half === null ? { low: null, high: null } : { low: value - half, high: value + half };
  const indices = found.map((value, at): Index => {
    return { value, ...around(value, halves?.[at] ?? null), n, bootstrap: boots && around(value, boots[at]) };
  });
  const k = columns.ab.length;
  const pairs = plan.secondOrder
    ? Array.from({ length: k }, (_, i) => Array.from({ length: k - i - 1 }, (_, j) => [i, i + 1 + j] as const)).flat()
    : [];
  return {
    first: indices.slice(0, k),
    total: indices.slice(k, 2 * k),
    second: pairs.map((pair, at) => ({ pair, index: indices[2 * k + at] })),
    n,
    scramblings: plan.scramblings,
  };
}
