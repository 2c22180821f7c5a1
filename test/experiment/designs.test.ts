import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centredDiscrepancy } from "../../sim/experiment/design/discrepancy.ts";
import { hypercube } from "../../sim/experiment/design/hypercube.ts";
import { Sequence } from "../../sim/experiment/design/sequence.ts";
import { adviceOf, designOf, parseExperiment } from "../../sim/index.ts";
import type { Design } from "../../sim/experiment/design/design.ts";
import { Random } from "../../sim/kernel/random.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Designs beside scipy's and SALib's; how exact is said in each file. */
function oracleOf(name: string) {
  return JSON.parse(readFileSync(new URL(`../oracle/${name}.json`, import.meta.url), "utf8"));
}

const RANGES = {
  "region.trust": { low: 0.1, high: 0.5 },
  "brokers.count": { low: 0, high: 8 },
  "sanctions.fines": [true, false],
};

function made(design: object, parameters: object = RANGES, seed = "s"): Design {
  const document = { format: "distretto/experiment/1", scenario: "honduras", design, parameters, seed };
  const reply = parseExperiment(document, CATALOGUE);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  return designOf(reply.value);
}

function all(design: Design) {
  return Array.from({ length: design.points }, (_, index) => design.point(index));
}

describe("the Sobol' sequence", () => {
  const oracle = oracleOf("sobolSequence");
  const points = (n: number, d: number) => {
    const sequence = new Sequence(d);
    return Array.from({ length: n }, (_, index) => sequence.point(index));
  };

  test("is the published one, to the last bit", () => {
    expect(points(16, 6)).toEqual(oracle.first16_d6);
    const many = points(1024, 20);
    expect(many[512]).toEqual(oracle.rows_1024_d20_row_512);
    expect(many[1023]).toEqual(oracle.rows_1024_d20_row_1023);
    const words = Uint32Array.from(many.flat(), (x) => x * 0x40000000);
    const hash = createHash("sha256").update(new Uint8Array(words.buffer)).digest("hex");
    expect(hash).toBe(oracle["sha256_uint32le_rowmajor_1024x20_of_x_times_2^30"]);
  });

  test("has the published discrepancy", () => {
    for (const [n, known] of Object.entries(oracle.discrepancy_CD_first_n_d6 as Record<string, number>)) {
      expect(centredDiscrepancy(points(Number(n), 6))).toBeCloseTo(known, 12);
    }
  });

  test("scrambled, every column has a point in each slice still, and scramblings differ", () => {
    const sequence = new Sequence(128);
    const draws = (at: number) => new Random("s").stream("scrambling", at);
    const columns = (at: number) => Array.from({ length: 64 }, (_, index) => sequence.point(index, draws(at)));
    const [one, other] = [columns(0), columns(1)];
    for (let k = 0; k < 128; k++) {
      expect(new Set(one.map((point) => Math.floor(point[k] * 64))).size).toBe(64);
    }
    expect(one).toEqual(columns(0));
    expect(one[0]).not.toEqual(other[0]);
    expect(() => new Sequence(129)).toThrow("128");
  });

  test("scrambled, a point by itself is anywhere: mean and spread over scramblings are those of the unit interval", () => {
    const sequence = new Sequence(3);
    const values = Array.from({ length: 2000 }, (_, at) => sequence.point(5, new Random("u").stream("x", at))[2]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(square - 1 / 12)).toBeLessThan(0.006);
  });
});

describe("Latin hypercubes", () => {
  const oracle = oracleOf("lhsDiscrepancy");

  test("the discrepancy is scipy's", () => {
    expect(centredDiscrepancy(oracle.fixed_lhs_32x6)).toBeCloseTo(oracle.fixed_lhs_discrepancy.CD, 14);
  });

  test("32 points in 6 dimensions have a centred discrepancy of at most 0.0125", () => {
    for (const seed of ["a", "b", "c", "d", "e"]) {
      expect(centredDiscrepancy(hypercube(32, 6, seed))).toBeLessThanOrEqual(0.0125);
    }
  });

  test("every column has one point in each slice, whatever the size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 8 }), fc.string(), (n, d, seed) => {
        const points = hypercube(n, d, seed);
        for (let k = 0; k < d; k++) expect(new Set(points.map((point) => Math.floor(point[k] * n))).size).toBe(n);
      }),
      { numRuns: 40 },
    );
  });

  test("a whole number takes each of its values about equally often", () => {
    const counts = new Map<unknown, number>();
    for (const point of all(made({ kind: "lhs", points: 90 }))) {
      counts.set(point["brokers.count"], (counts.get(point["brokers.count"]) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 9 }, () => 10));
  });
});

describe("Saltelli's design", () => {
  const plain = { kind: "saltelli", base: 4, scramble: false };
  const unit = Object.fromEntries(
    ["region.trust", "region.law", "region.dispersion"].map((path) => [path, { low: 0, high: 1 }]),
  );

  test("unscrambled, it has SALib's layout", () => {
    const rows = all(made(plain, unit)).map((point) =>
      Object.values(point).map((x) => Number(x) * 2 * Math.PI - Math.PI),
    );
    const known = oracleOf("saltelliIshigami").layout_N4_second_order_rows_A_AB1_AB2_AB3_BA1_BA2_BA3_B as number[][];
    expect(rows).toHaveLength(known.length);
    rows.forEach((row, at) => row.forEach((x, k) => expect(x).toBeCloseTo(known[at][k], 12)));
  });

  test("has base times twice the parameters and two, or base times the parameters and two", () => {
    expect(made({ kind: "saltelli", base: 256 }).points).toBe(256 * 8);
    expect(made({ kind: "saltelli", base: 256, secondOrder: false }).points).toBe(256 * 5);
  });

  test("a point can be worked out by itself, in any order", () => {
    const design = made({ kind: "saltelli", base: 64, scramblings: 4 });
    const points = all(design);
    expect(design.point(137)).toEqual(points[137]);
    expect(made({ kind: "saltelli", base: 64, scramblings: 4 }).point(300)).toEqual(points[300]);
    expect(made({ kind: "saltelli", base: 64, scramblings: 4 }, RANGES, "t").point(137)).not.toEqual(points[137]);
    // The first row of a block has A and the last has B; those between have one parameter of the other.
    const [a, ab] = points.slice(0, 2);
    expect(ab["brokers.count"]).toBe(a["brokers.count"]);
    expect(ab["region.trust"]).not.toBe(a["region.trust"]);
  });
});

describe("Morris' walks", () => {
  test("each step moves one parameter by half of the levels, and each parameter moves once", () => {
    const points = all(made({ kind: "morris", trajectories: 20 }));
    expect(points).toHaveLength(80);
    for (let walk = 0; walk < 20; walk++) {
      const moved = [1, 2, 3].map((step) => {
        const [before, after] = [points[4 * walk + step - 1], points[4 * walk + step]];
        const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
        expect(changed).toHaveLength(1);
        if (changed[0] !== "region.trust") return changed[0];
        expect(Math.abs(Number(after["region.trust"]) - Number(before["region.trust"]))).toBeCloseTo((0.4 * 2) / 3, 12);
        return changed[0];
      });
      expect(new Set(moved).size).toBe(3);
    }
    const trusts = new Set(points.map((point) => Number(point["region.trust"]).toFixed(4)));
    expect([...trusts].sort()).toEqual(["0.1000", "0.2333", "0.3667", "0.5000"]);
  });
});

test("one at a time begins with the scenario as it is", () => {
  const points = all(made({ kind: "oat" }));
  expect(points).toEqual([
    {},
    { "region.trust": 0.1 },
    { "region.trust": 0.5 },
    { "brokers.count": 0 },
    { "brokers.count": 8 },
    { "sanctions.fines": true },
    { "sanctions.fines": false },
  ]);
});

test("a Sobol' design of a million points takes no memory until it is asked, and any point is within its ranges", () => {
  const design = made({ kind: "sobol", points: 1_000_000 });
  for (const index of [0, 1, 999_999, 524_288]) {
    const point = design.point(index);
    expect(Number(point["region.trust"])).toBeGreaterThanOrEqual(0.1);
    expect(Number(point["region.trust"])).toBeLessThanOrEqual(0.5);
    expect(Number.isInteger(point["brokers.count"])).toBe(true);
  }
});

test.each([
  [{ kind: "saltelli", base: 64 }, "base of at least 256"],
  [{ kind: "saltelli", base: 256 }, undefined],
  [{ kind: "morris", trajectories: 4 }, "at least 10 trajectories"],
  [{ kind: "morris", trajectories: 10 }, undefined],
  [{ kind: "lhs", points: 20 }, "wants 30 points"],
  [{ kind: "sobol", points: 100 }, "power of two"],
  [{ kind: "sobol", points: 128 }, undefined],
])("what is advised for %j", (design, words) => {
  const document = { format: "distretto/experiment/1", scenario: "honduras", design, parameters: RANGES };
  const reply = parseExperiment(document, CATALOGUE);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  const advice = adviceOf(reply.value);
  if (words === undefined) expect(advice).toBeUndefined();
  else expect(advice).toContain(words);
});

describe("problems", () => {
  test.each([
    ["a base that is no power of two", { kind: "saltelli", base: 100 }, "/design/base"],
    ["more scramblings than pairs", { kind: "saltelli", base: 4, scramblings: 4 }, "/design/scramblings"],
    ["scramblings of nothing", { kind: "saltelli", base: 8, scramblings: 2, scramble: false }, "/design/scramblings"],
    ["odd levels", { kind: "morris", trajectories: 4, levels: 5 }, "/design/levels"],
    ["a hypercube of one point", { kind: "lhs", points: 1 }, "/design/points"],
    ["an unknown option", { kind: "sobol", points: 4, scrambel: true }, "/design/scrambel"],
  ])("%s", (_, design, path) => {
    const document = { format: "distretto/experiment/1", scenario: "honduras", design, parameters: RANGES };
    const reply = parseExperiment(document, CATALOGUE);
    expect(reply.ok ? [] : reply.problems.map((problem) => problem.path)).toEqual([path]);
  });

  test("no parameters", () => {
    for (const kind of ["oat", "morris", "saltelli", "sobol", "lhs"]) {
      const design = { kind, ...(kind === "morris" ? { trajectories: 4 } : kind === "saltelli" ? { base: 4 } : {}) };
      const whole = kind === "sobol" || kind === "lhs" ? { ...design, points: 4 } : design;
      expect(() => made(whole, {})).toThrow("Name what is varied.");
    }
  });
});
