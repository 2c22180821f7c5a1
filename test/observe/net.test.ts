import { describe, expect, it } from "vitest";
import { NET_RULES, netRows, networkCard, remember } from "../../sim/observe/index.ts";
import { INDICATORS, NET_STAGES } from "../../sim/world/evaluation.ts";
import { DORMANT, NO_PROJECT, PILOT, PILOT_PROJECT, STRATEGIC_PROJECT, unseat } from "../../sim/world/networks.ts";
import type { World } from "../../sim/world/world.ts";
import { openHonduras } from "./realWorld.ts";
import { change, found, inOneCell, know, tinyWorld } from "./tinyWorld.ts";
import { pass, value } from "./value.ts";

const pilot = { phase: PILOT, project: PILOT_PROJECT, promise: 1, quality: 1 };

/** Scores by indicator, stage by stage. */
function cells(world: World, memory = remember(world), g = 0): Record<string, readonly number[]> {
  const { net } = networkCard(world, memory, g);
  return Object.fromEntries(net.indicators.map((indicator, at) => [indicator, net.cells[at]]));
}

/** Five firms that were founded in month 1, know nobody and have just begun. */
function group(): World {
  const world = tinyWorld({ firms: inOneCell(8), brokers: 1 });
  world.regions.dispersion.fill(1);
  world.month = 1;
  found(world, [0, 1, 2, 3, 4], { ...pilot, started: 1, projectSince: 1 });
  world.networks.founderHigh[0] = world.firms.keyHigh[0];
  world.networks.founderLow[0] = world.firms.keyLow[0];
  return world;
}

describe("NET", () => {
  it("has one rule for every cell, with bounds in order", () => {
    const places = NET_RULES.map(({ indicator, stage }) => `${indicator} ${stage}`);
    expect(places.toSorted()).toEqual(
      INDICATORS.flatMap((row) => NET_STAGES.map((stage) => `${row} ${stage}`)).toSorted(),
    );
    for (const { text, partly, achieved } of NET_RULES) {
      expect(text).toMatch(/\.$/);
      expect(achieved).toBeGreaterThanOrEqual(partly);
    }
  });

  it("scores a network of strangers that has just begun by hand", () => {
    const world = group();
    const { firms } = world;
    firms.belief.fill(0.25);
    firms.openness.fill(0.5);
    firms.quality.fill(0.5);
    firms.position.set([0, 1, 0, 1, 0]); // nothing in common or all of it: G = 0
    firms.stage.set([0, 1, 1, 1, 1]);
    const memory = remember(world);
    const seen = cells(world, memory);
    // 5 members over 4.5; nobody has contributed; trust 0.25 is below 0.3
    expect(seen.cohesion).toEqual([0, 0, 0.5, 0, 0, 0]);
    // the founder leads; no rules; no fund; nobody was seen; nothing learnt of leading
    expect(seen.organisation).toEqual([1, 0, 0, 1, 0, 0]);
    // one trade; no links outside; watch 0.25 x 12 / 11 = 0.27
    expect(seen.problemAnalysis).toEqual([1, 0, 0, 0, 0, 0]);
    // B(1 + 4 x 0.25) = 0.009 does not pay; began without a plan; runs; a pilot without a broker
    expect(seen.strategicPlanning).toEqual([0, 0.5, 1, 0, 0, 0.5]);
    expect(seen.production).toEqual([0.5, 0.5, 1, 0, 0, 0]);
    // sales hold up, agreeing costs 0.0025 x 4 of sales, as good as promised, no benefit and no loss yet
    expect(seen.economy).toEqual([1, 1, 1, 0.5, 0, 0]);
    expect(seen.relations).toEqual([0, 0, 0, 0, 0, 0]);
    const all = Object.values(seen).flat();
    expect(all).toHaveLength(42);
    expect(value("net.score.mean", world, memory)).toBeCloseTo(11 / 42, 12);
  });

  it("scores a network that has come far", () => {
    const world = group();
    const { firms, networks } = world;
    firms.sales.fill(10);
    const memory = remember(world);
    firms.joined[4] = 1;
    pass(world, memory, 1);
    world.month = 0;
    pass(world, memory, 1); // members are noted in the month of joining
    world.month = 59;
    change(world, 0, { founded: 1, started: 4, project: STRATEGIC_PROJECT, projectSince: 20, rules: 1, legal: 1 });
    change(world, 0, { led: 1, formerBroker: 0, brokerLeft: 37, autonomy: 0.7, manager: 1 });
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < i; j++) know(world, i, j, { met: 59, forward: [18, 0], back: [18, 0] }); // trust 0.925
      for (const other of [5, 6, 7]) know(world, i, other, { met: 50, back: [0.5, 0] });
    }
    firms.belief.fill(0.9);
    firms.contribution.fill(1);
    firms.smoothed.fill(0.02);
    firms.productivity.fill(0.2);
    firms.sales.fill(11);
    firms.assets.fill(21);
    firms.knowledge.fill(0.5);
    firms.joined[3] = 40;
    firms.joined[4] = 41;
    firms.exportStage[4] = 1;
    world.month = 60;
    const seen = cells(world, memory);
    expect(seen.cohesion).toEqual([1, 1, 0.5, 1, 1, 1]);
    // law 0 + 0.3 + 0.1: the cap of 0.02 covers 0.57 of a strategic contribution
    expect(seen.organisation).toEqual([1, 1, 1, 1, 0.5, 1]);
    // watch (0.25 x (1 + 1.5 x 0.7) + 0.3 x 0.4) x 12 / 11 = 0.69
    expect(seen.problemAnalysis).toEqual([1, 0, 1, 1, 1, 1]);
    // B(1 + 4 x 0.925) x 0.75 = 0.056, less 0.035, 0.006 to agree, 0.002 to watch, 0.003 of exposure
    expect(seen.strategicPlanning).toEqual([1, 1, 1, 1, 0.5, 1]);
    expect(seen.production).toEqual([0, 0, 0, 1, 1, 1]);
    // 10 % more sales and 5 % more assets than at joining
    expect(seen.economy).toEqual([1, 1, 1, 1, 0.5, 0.5]);
    // three known outside who heard half an observation each; two joined since the broker left; one in five exports
    expect(seen.relations).toEqual([0.5, 1, 1, 1, 0.5, 1]);
    expect(networks.size[0]).toBe(5);
  });

  it("takes away the results of later stages where no project runs, and all of them where there are no members", () => {
    const world = group();
    const memory = remember(world);
    change(world, 0, { phase: DORMANT, project: NO_PROJECT });
    const asleep = cells(world, memory);
    for (const row of Object.values(asleep)) expect(row.slice(3)).toEqual([0, 0, 0]);
    expect(asleep.strategicPlanning[2]).toBe(0.5);
    expect(value("net.score.mean", world, memory)).toBe(0);
    for (const i of [4, 3, 2, 1, 0]) unseat(world, i);
    expect(
      Object.values(cells(world, memory))
        .flat()
        .every((cell) => cell === 0),
    ).toBe(true);
  });

  it("gives the decision in the last month of planning", () => {
    const world = tinyWorld({ firms: inOneCell(8), brokers: 1 });
    world.month = 5;
    found(world, [0, 1, 2, 3, 4, 5, 6], { promise: 1, led: 1, broker: 0 });
    const memory = remember(world);
    world.month = 6;
    expect(cells(world, memory).cohesion[2]).toBe(0);
    world.month = 7;
    expect(cells(world, memory).cohesion[2]).toBe(1);
  });

  it("is kept twice a year for every network with members, with the profile of each and a table", () => {
    const run = openHonduras("11", { "firms.count": 300 });
    run.playTo(60);
    const { world, memory } = run;
    const rows = [...netRows(memory)];
    expect(rows.length).toBe(memory.evaluations.count * 42);
    expect(new Set(rows.map(({ month }) => month % 6))).toEqual(new Set([0]));
    for (const { score } of rows) expect([0, 0.5, 1]).toContain(score);
    const g = rows[0].network;
    const { net } = networkCard(world, memory, g);
    const kept = rows.filter(({ network }) => network === g);
    expect(net.past.map(({ month }) => month)).toEqual([...new Set(kept.map(({ month }) => month))]);
    for (const { month, score, indicators } of net.past) {
      const then = kept.filter((row) => row.month === month).map((row) => row.score);
      expect(score).toBeCloseTo(then.reduce((a, b) => a + b) / 42, 12);
      expect(indicators[0]).toBeCloseTo(then.slice(0, 6).reduce((a, b) => a + b) / 6, 12);
    }
    const last = net.past[net.past.length - 1];
    if (last.month === 60) expect(last.score).toBeCloseTo(net.score, 12);
    const running = Array.from({ length: world.networks.count }, (_, k) => k).filter(
      (k) => world.networks.project[k] > 0,
    );
    const mean = running.reduce((sum, k) => sum + networkCard(world, memory, k).net.score, 0) / running.length;
    expect(value("net.score.mean", world, memory)).toBeCloseTo(mean, 12);
    expect(net.others?.flat().reduce((a, b) => a + b, 0)).toBeCloseTo(mean * 42, 9);
  });
});
