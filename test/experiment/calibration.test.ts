import { describe, expect, test } from "vitest";
import {
  generationDocument,
  parseCalibration,
  settingsAt,
  strategyOf,
} from "../../sim/experiment/calibration/calibration.ts";
import { cmaes } from "../../sim/experiment/calibration/cmaes.ts";
import { eigen } from "../../sim/experiment/calibration/eigen.ts";
import { fronts, hypervolume, nsga2, paretoFront } from "../../sim/experiment/calibration/nsga2.ts";
import { effectiveSize, marginalsOf, weightedQuantile } from "../../sim/experiment/calibration/posterior.ts";
import { admitted, rejection } from "../../sim/experiment/calibration/rejection.ts";
import { smc, smcPosterior } from "../../sim/experiment/calibration/smc.ts";
import type { Generation, Particle, Strategy } from "../../sim/experiment/calibration/strategy.ts";
import { distanceOf, nearestFirst } from "../../sim/experiment/calibration/strategy.ts";
import type { Dimension } from "../../sim/experiment/design/design.ts";
import { normalBelow } from "../../sim/experiment/statistics/distributions.ts";
import { parseExperiment } from "../../sim/index.ts";
import { Random } from "../../sim/kernel/random.ts";
import { normal } from "../../sim/kernel/sample.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Searches over functions whose answer is known. */

type Errors = (point: readonly number[], generation: number, index: number) => (number | null)[];

function searched(strategy: Strategy, errors: Errors): Generation[] {
  const history: Generation[] = [];
  for (;;) {
    const points = strategy.next(history);
    if (points === null) return history;
    history.push({ points, errors: points.map((point, index) => errors(point, history.length, index)) });
  }
}

const unit: Dimension = {
  path: "x",
  range: { low: 0, high: 1 },
  parameter: { kind: "number", label: "x", doc: "", source: "", unit: "", min: 0, max: 1, step: 0.1, start: 0 },
};

/** Mean and spread of the first coordinate. */
function moments(particles: readonly Particle[]) {
  const mean = particles.reduce((sum, { point, weight }) => sum + weight * point[0], 0);
  const square = particles.reduce((sum, { point, weight }) => sum + weight * (point[0] - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(square) };
}

/**
 * One observation of 0.55 of a quantity with normal noise of 0.1 whose mean lies evenly between 0 and 1: the posterior of
 * the mean is normal around 0.55 with 0.1, and the tolerance adds the variance of an even error.
 */
const NOISE = 0.1;
const OBSERVED = 0.55;
function observation(tolerance: number): Errors {
  const random = new Random("noise");
  return ([x], generation, index) => [
    (x + NOISE * normal(random.stream("noise", generation).uniform(0, index)) - OBSERVED) / tolerance,
  ];
}

describe("a known posterior", () => {
  test("by rejection", () => {
    const tolerance = 0.03;
    const history = searched(rejection(1, 8000, "s"), observation(tolerance));
    const kept = admitted(history);
    const { mean, sd } = moments(kept);
    expect(kept.length).toBeGreaterThan(300);
    expect(Math.abs(mean - OBSERVED)).toBeLessThan(0.02);
    expect(Math.abs(sd / Math.sqrt(NOISE ** 2 + tolerance ** 2 / 3) - 1)).toBeLessThan(0.12);
    expect(admitted(history, 50)).toHaveLength(50);
  });

  test("by sequential Monte Carlo, also where the range cuts it off", () => {
    const options = { particles: 1200, generations: 8, keep: 0.5 };
    const kept = smcPosterior(searched(smc(1, options, "s"), observation(0.01)), options);
    const { mean, sd } = moments(kept);
    expect(Math.abs(mean - OBSERVED)).toBeLessThan(0.02);
    expect(Math.abs(sd / NOISE - 1)).toBeLessThan(0.15);
    expect(effectiveSize(kept)).toBeGreaterThan(200);

    // An observation of 0 leaves the upper half of a normal distribution: mean 0.1 sqrt(2 / pi).
    const random = new Random("edge");
    const edge: Errors = ([x], g, index) => [(x + NOISE * normal(random.stream("n", g).uniform(0, index))) / 0.01];
    const half = moments(smcPosterior(searched(smc(1, options, "s"), edge), options));
    expect(Math.abs(half.mean - NOISE * Math.sqrt(2 / Math.PI))).toBeLessThan(0.012);
  });

  test("two parameters of which only the sum is seen stay tied to each other", () => {
    const options = { particles: 400, generations: 8, keep: 0.5 };
    const kept = smcPosterior(
      searched(smc(2, options, "s"), ([x, y]) => [(x + y - 1) / 0.02]),
      options,
    );
    expect(kept.every(({ point: [x, y] }) => Math.abs(x + y - 1) < 0.1)).toBe(true);
    const [x, y] = marginalsOf([unit, { ...unit, path: "y" }], kept);
    expect(x.width).toBeGreaterThan(0.6);
    expect(y.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  test("a search over its own history is the same search, and equal points go by their index", () => {
    const options = { particles: 60, generations: 4, keep: 0.5 };
    const errors = observation(0.02);
    const once = searched(smc(1, options, "s"), errors);
    const again = smc(1, options, "s");
    once.forEach(({ points }, at) => expect(again.next(once.slice(0, at))).toEqual(points));
    const flat = nearestFirst([{ points: [[0.3], [0.1], [0.2]], errors: [[1], [1], [null]] }]);
    expect(flat.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(distanceOf([3, 4])).toBeCloseTo(Math.sqrt(12.5), 12);
  });
});

describe("CMA-ES", () => {
  test("finds the lowest place of a long, turned valley, and one on the edge", () => {
    const valley: Errors = ([x, y, z]) => [10 * (y - x * x - 0.1), 0.6 - x, z - 0.25];
    const best = nearestFirst(searched(cmaes(3, { population: 12, generations: 120 }, "s"), valley))[0];
    expect(best.distance).toBeLessThan(1e-3);
    expect(best.point[0]).toBeCloseTo(0.6, 2);
    expect(best.point[1]).toBeCloseTo(0.46, 2);
    const edge = nearestFirst(searched(cmaes(2, { population: 8, generations: 60 }, "s"), ([x, y]) => [x, 1 - y]))[0];
    expect(edge.distance).toBeLessThan(0.01);
  });

  test("eigenvectors rebuild the matrix", () => {
    const matrix = [
      [4, 1, -2],
      [1, 3, 0.5],
      [-2, 0.5, 5],
    ];
    const { values, vectors } = eigen(matrix);
    matrix.forEach((row, i) =>
      row.forEach((value, j) => {
        expect(values.reduce((sum, length, k) => sum + length * vectors[i][k] * vectors[j][k], 0)).toBeCloseTo(
          value,
          10,
        );
      }),
    );
  });
});

describe("NSGA-II", () => {
  test("ZDT1: the front's area is near the whole of 0.8767", () => {
    // Zitzler, Deb and Thiele (2000), 30 variables; the area under the true front up to (1.1, 1.1) is 1.21 - 1/3.
    const zdt1: Errors = ([x, ...rest]) => {
      const g = 1 + (9 * rest.reduce((sum, each) => sum + each, 0)) / rest.length;
      return [x, g * (1 - Math.sqrt(x / g))];
    };
    const options = { population: 100, generations: 200 };
    const front = paretoFront(searched(nsga2(30, options, "s"), zdt1), options);
    const area = hypervolume(front, [1.1, 1.1]);
    expect(area).toBeGreaterThan(0.865);
    expect(area).toBeLessThanOrEqual(1.21 - 1 / 3);
    expect(front.length).toBeGreaterThan(80);
  });

  test("fronts and area by hand; a point without a value is behind all others", () => {
    const all = [
      [1, 4],
      [2, 2],
      [4, 1],
      [3, 3],
      [Infinity, Infinity],
    ].map((objectives) => ({ point: [], objectives }));
    expect(fronts(all)).toEqual([[0, 1, 2], [3], [4]]);
    expect(hypervolume(all.slice(0, 3), [5, 5])).toBe(4 + 3 * 2 + 1 + 0);
  });
});

test("weighted quantiles: equal weights give the middle, a heavy point pulls", () => {
  expect(weightedQuantile([3, 1, 2], [1, 1, 1], 0.5)).toBe(2);
  expect(weightedQuantile([1, 2, 3], [1, 1, 98], 0.5)).toBeGreaterThan(2.9);
  const stream = new Random("q").stream("q", 0);
  const values = Array.from({ length: 4000 }, (_, at) => normal(stream.uniform(0, at)));
  expect(
    normalBelow(
      weightedQuantile(
        values,
        values.map(() => 1),
        0.9,
      ),
    ),
  ).toBeCloseTo(0.9, 1);
});

describe("files", () => {
  const SOUND = {
    format: "distretto/calibration/1",
    scenario: "honduras",
    settings: { "firms.count": 100, months: 24 },
    parameters: { "region.trust": { low: 0.1, high: 0.6 }, "sanctions.fines": [true, false] },
    targets: [
      { measure: "networks.formed", value: 4, tolerance: 1 },
      { measure: "trust.population", value: 0.3, tolerance: 0.02 },
    ],
    method: { kind: "smc", particles: 20, generations: 3 },
  };

  test("a sound file has a search, whose generations are experiments", () => {
    const reply = parseCalibration(SOUND, CATALOGUE);
    if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
    const points = strategyOf(reply.value).next([]) ?? [];
    expect(points).toHaveLength(20);
    expect(settingsAt(reply.value, [0, 0.7])).toEqual({ "region.trust": 0.1, "sanctions.fines": false });
    expect(parseExperiment(generationDocument(reply.value, points, 0), CATALOGUE).ok).toBe(true);
    for (const method of [
      { kind: "rejection", draws: 40 },
      { kind: "cmaes", generations: 3 },
      { kind: "nsga2", population: 10, generations: 3 },
    ]) {
      const other = parseCalibration({ ...SOUND, method }, CATALOGUE);
      if (!other.ok) throw new Error(JSON.stringify(other.problems));
      const first = strategyOf(other.value).next([]) ?? [];
      expect(parseExperiment(generationDocument(other.value, first, 0), CATALOGUE).ok).toBe(true);
    }
  });

  test.each([
    ["a misspelt measure", { targets: [{ measure: "networks.formd", value: 1, tolerance: 1 }] }, "/targets/0/measure"],
    [
      "a tolerance of nothing",
      { targets: [{ measure: "networks.formed", value: 1, tolerance: 0 }] },
      "/targets/0/tolerance",
    ],
    ["a target without value", { targets: [{ measure: "networks.formed", tolerance: 1 }] }, "/targets/0"],
    ["a target twice", { targets: [SOUND.targets[0], SOUND.targets[0]] }, "/targets/1/measure"],
    ["a value beside a truth", { truth: { "region.trust": 0.3, "sanctions.fines": true } }, "/targets/0/value"],
    ["a truth out of range", { truth: { "region.trust": 0.9, "sanctions.fines": true } }, "/truth/region.trust"],
    ["a misspelt parameter", { parameters: { "region.turst": { low: 0, high: 1 } } }, "/parameters"],
    ["an unknown method", { method: { kind: "guess" } }, "/method/kind"],
    ["an unknown option", { method: { kind: "rejection", draws: 20, kep: 3 } }, "/method/kep"],
    ["an odd population", { method: { kind: "nsga2", population: 11, generations: 3 } }, "/method/population"],
    ["more kept than drawn", { method: { kind: "rejection", draws: 20, keep: 30 } }, "/method/keep"],
    ["an unknown key", { target: [] }, "/target"],
  ])("%s", (_, changes, path) => {
    const reply = parseCalibration({ ...SOUND, ...changes }, CATALOGUE);
    expect(reply.ok ? [] : reply.problems.map((problem) => problem.path)).toContain(path);
  });
});
