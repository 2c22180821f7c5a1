import { mean, sampleStandardDeviation, sampleVariance } from "simple-statistics";
import type { Difference, Summary } from "../../contract.ts";
import { criticalT, twoSided } from "./student.ts";

export type { Difference, Summary };

type Values = readonly (number | null)[];

const CHANCE = 0.05;

/** Below this share of the values' own size a spread is rounding, not variation. */
const ROUNDING = 1e-12;

/** Critical values by number of worlds: a comparison asks for the same few over and over. */
const CRITICAL = new Map<number, number>();

function critical(n: number): number {
  let t = CRITICAL.get(n);
  if (t === undefined) CRITICAL.set(n, (t = criticalT(CHANCE, n - 1)));
  return t;
}

function half(sd: number, n: number): number {
  return sd === 0 ? 0 : (critical(n) * sd) / Math.sqrt(n);
}

export function summarise(values: Values): Summary {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n === 0) return { mean: null, sd: null, low: null, high: null, n };
  const middle = mean(known);
  if (n === 1) return { mean: middle, sd: null, low: null, high: null, n };
  const sd = sampleStandardDeviation(known);
  const reach = half(sd, n);
  return { mean: middle, sd, low: middle - reach, high: middle + reach, n };
}

/** a minus b, world by world. @param a and b values of the same worlds in the same order */
export function difference(a: Values, b: Values): Difference {
  const ours: number[] = [];
  const theirs: number[] = [];
  a.forEach((value, r) => {
    const other = b[r];
    if (value === null || other === null) return;
    ours.push(value);
    theirs.push(other);
  });
  const n = ours.length;
  if (n === 0) return { mean: null, low: null, high: null, p: null, n, varianceRatio: null, t: null };
  const gaps = ours.map((value, r) => value - theirs[r]);
  const middle = mean(gaps);
  if (n === 1) return { mean: middle, low: null, high: null, p: null, n, varianceRatio: null, t: null };
  const size = Math.max(...ours.map(Math.abs), ...theirs.map(Math.abs));
  const spread = sampleStandardDeviation(gaps);
  const sd = spread <= ROUNDING * size ? 0 : spread;
  const varies = sampleVariance(ours) + sampleVariance(theirs);
  const varianceRatio = varies > 0 ? sampleVariance(gaps) / varies : null;
  if (sd === 0) {
    const same = Math.abs(middle) <= ROUNDING * size;
    return { mean: middle, low: middle, high: middle, p: same ? 1 : 0, n, varianceRatio, t: same ? 0 : null };
  }
  const t = (middle * Math.sqrt(n)) / sd;
  const reach = half(sd, n);
  return { mean: middle, low: middle - reach, high: middle + reach, p: twoSided(t, n - 1), n, varianceRatio, t };
}
