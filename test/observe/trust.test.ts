import { describe, expect, it } from "vitest";
import { DORMANT, PILOT, PILOT_PROJECT } from "../../sim/world/networks.ts";
import { found, know, tinyWorld } from "./tinyWorld.ts";
import { value } from "./value.ts";

/** Three firms in region 0 (trust 0.25), one in region 1 (trust 0.5); a0 = 4, b0 = 2. */
function fourFirms() {
  const world = tinyWorld({
    firms: [
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 0],
    ],
    regions: 2,
  });
  world.regions.trust[1] = 0.5;
  // firm 0: (4 x 0.25 + 1) / (4 + 1 + 3) = 0.25; firm 1: (1 + 4) / (4 + 4) = 0.625; firm 2: 0.25; firm 3: 0.5
  world.firms.strangersFor.set([1, 4, 0, 0]);
  world.firms.strangersAgainst.set([3, 0, 0, 0]);
  return world;
}

describe("trust", () => {
  it("in strangers is the mean over firms in business", () => {
    const world = fourFirms();
    expect(value("trust.population", world)).toBe((0.25 + 0.625 + 0.25 + 0.5) / 4);
    world.firms.alive[3] = 0;
    expect(value("trust.population", world)).toBe((0.25 + 0.625 + 0.25) / 3);
    expect(value("trust.population", tinyWorld({ firms: [] }))).toBe(0);
  });

  it("inside running networks takes every ordered pair, known or not", () => {
    const world = fourFirms();
    found(world, [0, 1, 3], { phase: PILOT, project: PILOT_PROJECT, started: 0 });
    know(world, 0, 1, { forward: [2, 0], back: [0, 3] });
    // T_01 = (2 x 0.25 + 2) / 4 = 0.625; T_10 = (2 x 0.625) / 5 = 0.25; the rest are strangers to each other
    expect(value("trust.members", world)).toBeCloseTo((0.625 + 0.25 + 0.25 + 0.625 + 0.5 + 0.5) / 6, 15);
  });

  it("inside networks is 0 where none runs", () => {
    const world = fourFirms();
    found(world, [0, 1], { phase: DORMANT });
    expect(value("trust.members", world)).toBe(0);
  });

  it("between neighbours takes ties within a region only", () => {
    const world = fourFirms();
    expect(value("trust.neighbours", world)).toBe(0);
    know(world, 0, 1, { forward: [2, 0], back: [0, 3] });
    know(world, 2, 0, { forward: [6, 0], back: [0, 0] });
    know(world, 1, 3, { forward: [100, 0], back: [100, 0] });
    // T_20 = (2 x 0.25 + 6) / 8 = 0.8125; T_02 = 0.25
    expect(value("trust.neighbours", world)).toBeCloseTo((0.625 + 0.25 + 0.8125 + 0.25) / 4, 15);
  });
});
