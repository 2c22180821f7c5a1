import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { Random } from "../../sim/kernel/random.ts";
import { exports } from "../../sim/mechanisms/exports.ts";
import { foreignShocks } from "../../sim/mechanisms/foreignShocks.ts";
import {
  AT_HOME,
  NATIONAL,
  NEIGHBOUR,
  OWN_BRANCH,
  THROUGH_AGENT,
  WORLD,
  capabilityAbroad,
  returnHome,
  sellAbroad,
  together,
} from "../../sim/world/abroad.ts";
import { largestOfCells } from "../../sim/world/largest.ts";
import { salesOf } from "../../sim/world/birth.ts";
import type { World } from "../../sim/world/world.ts";
import { found, inOneCell, tinyWorld } from "../observe/tinyWorld.ts";
import { hashAfter, runOf, worldOf } from "../worlds.ts";
import { effectOf } from "./direction.ts";

/** A firm that can go abroad: quality 0.4, knowledge 0.3, skill for foreign work, known in the nation. */
function capable(world: World): World {
  const { firms, regions } = world;
  firms.quality.fill(0.4);
  firms.knowledge.fill(0.3);
  firms.foreignSkill.fill(0.5);
  firms.market.fill(NATIONAL);
  firms.baseSales.fill(10);
  regions.demand.fill(1);
  return world;
}

type Month = Parameters<typeof exports.step>[0];

/** Plays one mechanism for a month with its start values, some set otherwise. */
function play(
  mechanism: typeof exports | typeof foreignShocks,
  world: World,
  settings: Record<string, Value>,
  month = 1,
): void {
  world.month = month;
  const random = new Random("abroad");
  const starts = Object.fromEntries(Object.entries(mechanism.params).map(([name, { start }]) => [name, start]));
  const all = { ...starts, on: true, ...settings } as Month["settings"];
  mechanism.step({
    world,
    settings: all,
    month,
    random,
    draws: (purpose: string) => random.stream(`${mechanism.id}.${purpose}`, month),
  } as never);
}

const SURE = { "hazard.first": 10, "hazard.branch": 100, "hazard.market": 0, "global.share": 0 };

describe("going abroad", () => {
  test("an average firm of six workers has capability 1; size counts with its fourth root", () => {
    const world = capable(tinyWorld({ firms: inOneCell(1) }));
    expect(capabilityAbroad(world, 0)).toBeCloseTo(1, 6);
    world.firms.workers[0] = 96;
    world.firms.productivity[0] = 0.4;
    expect(capabilityAbroad(world, 0)).toBeCloseTo(2 * Math.exp(0.2), 6);
  });

  test("two covers, one after the other", () => {
    expect(together(0.5, 0.2)).toBeCloseTo(0.6, 12);
    expect(together(0, 0)).toBe(0);
  });

  test("the first step is through an agent to a neighbour; sales abroad are built up on top of those at home", () => {
    const world = capable(tinyWorld({ firms: inOneCell(1) }));
    play(exports, world, SURE);
    const { firms } = world;
    expect([firms.exportStage[0], firms.market[0], firms.exportSince[0]]).toEqual([THROUGH_AGENT, NEIGHBOUR, 1]);
    expect(firms.exports[0]).toBeCloseTo((0.15 * 10 * 1.003) / 12, 9);
    expect(firms.sales[0]).toBeCloseTo(10 + firms.exports[0], 12);
  });

  test("readiness for a branch grows with months abroad: none at once", () => {
    const world = capable(tinyWorld({ firms: inOneCell(1) }));
    play(exports, world, SURE, 1);
    world.firms.exportSince[0] = 2;
    play(exports, world, SURE, 2);
    expect(world.firms.exportStage[0]).toBe(THROUGH_AGENT);
    play(exports, world, SURE, 30);
    expect(world.firms.exportStage[0]).toBe(OWN_BRANCH);
    expect(world.firms.outside[0]).toBeCloseTo(0.2, 6);
  });

  test("who knows enough may be born global", () => {
    const world = capable(tinyWorld({ firms: inOneCell(1) }));
    world.firms.knowledge[0] = 0.7;
    play(exports, world, { ...SURE, "global.share": 1 });
    expect([world.firms.exportStage[0], world.firms.market[0]]).toEqual([OWN_BRANCH, WORLD]);
  });

  for (const [why, spoil] of [
    ["too small a lot", (world: World) => world.firms.sales.fill(2)],
    ["too low a quality", (world: World) => world.firms.quality.fill(0.3)],
    ["nobody for foreign work", (world: World) => world.firms.foreignSkill.fill(0.1)],
    ["a local market", (world: World) => world.firms.market.fill(0)],
  ] as const) {
    test(`no step with ${why}`, () => {
      const world = capable(tinyWorld({ firms: inOneCell(3) }));
      spoil(world);
      play(exports, world, SURE);
      expect([...world.firms.exportStage]).toEqual([AT_HOME, AT_HOME, AT_HOME]);
    });
  }

  test("a network's joint lot and its best linguist open the door to all members", () => {
    const world = capable(tinyWorld({ firms: inOneCell(4) }));
    world.firms.sales.fill(2);
    world.firms.foreignSkill.fill(0.1);
    world.firms.foreignSkill[1] = 0.9;
    found(world, [0, 1, 2], { project: 1 });
    play(exports, world, SURE);
    expect([...world.firms.exportStage]).toEqual([THROUGH_AGENT, THROUGH_AGENT, THROUGH_AGENT, AT_HOME]);
  });

  test("intermediaries lend the skill that a firm has not", () => {
    const world = capable(tinyWorld({ firms: inOneCell(1) }));
    world.firms.foreignSkill.fill(0.1);
    world.regions.agents.fill(0.5);
    play(exports, world, SURE);
    expect(world.firms.exportStage[0]).toBe(THROUGH_AGENT);
  });

  test("sales are what is sold at home and abroad, and stay so when a firm returns", () => {
    const world = worldOf(runOf("honduras", { "firms.count": 60 }));
    const home = salesOf(world, 5);
    sellAbroad(world, 5, 3);
    world.firms.exportStage[5] = THROUGH_AGENT;
    expect(salesOf(world, 5)).toBeCloseTo(home + 3, 12);
    expect(world.firms.sales[5]).toBeCloseTo(home + 3, 12);
    returnHome(world, 5);
    expect(world.firms.sales[5]).toBeCloseTo(home, 12);
    expect([world.firms.exports[5], world.firms.exportStage[5], world.firms.exportSince[5]]).toEqual([0, AT_HOME, -1]);
  });

  test("the largest firms of a cell, by hand", () => {
    const world = tinyWorld({ firms: inOneCell(5), regions: 2 });
    world.firms.workers.set([4, 9, 9, 30, 50]);
    world.firms.alive[4] = 0;
    expect([...largestOfCells(world, 3)]).toEqual([3, 1, 2, -1, -1, -1]);
  });
});

describe("shocks abroad", () => {
  const exporter = () => {
    const world = capable(tinyWorld({ firms: inOneCell(200) }));
    world.firms.exportStage.fill(THROUGH_AGENT);
    world.firms.market.fill(NEIGHBOUR);
    world.firms.exports.fill(1);
    return world;
  };
  const left = (world: World) => world.firms.exportStage.reduce((sum, stage) => sum + (stage === AT_HOME ? 1 : 0), 0);
  const RATE = { "exchange.rate": 1, "exchange.loss": 0.5, "duty.rate": 0, "politics.rate": 0 };

  test("half of the average and uncovered leave, none of the fully covered", () => {
    const world = exporter();
    play(foreignShocks, world, RATE);
    expect(left(world)).toBeGreaterThan(70);
    expect(left(world)).toBeLessThan(130);
    const covered = exporter();
    covered.regions.cover.fill(1);
    play(foreignShocks, covered, RATE);
    expect(left(covered)).toBe(0);
  });

  test("capability, a network and a fought-off duty each keep firms abroad", () => {
    const plain = exporter();
    play(foreignShocks, plain, RATE);
    const strong = exporter();
    strong.firms.quality.fill(1);
    play(foreignShocks, strong, RATE);
    expect(left(strong)).toBeLessThan(left(plain));
    const joined = exporter();
    for (let i = 0; i < 200; i += 10) {
      found(
        joined,
        Array.from({ length: 10 }, (_, k) => i + k),
        { project: 1 },
      );
    }
    play(foreignShocks, joined, RATE);
    expect(left(joined)).toBeLessThan(left(plain));
    const defended = exporter();
    defended.regions.defence.fill(1);
    play(foreignShocks, defended, { ...RATE, "exchange.rate": 0, "duty.rate": 1, "duty.loss": 1 });
    expect(left(defended)).toBe(0);
  });
});

const PLACE = { "firms.count": 600, "region.trust": 0.45, "exports.on": true };

describe("what going abroad does", () => {
  test("off, nothing that belongs to it changes a byte", () => {
    const off = hashAfter(36, "honduras", { "firms.count": 200 });
    const settings: Record<string, Value> = {
      "firms.count": 200,
      "exports.hazard.first": 0.2,
      "foreignShocks.duty.rate": 1,
      "brand.build": 1,
      "listing.leads": 10,
    };
    expect(hashAfter(36, "honduras", settings)).toBe(off);
    expect(hashAfter(36, "honduras", { "firms.count": 200 }, ["exports", "foreignShocks", "listing", "brand"])).toBe(
      off,
    );
  });

  test("exports take firms abroad, and shocks bring them home", () => {
    expect(effectOf("exports.firms.share", "honduras", 48, { ...PLACE, "exports.on": false }, PLACE)).toBeGreaterThan(
      3,
    );
    const calm = { "foreignShocks.duty.rate": 0, "foreignShocks.politics.rate": 0, "foreignShocks.exchange.rate": 0 };
    expect(effectOf("exports.firms.share", "honduras", 60, PLACE, calm)).toBeGreaterThan(3);
  });

  test("good business at home takes the wish away", () => {
    const slump = { "demand.growth": -0.01 };
    const boom = { "demand.growth": 0.02 };
    expect(effectOf("exports.firms.share", "honduras", 60, { ...PLACE, ...slump }, boom)).toBeLessThan(-3);
  });
});
