import { describe, expect, test } from "vitest";
import type { Analysis } from "../../sim/experiment/analysis/analyse.ts";
import { analyse } from "../../sim/experiment/analysis/analyse.ts";
import type { Point } from "../../sim/experiment/design/design.ts";
import { designOf, parseExperiment } from "../../sim/index.ts";
import { Random } from "../../sim/kernel/random.ts";
import { normal } from "../../sim/kernel/sample.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Analyses of experiments whose truth is known: the values come from a formula and a noise, not from worlds. */

type Formula = (point: Point, noise: number) => number | null;

function analysed(document: object, formula: Formula, sharedNoise = true): Analysis {
  const whole = { format: "distretto/experiment/1", scenario: "honduras", seed: "s", ...document };
  const reply = parseExperiment(whole, CATALOGUE);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  const experiment = reply.value;
  const design = designOf(experiment);
  const noise = new Random("noise").stream("noise", 0);
  const values: (number | null)[] = [];
  for (let point = 0; point < design.points; point++) {
    for (let r = 0; r < experiment.replicates; r++) {
      values.push(formula(design.point(point), normal(noise.uniform(sharedNoise ? 0 : point + 1, r))));
    }
  }
  return analyse({ experiment, design, values: new Map([["trust.neighbours", values]]), failed: 0 });
}

const number = (point: Point, path: string, otherwise = 0) => Number(point[path] ?? otherwise);

describe("one at a time", () => {
  test("the effect of each step against the scenario, on the same worlds", () => {
    const { measures, tests } = analysed(
      { design: { kind: "oat" }, parameters: { "region.trust": { low: 0, high: 1 } }, replicates: 30 },
      (point, noise) => 5 + 2 * number(point, "region.trust", 0.5) + noise,
    );
    const { finding } = measures[0];
    if (finding.kind !== "steps") throw new Error(finding.kind);
    expect(finding.steps.map(({ setting, value }) => [setting, Number(value?.toFixed(9))])).toEqual([
      [0, -1],
      [1, 1],
    ]);
    expect(finding.steps[0].varianceRatio).toBeLessThan(1e-20);
    expect(tests).toHaveLength(2);
  });
});

describe("factorial", () => {
  const parameters = { "region.trust": [0, 1], "region.law": [0, 0.5, 1] };
  const formula: Formula = (point, noise) => {
    const [trust, law] = [number(point, "region.trust"), number(point, "region.law")];
    return 1 + 3 * trust + law + 4 * trust * law + 0.02 * noise * (1 + trust);
  };

  test("main effects and interactions", () => {
    const { measures } = analysed({ design: { kind: "factorial" }, parameters, replicates: 20 }, formula);
    const { finding } = measures[0];
    if (finding.kind !== "effects") throw new Error(finding.kind);
    // By hand: trust from 0 to 1 adds 3 + 4 * 0.5; law from 0 to 1 adds 1 + 4 * 0.5; the corners differ by 4, halved.
    const [trust, law] = finding.main;
    expect(trust.change.value).toBeCloseTo(5, 1);
    expect(law.change.value).toBeCloseTo(3, 1);
    expect(finding.interactions[0].change.value).toBeCloseTo(2, 1);
    expect(trust.change.n).toBe(20);
    expect(trust.levels.map(({ setting }) => setting)).toEqual([0, 1]);
    const shares = [trust.share, law.share, finding.interactions[0].share].map(Number);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    // Sums of squares by hand: 6 * 2.5^2, 4 * 1.5^2, and 4 * 1 of the corners.
    expect(shares[0]).toBeCloseTo(37.5 / (37.5 + 9 + 4), 2);
  });

  test("one replicate has effects without intervals, and says so", () => {
    const { measures, remarks, tests } = analysed({ design: { kind: "factorial" }, parameters }, formula);
    const { finding } = measures[0];
    if (finding.kind !== "effects") throw new Error(finding.kind);
    expect(finding.main[0].change).toMatchObject({ low: null, p: null, n: 1 });
    expect(tests).toEqual([]);
    expect(remarks.join(" ")).toContain("One replicate");
  });

  test("a missing run takes its world from the effects that need it", () => {
    let count = 0;
    const { measures } = analysed({ design: { kind: "factorial" }, parameters, replicates: 20 }, (point, noise) =>
      (count += 1) === 3 ? null : formula(point, noise),
    );
    const { finding, spread } = measures[0];
    if (finding.kind !== "effects") throw new Error(finding.kind);
    expect(finding.main[0].change.n).toBe(19);
    expect(finding.main[0].levels[1].n).toBe(20);
    expect(finding.main[0].share).toBeNull();
    expect([spread.missing, spread.n]).toEqual([1, 19]);
  });
});

describe("list", () => {
  const points = [{ "region.trust": 0.2 }, { "region.trust": 0.4 }, { "region.trust": 0 }];
  const document = { design: { kind: "list", points }, replicates: 25 };
  const formula: Formula = (point, noise) => number(point, "region.trust") * (1 + 0.1 * noise) + noise;

  test("each point against the last, paired where worlds are common, and less sure where they are not", () => {
    const paired = analysed(document, formula);
    const { finding } = paired.measures[0];
    if (finding.kind !== "options") throw new Error(finding.kind);
    expect(finding.options.map(({ name }) => name)).toEqual(
      points.map((each) => `region.trust=${each["region.trust"]}`),
    );
    const [first, second, last] = finding.options;
    expect(last.against).toBeNull();
    expect(first.against?.varianceRatio).toBeLessThan(0.05);
    expect(second.against?.value).toBeCloseTo(2 * Number(first.against?.value), 9);
    expect(paired.tests.map(({ what }) => what)).toEqual(["region.trust=0.2", "region.trust=0.4"]);
    expect(paired.tests[0].holm).toBeGreaterThanOrEqual(paired.tests[0].p);

    const apart = analysed({ ...document, pairing: "independent" }, formula, false);
    const { finding: loose } = apart.measures[0];
    if (loose.kind !== "options") throw new Error(loose.kind);
    const width = ({ low, high }: { low: number | null; high: number | null }) => Number(high) - Number(low);
    expect(width(loose.options[0].against ?? { low: 0, high: 0 })).toBeGreaterThan(
      3 * width(first.against ?? first.summary),
    );
    expect(loose.options[0].against?.varianceRatio).toBeNull();
  });

  test("a skewed difference has a BCa interval beside the t interval, and is named", () => {
    const { measures, remarks } = analysed(
      document,
      (point, noise) => number(point, "region.trust") * Math.exp(2 * noise),
    );
    const { finding, spread } = measures[0];
    if (finding.kind !== "options") throw new Error(finding.kind);
    expect(finding.options[0].against).toMatchObject({ skewed: true });
    expect(finding.options[0].against?.bca?.low).toBeGreaterThan(Number(finding.options[0].against?.low));
    expect(spread.skewed).toBe(true);
    expect(remarks.join(" ")).toContain("BCa");
  });
});

test("Saltelli: the larger coefficient has the larger index, and convergence ends at the index", () => {
  const { measures } = analysed(
    {
      design: { kind: "saltelli", base: 1024 },
      parameters: { "region.trust": { low: 0, high: 1 }, "region.law": { low: 0, high: 1 } },
    },
    (point) => 3 * number(point, "region.trust") + number(point, "region.law"),
  );
  const { finding, convergence } = measures[0];
  if (finding.kind !== "indices" || finding.indices === null) throw new Error(finding.kind);
  expect(finding.indices.first[0].value).toBeCloseTo(0.9, 2);
  expect(finding.indices.total[1].value).toBeCloseTo(0.1, 2);
  expect(finding.indices.n).toBe(1024);
  expect(convergence[0].steps.at(-1)).toMatchObject({ n: 1024, value: finding.indices.total[0].value });
});

test("Morris: a straight effect has no spread; convergence counts walks", () => {
  const { measures } = analysed(
    {
      design: { kind: "morris", trajectories: 12 },
      parameters: { "region.trust": { low: 0, high: 0.5 }, "region.law": { low: 0, high: 1 } },
    },
    (point) => 3 * number(point, "region.trust") - number(point, "region.law") ** 2,
  );
  const { finding, convergence } = measures[0];
  if (finding.kind !== "screening") throw new Error(finding.kind);
  const [trust, law] = finding.parameters;
  expect(trust.mu.value).toBeCloseTo(1.5, 9);
  expect(trust.sigma.value).toBeCloseTo(0, 9);
  expect(law.mu.value).toBeLessThan(0);
  expect(law.muStar.value).toBeCloseTo(-Number(law.mu.value), 9);
  expect(law.sigma.value).toBeGreaterThan(0.1);
  expect(convergence[1].steps.map(({ n }) => n)).toEqual([4, 6, 9, 12]);
});

test("a hypercube gives correlations; the histogram counts every run", () => {
  const { measures } = analysed(
    {
      design: { kind: "lhs", points: 60 },
      parameters: { "region.trust": { low: 0, high: 1 }, "sanctions.fines": [true, false] },
    },
    (point) => number(point, "region.trust") + (point["sanctions.fines"] === true ? 0.1 : 0),
  );
  const { finding, histogram, spread } = measures[0];
  if (finding.kind !== "correlations") throw new Error(finding.kind);
  expect(finding.correlations[0].partial.value).toBeGreaterThan(0.95);
  expect(histogram?.counts.reduce((a, b) => a + b)).toBe(60);
  expect(spread).toMatchObject({ over: "points", n: 60, missing: 0 });
});
