import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { criticalT, twoSided } from "../../sim/experiment/statistics/student.ts";
import { difference, summarise } from "../../sim/experiment/statistics/summary.ts";

/** Reference values computed with scipy; how exact is said in the file. */
const oracle = JSON.parse(readFileSync(new URL("../oracle/statistics.json", import.meta.url), "utf8")) as {
  A: number[];
  paired_with_A: number[];
  A_summary: { mean: number; sd: number; t_ci95: [number, number] };
  paired_t: { t: number; p: number; ci95: [number, number]; variance_ratio_paired_over_independent: number };
  special_functions: Record<string, number>;
};

test("mean, spread and t interval are scipy's", () => {
  const summary = summarise(oracle.A);
  expect(summary.mean).toBeCloseTo(oracle.A_summary.mean, 12);
  expect(summary.sd).toBeCloseTo(oracle.A_summary.sd, 12);
  expect(summary.low).toBeCloseTo(oracle.A_summary.t_ci95[0], 10);
  expect(summary.high).toBeCloseTo(oracle.A_summary.t_ci95[1], 10);
});

test("the paired t test is scipy's", () => {
  const { t, p, ci95, variance_ratio_paired_over_independent: ratio } = oracle.paired_t;
  const found = difference(oracle.paired_with_A, oracle.A);
  expect(Math.abs(found.t ?? 0)).toBeCloseTo(Math.abs(t), 9);
  expect((found.p ?? 0) / p).toBeCloseTo(1, 9);
  const size = [Math.abs(found.low ?? 0), Math.abs(found.high ?? 0)].sort((a, b) => a - b);
  expect(size[0]).toBeCloseTo(Math.abs(ci95[0]), 10);
  expect(size[1]).toBeCloseTo(Math.abs(ci95[1]), 10);
  expect(found.varianceRatio).toBeCloseTo(ratio, 12);
});

test("quantiles of t: scipy's, and those of the closed forms for one and two degrees", () => {
  expect(criticalT(0.05, 9)).toBeCloseTo(oracle.special_functions["t_ppf_0.975_df9"], 11);
  expect(criticalT(0.05, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 9);
  expect(criticalT(0.05, 2)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)), 10);
  expect(criticalT(0.05, 1e6)).toBeCloseTo(oracle.special_functions["norm_ppf_0.975"], 5);
});

test("chances of t: closed forms for one and two degrees, from the middle to the far tail", () => {
  for (const t of [0, 0.1, 1, 3, 30, 1000]) {
    expect(twoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 11);
    expect(twoSided(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
  }
});

test("values that are null are left out, pair by pair", () => {
  expect(summarise([1, null, 3])).toMatchObject({ mean: 2, n: 2 });
  expect(difference([1, null, 5, 9], [0, 1, null, 7])).toMatchObject({ mean: 1.5, n: 2 });
  expect(summarise([null])).toEqual({ mean: null, sd: null, low: null, high: null, n: 0 });
  expect(difference([null], [1]).n).toBe(0);
  expect(difference([2], [1])).toMatchObject({ mean: 1, low: null, p: null, n: 1 });
});

test("differences that do not vary: none is no difference, a constant one is certain", () => {
  expect(difference([1, 2, 3], [1, 2, 3])).toMatchObject({ mean: 0, low: 0, high: 0, p: 1, t: 0, varianceRatio: 0 });
  expect(difference([0.3, 0.6], [0.1, 0.4])).toMatchObject({ p: 0, t: null });
  expect(difference([5, 5], [5, 5]).varianceRatio).toBeNull();
});
