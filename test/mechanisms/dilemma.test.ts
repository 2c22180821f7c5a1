import { describe, expect, test } from "vitest";
import { intrinsicShare } from "../../sim/mechanisms/contribution.ts";
import { CONDITIONAL, FREE_RIDER, HUMP_SHAPED, OTHER } from "../../sim/world/firms.ts";
import { benefitOf, habitualTrust, trustIn, trustInStrangers, weigh } from "../../sim/world/dilemma.ts";
import { apportion } from "../../sim/world/places.ts";
import { meet, tieTo } from "../../sim/world/ties.ts";
import { GENERIC, projectOf } from "../../sim/world/ventures.ts";
import { runOf, worldOf } from "../worlds.ts";

/** The equations by hand. */

describe("trust", () => {
  test("in strangers: four observations of the region, and what the firm has seen", () => {
    const world = worldOf(runOf("honduras", { "firms.count": 60, "region.trust.spread": 0 }));
    expect(trustInStrangers(world, 0)).toBeCloseTo(0.25, 12);
    world.firms.strangersFor[0] = 2;
    world.firms.strangersAgainst[0] = 1;
    expect(trustInStrangers(world, 0)).toBeCloseTo((4 * 0.25 + 2) / (4 + 2 + 1), 12);
  });

  test("in a partner: two observations of strangers, and what was seen of it; directed", () => {
    const world = worldOf(runOf("honduras", { "firms.count": 60, "region.trust.spread": 0 }));
    const i = 0;
    const j = [...Array(60).keys()].find((k) => k !== i && tieTo(world, i, k) < 0) as number;
    expect(trustIn(world, i, j)).toBeCloseTo(0.25, 12);
    const tie = meet(world, i, j);
    world.ties.evidenceFor[tie] = 3;
    world.ties.evidenceAgainst[tie] = 0.5;
    expect(trustIn(world, i, j)).toBeCloseTo((2 * 0.25 + 3) / (2 + 3.5), 12);
    expect(trustIn(world, j, i)).toBeCloseTo(0.25, 12);
  });

  test("Klos & Nooteboom: 0.300, 0.533, 0.650, 0.767, 0.873 after 1, 2, 3, 5, 10 periods", () => {
    const values = [1, 2, 3, 5, 10].map((periods) => Number(habitualTrust(0.3, 0.5, periods).toFixed(3)));
    expect(values).toEqual([0.3, 0.533, 0.65, 0.767, 0.873]);
  });
});

describe("what a firm weighs", () => {
  const world = worldOf(runOf("honduras", { "firms.count": 10 }));

  test("twelve firms whom a broker has brought together, by hand", () => {
    const terms = new Float64Array(7);
    const trust = 11 * 0.474;
    const offer = {
      stage: 1,
      venture: GENERIC,
      members: 12,
      trust,
      quality: 1.07,
      guidance: 0.7,
      dispersion: 1,
      law: 0.1,
      lawInside: 0.4,
      finding: 0,
      fee: 0.001,
    };
    const utility = weigh(world, offer, terms);
    const benefit = 1.07 * 0.05 * (1 - Math.exp(-(((1 + trust) / 4.5) ** 2))) * 0.85;
    const expected = [
      benefit,
      -0.01,
      -0,
      -0.0025 * 11 * (1 - 0.42),
      -0.002 * 0.9,
      -0.5 * 0.6 * (1 - 0.474) * 0.005,
      -0.001,
    ];
    expected.forEach((value, at) => expect(terms[at]).toBeCloseTo(value, 12));
    expect(utility).toBeCloseTo(
      expected.reduce((a, b) => a + b, 0),
      12,
    );
  });

  test("a strategic project needs 1.2 times the critical mass and leaks 5/3 as much", () => {
    const pilot = projectOf(world, GENERIC, 1);
    const strategic = projectOf(world, GENERIC, 2);
    expect(strategic.criticalMass).toBeCloseTo(1.2 * pilot.criticalMass, 12);
    expect(strategic.leak).toBeCloseTo(0.25, 12);
    expect(benefitOf(pilot, pilot.criticalMass)).toBeCloseTo(0.05 * (1 - Math.exp(-1)), 12);
    expect(benefitOf(pilot, 0)).toBe(0);
  });
});

describe("giving by nature", () => {
  test("conditional, free rider, hump-shaped, other", () => {
    expect(intrinsicShare(CONDITIONAL, 0.6, 0.9, 0.2)).toBeCloseTo(0.54, 12);
    expect(intrinsicShare(FREE_RIDER, 1, 0.9, 0.2)).toBe(0);
    expect(intrinsicShare(HUMP_SHAPED, 0.7, 0.9, 0.2)).toBeCloseTo(0.27, 12);
    expect(intrinsicShare(OTHER, 0.7, 0.9, 0.2)).toBe(0.2);
  });
});

describe("shares of firms", () => {
  test("largest remainders, ties to the earlier", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [0.5, 0.3, 0.2])).toEqual([4, 2, 1]);
    expect(apportion(0, [1, 2])).toEqual([0, 0]);
  });
});
