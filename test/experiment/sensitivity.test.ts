import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sobolIndices } from "../../sim/experiment/analysis/indices.ts";
import { rankCorrelations } from "../../sim/experiment/analysis/ranks.ts";
import { elementaryEffects, screened } from "../../sim/experiment/analysis/screening.ts";
import type { Dimension } from "../../sim/experiment/design/design.ts";
import type { Trajectory } from "../../sim/experiment/design/morris.ts";
import { saltelli, saltelliPlan } from "../../sim/experiment/design/saltelli.ts";
import { Random } from "../../sim/kernel/random.ts";

/** Indices and screening beside SALib's, and beside what is known of functions in closed form. */
function oracleOf(name: string) {
  return JSON.parse(readFileSync(new URL(`../oracle/${name}.json`, import.meta.url), "utf8"));
}

const unit = (path: string): Dimension => ({
  path,
  range: { low: 0, high: 1 },
  parameter: { kind: "number", label: path, doc: "", source: "", unit: "", min: 0, max: 1, step: 0.1, start: 0 },
});

/** Values of a function of the unit cube over Saltelli's design. */
function evaluated(options: object, k: number, f: (x: readonly number[]) => number, seed = "s") {
  const whole = { kind: "saltelli", base: 8, ...options } as const;
  const dimensions = Array.from({ length: k }, (_, at) => unit(`x${at}`));
  const design = saltelli.make({ options: whole, dimensions, seed });
  const values = Array.from({ length: design.points }, (_, at) => f(Object.values(design.point(at)).map(Number)));
  return { values, plan: saltelliPlan(whole, k) };
}

const ishigami = (x: readonly number[]) => {
  const [a, b, c] = x.map((share) => 2 * Math.PI * share - Math.PI);
  return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
};
const gFunction = (x: readonly number[]) =>
  [0, 1, 4.5, 9, 99, 99, 99, 99].reduce((product, a, k) => (product * (Math.abs(4 * x[k] - 2) + a)) / (1 + a), 1);

const TRUE_FIRST = [0.31390519, 0.44241114, 0];
const TRUE_TOTAL = [0.55758886, 0.44241114, 0.24368366];

describe("indices", () => {
  const oracle = oracleOf("saltelliIshigami");

  test.each([256, 1024, 4096])("of Ishigami's function on %d base points are SALib's", (base) => {
    const { values, plan } = evaluated({ base, scramble: false }, 3, ishigami);
    const found = sobolIndices(values, plan, null);
    const known = oracle[`N${base}`];
    found?.first.forEach(({ value }, at) => expect(value).toBeCloseTo(known.S1[at], 10));
    found?.total.forEach(({ value }, at) => expect(value).toBeCloseTo(known.ST[at], 10));
    found?.second.forEach(({ index }, at) => expect(index.value).toBeCloseTo(known.S2_12_13_23[at], 10));
    expect(found?.second.map(({ pair }) => pair)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(values).toHaveLength(known.runs);
  });

  test("of the g-function of Sobol', without second order, are SALib's", () => {
    const { values, plan } = evaluated({ base: 1024, scramble: false, secondOrder: false }, 8, gFunction);
    const found = sobolIndices(values, plan, null);
    found?.first.forEach(({ value }, at) => expect(value).toBeCloseTo(oracle.sobol_g_N1024.S1[at], 10));
    found?.total.forEach(({ value }, at) => expect(value).toBeCloseTo(oracle.sobol_g_N1024.ST[at], 10));
    expect(found?.second).toEqual([]);
  });

  test("the bootstrap is as wide as SALib's; the interval over scramblings is a good deal narrower", () => {
    const plain = evaluated({ base: 1024, scramble: false }, 3, ishigami);
    const boots = sobolIndices(plain.values, plain.plan, "s");
    boots?.first.forEach(({ value, bootstrap, low }, at) => {
      const half = Number(bootstrap?.high) - Number(value);
      expect(half / oracle.N1024.S1_conf95_halfwidth_1000boot[at]).toBeGreaterThan(0.8);
      expect(half / oracle.N1024.S1_conf95_halfwidth_1000boot[at]).toBeLessThan(1.25);
      expect(low).toBeNull();
    });
    const { values, plan } = evaluated({ base: 4096 }, 3, ishigami);
    const found = sobolIndices(values, plan, "s");
    const half = (each: { value: number | null; high: number | null }) => Number(each.high) - Number(each.value);
    const own = found?.first.map(half) ?? [];
    const wide = found?.first.map(({ value, bootstrap }) => Number(bootstrap?.high) - Number(value)) ?? [];
    expect(own.reduce((a, b) => a + b)).toBeLessThan(0.6 * wide.reduce((a, b) => a + b));
  });

  test("intervals over scramblings hold the true value about as often as they say", () => {
    let held = 0;
    let all = 0;
    for (let trial = 0; trial < 60; trial++) {
      const { values, plan } = evaluated({ base: 512, scramblings: 8, secondOrder: false }, 3, ishigami, `t${trial}`);
      const found = sobolIndices(values, plan, null);
      [TRUE_FIRST, TRUE_TOTAL].forEach((truth, which) => {
        (which === 0 ? found?.first : found?.total)?.forEach(({ low, high }, at) => {
          all += 1;
          if (Number(low) <= truth[at] && truth[at] <= Number(high)) held += 1;
        });
      });
    }
    expect(all).toBe(360);
    expect(held / all).toBeGreaterThan(0.88);
    expect(held / all).toBeLessThan(0.99);
  });

  test("base points with a missing run are left out; a measure that never varies has none", () => {
    const { values, plan } = evaluated({ base: 64 }, 3, ishigami);
    const holed = values.map((value, at) => (at === 17 ? null : value));
    expect(sobolIndices(holed, plan, null)?.n).toBe(63);
    expect(
      sobolIndices(
        values.map(() => 3),
        plan,
        null,
      ),
    ).toBeNull();
    expect(
      sobolIndices(
        values.map(() => null),
        plan,
        null,
      ),
    ).toBeNull();
  });
});

describe("Morris", () => {
  const oracle = oracleOf("morris");

  /** The walks that a matrix of points takes. */
  function walksOf(points: readonly (readonly number[])[]): Trajectory[] {
    const k = points[0].length;
    return Array.from({ length: points.length / (k + 1) }, (_, walk) => {
      const order: number[] = [];
      const moves = new Array<number>(k);
      for (let step = 1; step <= k; step++) {
        const [before, after] = [points[walk * (k + 1) + step - 1], points[walk * (k + 1) + step]];
        const moved = before.findIndex((x, at) => x !== after[at]);
        order.push(moved);
        moves[moved] = Math.sign(after[moved] - before[moved]);
      }
      return { start: [], order, moves };
    });
  }

  test.each(["ishigami_20_trajectories_p4", "sobol_g_10_of_100_optimised"])("%s is SALib's", (name) => {
    const { X, Y, mu, mu_star, sigma_ddof1, mu_star_conf95 } = oracle[name];
    const effects = elementaryEffects(Y, walksOf(X), 2 / 3);
    effects.map(screened).forEach((each, at) => {
      expect(each.mu.value).toBeCloseTo(mu[at], 12);
      expect(each.muStar.value).toBeCloseTo(mu_star[at], 12);
      expect(each.sigma.value).toBeCloseTo(sigma_ddof1[at], 12);
      if (mu_star_conf95 === undefined || mu_star_conf95[at] < 1e-6) return;
      const half = (Number(each.muStar.high) - Number(each.muStar.low)) / 2;
      expect(half / mu_star_conf95[at]).toBeGreaterThan(0.7);
      expect(half / mu_star_conf95[at]).toBeLessThan(1.5);
    });
  });

  test("a missing value takes its two effects away, not the walk", () => {
    const { X, Y } = oracle.ishigami_20_trajectories_p4;
    const holed = [...Y];
    holed[1] = null;
    const counts = elementaryEffects(holed, walksOf(X), 2 / 3).map((each) => screened(each).mu.n);
    expect(counts.reduce((a, b) => a + b)).toBe(58);
  });
});

describe("rank correlations", () => {
  const stream = new Random("ranks").stream("x", 0);
  const column = (k: number) => Array.from({ length: 300 }, (_, at) => stream.uniform(k, at));
  const [x, y, z] = [column(0), column(1), column(2)];

  test("a curve that only rises correlates fully; what has nothing to do with it lies around 0", () => {
    const [own, other] = rankCorrelations(
      ["x", "y"],
      [x, y],
      x.map((value) => value ** 9),
    );
    expect(own.plain.value).toBeCloseTo(1, 12);
    expect(Math.abs(other.plain.value ?? 1)).toBeLessThan(0.15);
    expect(Number(other.plain.high) - Number(other.plain.low)).toBeCloseTo((2 * 1.96) / Math.sqrt(297), 2);
  });

  test("what other parameters explain is taken out", () => {
    const values = x.map((value, at) => 10 * value + y[at] + 0.1 * z[at]);
    const [, weak] = rankCorrelations(["x", "y"], [x, y], values);
    expect(weak.plain.value).toBeLessThan(0.25);
    expect(weak.partial.value).toBeGreaterThan(0.7);
  });

  test("settings without numbers are taken by their place, and missing values left out", () => {
    const words = x.map((value) => (value < 0.5 ? "none" : "flat"));
    const found = rankCorrelations(
      ["x"],
      [words],
      x.map((value, at) => (at < 10 ? null : value)),
    )[0];
    expect(Math.abs(found.plain.value ?? 0)).toBeGreaterThan(0.8);
    expect(found.plain.n).toBe(290);
  });
});
