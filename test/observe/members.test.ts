import { describe, expect, it } from "vitest";
import type { MainMemory } from "../../sim/observe/index.ts";
import { remember } from "../../sim/observe/index.ts";
import { DORMANT, NO_PROJECT, PILOT, PILOT_PROJECT, seat } from "../../sim/world/networks.ts";
import type { World } from "../../sim/world/world.ts";
import { LIVELY } from "../worlds.ts";
import { openHonduras } from "./realWorld.ts";
import { found, inOneCell, tinyWorld } from "./tinyWorld.ts";
import { pass, value } from "./value.ts";

const pilot = { phase: PILOT, project: PILOT_PROJECT, started: 0, projectSince: 0 };

describe("firms and members", () => {
  it("counts firms in business, and those in a network of any phase", () => {
    const world = tinyWorld({ firms: inOneCell(8) });
    world.firms.alive[7] = 0;
    world.firms.alive[6] = 0;
    found(world, [0, 1], { phase: DORMANT });
    found(world, [2], pilot);
    expect(value("firms.alive", world)).toBe(6);
    expect(value("firms.inNetworks.share", world)).toBe(0.5);
  });

  it("gives 0 for shares of nobody", () => {
    const world = tinyWorld({ firms: [] });
    expect(value("firms.alive", world)).toBe(0);
    expect(value("firms.inNetworks.share", world)).toBe(0);
    expect(value("members.size.mean", world)).toBe(0);
  });

  it("takes the size of firms at joining and keeps it when they grow or leave", () => {
    const world = tinyWorld({ firms: inOneCell(5) });
    const memory = remember(world);
    world.firms.workers.set([2, 4, 9, 50, 50]);
    world.month = 1;
    const g = found(world, [0, 1], pilot);
    world.month = 0;
    pass(world, memory, 3);
    expect(value("members.size.mean", world, memory)).toBe(3);
    world.firms.workers[0] = 30;
    world.month = 4;
    seat(world, g, 2);
    world.month = 3;
    pass(world, memory, 6);
    expect(value("members.size.mean", world, memory)).toBe(5);
  });
});

describe("contribution.rate", () => {
  /** Members give, one after the other, in the month that is then played. */
  function give(world: World, memory: MainMemory, contributions: readonly number[]): void {
    world.tally.contributions[0] += contributions.reduce((sum, one) => sum + one, 0);
    world.tally.contributors[0] += contributions.length;
    pass(world, memory, world.month + 1);
  }

  it("is the mean over members and months of the last year in which they were asked", () => {
    const world = tinyWorld({ firms: inOneCell(5) });
    const memory = remember(world);
    give(world, memory, [1, 0.5, 0]);
    expect(value("contribution.rate", world, memory)).toBe(0.5);
    give(world, memory, [1, 0.5, 0]);
    give(world, memory, [1, 1, 1]);
    expect(value("contribution.rate", world, memory)).toBeCloseTo(2 / 3, 15);
    pass(world, memory, 13);
    expect(value("contribution.rate", world, memory)).toBeCloseTo(0.75, 15);
    pass(world, memory, 14);
    expect(value("contribution.rate", world, memory)).toBe(1);
    pass(world, memory, 15);
    expect(value("contribution.rate", world, memory)).toBeNull();
  });

  it("counts members who are expelled, leave or close in the month in which they were asked", () => {
    const run = openHonduras("9", { ...LIVELY, "expulsion.rate": 1, "exit.hazard": 0.1 });
    const { firms, networks } = run.world;
    let asked = 0;
    let kept = 0;
    for (let month = 1; month <= 30; month++) {
      run.playTo(month);
      for (let i = 0; i < firms.count; i++) {
        const g = firms.network[i];
        if (g >= 0 && networks.project[g] !== NO_PROJECT && networks.projectSince[g] < month) kept += 1;
      }
      asked = run.world.tally.contributors[0];
    }
    expect(asked).toBeGreaterThan(kept);
    expect(value("contribution.rate", run.world, run.memory)).toBeGreaterThan(0);
  });
});

describe("counted events", () => {
  it("reads free riders, fines and transaction costs from the tally", () => {
    const world = tinyWorld({ firms: inOneCell(1) });
    const { tally } = world;
    tally.freeRiders[0] = 7;
    tally.fines[0] = 5;
    tally.finding[0] = 1.5;
    tally.bargaining[0] = 10;
    tally.watching[0] = 0.25;
    expect(value("freeRiders.seen", world)).toBe(7);
    expect(value("fines.count", world)).toBe(5);
    expect(value("transactionCosts.total", world)).toBe(11.75);
  });

  it("shares refusals among the seven terms", () => {
    const world = tinyWorld({ firms: inOneCell(1) });
    expect(value("refusals.share.benefit", world)).toBeNull();
    const counts = { benefit: 4, contribution: 3, search: 2, bargaining: 5, watching: 1, exposure: 3, fee: 2 };
    for (const [term, count] of Object.entries(counts)) {
      world.tally[`refusals.${term}` as "refusals.benefit"][0] = count;
    }
    for (const [term, count] of Object.entries(counts)) {
      expect(value(`refusals.share.${term}`, world)).toBe(count / 20);
    }
  });
});
