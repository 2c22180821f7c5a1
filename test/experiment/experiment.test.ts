import { describe, expect, test } from "vitest";
import type { Experiment } from "../../sim/index.ts";
import { designOf, parseExperiment } from "../../sim/index.ts";
import { valueAt } from "../../sim/experiment/design/design.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Experiment files: what is sound opens, and what is not is told before anything is run. */

const SOUND = {
  format: "distretto/experiment/1",
  scenario: "honduras",
  settings: { "firms.count": 200, months: 24 },
  design: { kind: "factorial", levels: 3 },
  parameters: {
    "region.trust": { low: 0.1, high: 0.5 },
    "brokers.count": { low: 0, high: 8 },
    "sanctions.fines": [true, false],
  },
  replicates: 4,
  seed: "s",
  measures: ["networks.formed", "trust.neighbours"],
};

function opened(changes: object = {}): Experiment {
  const reply = parseExperiment({ ...SOUND, ...changes }, CATALOGUE);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  return reply.value;
}

function problemsOf(changes: object) {
  const reply = parseExperiment({ ...SOUND, ...changes }, CATALOGUE);
  return reply.ok ? [] : reply.problems;
}

test("a factorial has every combination of levels, the last parameter changing fastest", () => {
  const design = designOf(opened());
  expect(design.names).toEqual(["region.trust", "brokers.count", "sanctions.fines"]);
  expect(design.points).toBe(18);
  expect(design.point(0)).toEqual({ "region.trust": 0.1, "brokers.count": 0, "sanctions.fines": true });
  expect(design.point(1)).toEqual({ "region.trust": 0.1, "brokers.count": 0, "sanctions.fines": false });
  expect(design.point(9)).toEqual({ "region.trust": 0.3, "brokers.count": 4, "sanctions.fines": false });
  const all = Array.from({ length: 18 }, (_, index) => JSON.stringify(design.point(index)));
  expect(new Set(all).size).toBe(18);
});

test("a list has its points, and the names of all of them", () => {
  const points = [{ "region.trust": 0.2 }, { "brokers.count": 0 }, {}];
  const design = designOf(opened({ design: { kind: "list", points }, parameters: undefined }));
  expect([design.names, design.points]).toEqual([["region.trust", "brokers.count"], 3]);
  expect([0, 1, 2].map((index) => design.point(index))).toEqual(points);
});

test("a share of a dimension is a value of it, whole numbers and listed values equally likely", () => {
  const [trust, count, fines] = opened().dimensions;
  const at = (dimension: typeof trust) => [0, 0.24, 0.5, 0.999, 1].map((share) => valueAt(dimension, share));
  expect(at(count)).toEqual([0, 2, 4, 8, 8]);
  expect(at(fines)).toEqual([true, true, false, false, false]);
  expect(at(trust).slice(0, 3)).toEqual([0.1, 0.1 + 0.24 * (0.5 - 0.1), 0.1 + 0.5 * (0.5 - 0.1)]);
  expect(at(trust)[4]).toBe(0.5);
});

test("what is left out has its usual value", () => {
  const { replicates, pairing, measures, series, seed } = opened({
    replicates: undefined,
    seed: undefined,
    measures: undefined,
  });
  expect([replicates, pairing, series, seed]).toEqual([1, "common", 0, "101"]);
  expect(measures).toContain("sales.naiveBestSix.change");
});

describe("problems", () => {
  test.each([
    ["a misspelt measure", { measures: ["networks.formd"] }, "/measures/0", "Did you mean networks.formed?"],
    ["a misspelt parameter", { parameters: { "region.turst": [0.1] } }, "/parameters", "Did you mean region.trust?"],
    ["a misspelt setting", { settings: { "firms.cuont": 3 } }, "/settings", "Did you mean firms.count?"],
    [
      "a bound out of range",
      { parameters: { "region.trust": { low: 0, high: 3 } } },
      "/parameters/region.trust/high",
      "The most is 1.",
    ],
    [
      "a value out of range",
      { parameters: { "region.trust": [0.1, -1] } },
      "/parameters/region.trust/1",
      "The least is 0.",
    ],
    [
      "bounds the wrong way round",
      { parameters: { "region.trust": { low: 0.4, high: 0.3 } } },
      "/parameters/region.trust",
      "Change the two",
    ],
    [
      "an interval of a choice",
      { parameters: { "fees.schedule": { low: 0, high: 1 } } },
      "/parameters/fees.schedule",
      '"rising"',
    ],
    ["a value twice", { parameters: { "region.trust": [0.1, 0.1] } }, "/parameters/region.trust", "Take doubles out."],
    ["a seed as parameter", { parameters: { seed: [1, 2] } }, "/parameters/seed", "Use `seed`"],
    ["one path set and varied", { settings: { "region.trust": 0.1 } }, "/settings/region.trust", "one of the two"],
    ["an unknown design", { design: { kind: "factorail" } }, "/design/kind", ""],
    ["an unknown option", { design: { kind: "factorial", lvels: 3 } }, "/design/lvels", "Did you mean levels?"],
    ["an unknown key", { replicate: 3 }, "/replicate", "Did you mean replicates?"],
    ["an unknown scenario", { scenario: "hondurs" }, "scenario", "Did you mean honduras?"],
    ["a design without parameters", { parameters: undefined }, "/parameters", "Name what is varied."],
    ["parameters of a list", { design: { kind: "list", points: [{}] } }, "/parameters", "Leave them out."],
    [
      "a point of a list",
      { design: { kind: "list", points: [{ "region.trust": 2 }] }, parameters: undefined },
      "/design/points/0/region.trust",
      "The most is 1.",
    ],
    [
      "too many runs",
      {
        design: { kind: "factorial", levels: 1000 },
        parameters: { "region.trust": { low: 0, high: 1 }, "region.law": { low: 0, high: 1 } },
        replicates: 1e6,
      },
      "/design",
      "fewer",
    ],
    [
      "what only the whole shows",
      { design: { kind: "factorial" }, parameters: { "region.count": [6, 7] } },
      "point 2, region.count",
      "Leave it out.",
    ],
    ["a reserved name", { parameters: JSON.parse('{"__proto__": [1]}') }, "/parameters/__proto__", "another name"],
  ])("%s", (_, changes, path, mend) => {
    const problems = problemsOf(changes);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.find((problem) => problem.path === path)?.mend).toContain(mend);
  });
});

test("a world that does not fit into memory is refused before the start", () => {
  const reply = parseExperiment({ ...SOUND, settings: { "firms.count": 1_000_000 } }, CATALOGUE, { room: 1e8 });
  expect(reply).toMatchObject({ ok: false, problems: [{ path: "point 1, firms.count" }] });
});
