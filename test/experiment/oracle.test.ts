import { readFileSync } from "node:fs";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from "../../sim/experiment/statistics/adjust.ts";
import { bcaInterval } from "../../sim/experiment/statistics/bootstrap.ts";
import {
  chiSquaredAbove,
  exceededWith,
  fAbove,
  noncentralFBelow,
  noncentralTBelow,
  normalBelow,
} from "../../sim/experiment/statistics/distributions.ts";
import { cliffsDelta, cohenD, hedgesG } from "../../sim/experiment/statistics/effectSize.ts";
import {
  kolmogorovSmirnov,
  kruskalWallis,
  mannWhitney,
  oneWay,
  welch,
} from "../../sim/experiment/statistics/independent.ts";
import { runsNeeded, worldsNeeded } from "../../sim/experiment/statistics/power.ts";
import { ascending, kurtosis, quantileOf, skewness, variation } from "../../sim/experiment/statistics/shape.ts";

/** The statistics beside scipy's and NIST's; how exact is said in the file. */
const oracle = JSON.parse(readFileSync(new URL("../oracle/statistics.json", import.meta.url), "utf8"));
const { A, B, paired_with_A: C } = oracle as { A: number[]; B: number[]; paired_with_A: number[] };

describe("shape", () => {
  test("variation, skewness, kurtosis and quantiles", () => {
    const { cv, skew, kurtosis_excess, quantiles_type7_5_25_50_75_95: quantiles } = oracle.A_summary;
    expect(variation(A)).toBeCloseTo(cv, 12);
    expect(skewness(A)).toBeCloseTo(skew, 12);
    expect(kurtosis(A)).toBeCloseTo(kurtosis_excess, 12);
    const sorted = ascending(A);
    [0.05, 0.25, 0.5, 0.75, 0.95].forEach((share, at) => {
      expect(quantileOf(sorted, share)).toBeCloseTo(quantiles[at], 12);
    });
  });

  test("NIST's NumAcc4: digits are not lost to a large mean", () => {
    const values = [10000000.2, ...Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat()];
    expect(mean(values)).toBeCloseTo(oracle.nist_numacc4.certified_mean, 8);
    expect(sampleStandardDeviation(values)).toBeCloseTo(oracle.nist_numacc4.certified_sd, 8);
  });
});

test("the BCa interval of a mean lies where scipy's does", () => {
  const [low, high] = oracle.A_summary.bca95_mean_9999;
  const found = bcaInterval(A, { resamples: 9999 });
  expect(Math.abs((found.low ?? 0) - low)).toBeLessThan(0.05);
  expect(Math.abs((found.high ?? 0) - high)).toBeLessThan(0.05);
});

describe("tests without pairs", () => {
  test("Welch's", () => {
    const found = welch(A, B);
    expect(found?.t).toBeCloseTo(oracle.welch.t, 11);
    expect(found?.degrees).toBeCloseTo(oracle.welch.df, 10);
    expect(found?.p).toBeCloseTo(oracle.welch.p, 11);
    expect(found?.low).toBeCloseTo(oracle.welch.ci95_A_minus_B[0], 9);
    expect(found?.high).toBeCloseTo(oracle.welch.ci95_A_minus_B[1], 9);
  });

  test("ranks: Mann and Whitney, Kruskal and Wallis", () => {
    expect(mannWhitney(A, B).u).toBe(oracle.mannwhitney_asymptotic_cc.U);
    expect(mannWhitney(A, B).p).toBeCloseTo(oracle.mannwhitney_asymptotic_cc.p, 11);
    expect(kruskalWallis([A, B, C]).h).toBeCloseTo(oracle.kruskal.H, 10);
    expect(kruskalWallis([A, B, C]).p).toBeCloseTo(oracle.kruskal.p, 11);
  });

  test("analysis of variance", () => {
    expect(oneWay([A, B, C])?.f).toBeCloseTo(oracle.anova.F, 10);
    expect(oneWay([A, B, C])?.p).toBeCloseTo(oracle.anova.p, 11);
  });

  test("Kolmogorov and Smirnov, exact", () => {
    expect(kolmogorovSmirnov(A, B).d).toBeCloseTo(oracle.ks_2samp_exact.D, 12);
    expect(kolmogorovSmirnov(A, B).p).toBeCloseTo(oracle.ks_2samp_exact.p, 11);
  });
});

test("effect sizes", () => {
  const { cohen_d, hedges_g, cliffs_delta } = oracle.effect_sizes_B_vs_A;
  expect(cohenD(B, A)).toBeCloseTo(cohen_d, 12);
  // The oracle has the usual approximation of the factor; ours is exact.
  expect(Math.abs((hedgesG(B, A) ?? 0) - hedges_g)).toBeLessThan(5e-6);
  expect(cliffsDelta(B, A)).toBeCloseTo(cliffs_delta, 12);
});

test("adjusted p-values", () => {
  const { p, bh, by, holm: holms, bonferroni: bonferronis } = oracle.p_adjust;
  const same = (found: number[], wanted: number[]) =>
    found.forEach((each, at) => expect(each).toBeCloseTo(wanted[at], 12));
  // Any order of the tests gives the same values.
  const turned = [...p].reverse();
  same(holm(p), holms);
  same(holm(turned).reverse(), holms);
  same(bonferroni(p), bonferronis);
  same(benjaminiHochberg(p), bh);
  same(benjaminiHochberg(turned).reverse(), bh);
  same(benjaminiYekutieli(p), by);
});

describe("how many runs", () => {
  test.each(Object.entries(oracle.n_per_arm_two_sample_t as Record<string, number>))("two arms, %s", (words, n) => {
    const [d, a, power] = words.split(",").map((each) => Number(each.split("=")[1]));
    expect(worldsNeeded(d, a, power)).toBe(n);
  });

  test.each(Object.entries(oracle.n_per_group_anova_secchi_seri_target as Record<string, number>))(
    "groups, %s",
    (words, n) => {
      const [groups, f, a, power] = words.split(",").map((each) => Number(each.split("=")[1]));
      expect(runsNeeded(groups, f, a, power)).toBe(n);
    },
  );
});

test("distributions", () => {
  const { special_functions: known } = oracle;
  expect(exceededWith(0.05, (x) => chiSquaredAbove(x, 10))).toBeCloseTo(known["chi2_ppf_0.95_df10"], 10);
  expect(exceededWith(0.05, (x) => fAbove(x, 3, 20))).toBeCloseTo(known["f_ppf_0.95_3_20"], 10);
  expect(noncentralTBelow(2, 20, 1)).toBeCloseTo(known.nct_cdf_2_df20_nc1, 11);
  expect(noncentralFBelow(3, 3, 20, 5)).toBeCloseTo(known.ncf_cdf_3_3_20_nc5, 11);
  expect(normalBelow(known["norm_ppf_0.975"])).toBeCloseTo(0.975, 13);
  expect(normalBelow(-known["norm_ppf_0.975"])).toBeCloseTo(0.025, 13);
});
