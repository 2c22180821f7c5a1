import { describe, expect, test } from "vitest";
import type { Results } from "../../sim/experiment/analysis/results.ts";
import { explore, wilson } from "../../sim/experiment/exploration/explore.ts";
import type { Point } from "../../sim/experiment/design/design.ts";
import { designOf, parseExperiment } from "../../sim/index.ts";
import { Random } from "../../sim/kernel/random.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Explorations of sweeps in which it is known where things fail. */

function swept(value: (point: Point, noise: number) => number | null, points = 512, parameters?: object): Results {
  const document = {
    format: "distretto/experiment/1",
    scenario: "honduras",
    seed: "s",
    design: { kind: "sobol", points },
    parameters: parameters ?? {
      "region.trust": { low: 0, high: 1 },
      "region.law": { low: 0, high: 1 },
      "brokers.count": { low: 0, high: 8 },
      "fees.schedule": ["none", "flat", "rising"],
    },
  };
  const reply = parseExperiment(document, CATALOGUE);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  const design = designOf(reply.value);
  const noise = new Random("n").stream("n", 0);
  const values = Array.from({ length: points }, (_, at) => value(design.point(at), noise.uniform(0, at)));
  return { experiment: reply.value, design, values: new Map([["networks.alive", values]]), failed: 0 };
}

const event = { measure: "networks.alive", sign: "<", bound: 1 } as const;

describe("a corner in which everything fails", () => {
  const found = explore(
    swept((point) => (Number(point["region.trust"]) < 0.4 && Number(point["brokers.count"]) <= 2 ? 0 : 5)),
    event,
  );

  test("is found with its limits, and nothing else is limited", () => {
    expect(found?.box.map(({ path }) => path)).toEqual(["region.trust", "brokers.count"]);
    expect(found?.box[1].limit).toBe("at most 2");
    expect(found?.box[0].limit).toMatch(/^at most 0\.(3[5-9]|4)/);
    expect(found?.density).toBeGreaterThan(0.95);
    expect(found?.coverage).toBeGreaterThan(0.9);
    expect(found?.share).toBeCloseTo(0.4 / 3, 1);
    expect(found?.box.every(({ again }) => again > 0.9)).toBe(true);
  });

  test("the map is over the two that matter", () => {
    expect([found?.map?.x, found?.map?.y].sort()).toEqual(["brokers.count", "region.trust"]);
    const counts = found?.map?.counts.flat() ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(512);
  });
});

test("a choice is limited by its values", () => {
  const found = explore(
    swept((point, noise) => (point["fees.schedule"] === "flat" ? Number(noise < 0.1) : Number(noise < 0.9))),
    event,
  );
  expect(found?.box.find(({ path }) => path === "fees.schedule")?.limit).toBe("flat");
  expect(found?.density).toBeGreaterThan(0.8);
});

test("where nothing fails, or all of it, there is no such part", () => {
  expect(
    explore(
      swept(() => 5),
      event,
    )?.box,
  ).toEqual([]);
  expect(
    explore(
      swept(() => 0),
      event,
    ),
  ).toMatchObject({ box: [], share: 1, coverage: 1 });
  expect(
    explore(
      swept(() => null),
      event,
    ),
  ).toBeNull();
});

test("what chance has made does not hold on the other half of the points", () => {
  const chance = explore(
    swept((_, noise) => (noise < 0.3 ? 0 : 2), 256),
    event,
  );
  expect(Math.abs((chance?.heldOut ?? 1) - (chance?.share ?? 0))).toBeLessThan(0.1);
  const real = explore(
    swept((point) => (Number(point["region.trust"]) < 0.3 ? 0 : 2), 256),
    event,
  );
  expect(real?.heldOut).toBeGreaterThan(0.9);
});

test("Wilson's interval, against a published value", () => {
  // 81 of 263: from 0.255 to 0.366 (Newcombe 1998, table I).
  const { low, high } = wilson(81 / 263, 263);
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 20).low).toBe(0);
});
