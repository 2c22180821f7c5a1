import { describe, expect, it } from "vitest";
import { remember } from "../../sim/observe/index.ts";
import {
  DORMANT,
  NO_PROJECT,
  PILOT,
  PILOT_PROJECT,
  STRATEGIC,
  STRATEGIC_PROJECT,
  seat,
} from "../../sim/world/networks.ts";
import { change, found, inOneCell, tinyWorld } from "./tinyWorld.ts";
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
  it("is the mean over members and months of the last year in which they worked", () => {
    const world = tinyWorld({ firms: inOneCell(5) });
    const memory = remember(world);
    const g = found(world, [0, 1, 2], pilot);
    world.firms.contribution.set([1, 0.5, 0, 1, 1]);
    pass(world, memory, 2);
    expect(value("contribution.rate", world, memory)).toBe(0.5);
    world.firms.contribution.set([1, 1, 1, 0, 0]);
    pass(world, memory, 3);
    expect(value("contribution.rate", world, memory)).toBeCloseTo(2 / 3, 15);
    change(world, g, { phase: DORMANT, project: NO_PROJECT });
    pass(world, memory, 14);
    expect(value("contribution.rate", world, memory)).toBe(1);
    pass(world, memory, 15);
    expect(value("contribution.rate", world, memory)).toBeNull();
  });

  it("leaves out the month in which a project begins, but not that in which a pilot becomes strategic", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    const memory = remember(world);
    const g = found(world, [0, 1, 2], { ...pilot, started: 1, projectSince: 1 });
    pass(world, memory, 1);
    expect(value("contribution.rate", world, memory)).toBeNull();
    world.firms.contribution.fill(1);
    pass(world, memory, 2);
    expect(value("contribution.rate", world, memory)).toBe(1);
    change(world, g, { phase: STRATEGIC, project: STRATEGIC_PROJECT, projectSince: 3 });
    world.firms.contribution.fill(0);
    pass(world, memory, 3);
    expect(value("contribution.rate", world, memory)).toBe(0.5);
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
