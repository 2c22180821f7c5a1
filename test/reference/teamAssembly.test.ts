import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { Run } from "../../sim/index.ts";
import type { TableParts } from "../../sim/kernel/columns.ts";
import { columnOf } from "../../sim/kernel/columns.ts";
import { planOf } from "../worlds.ts";

function runOf(settings: Record<string, Value>): Run {
  return new Run(planOf("reference/team-assembly", settings));
}

function rows(table: TableParts, column: string): number[] {
  return Array.from(columnOf(table, column).subarray(0, table.count));
}

test("at p 0.4 and q 0.65 half of all agents are in one connected part", () => {
  const shares = ["1", "2", "3", "4", "5"].map((seed) => {
    const run = runOf({ p: 0.4, q: 0.65, seed });
    run.playTo(4000);
    return run.measure("giantComponent.share") as number;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  expect(Math.abs(mean - 0.51)).toBeLessThanOrEqual(0.06);
});

test("the more incumbents, the larger the connected part", () => {
  const share = (p: number) => {
    const run = runOf({ p, seed: "order" });
    run.playTo(3000);
    return run.measure("giantComponent.share") as number;
  };
  expect(share(0.2)).toBeLessThan(0.2);
  expect(share(0.6)).toBeGreaterThan(0.8);
});

test("teams, links and agents hold together at every step", () => {
  const run = runOf({ seed: "whole" });
  const { agents, links, seats } = run.world.tables;
  for (let step = 1; step <= 300; step++) {
    run.step();
    const team = rows(seats, "agent");
    expect(new Set(team).size).toBe(4);
    for (const agent of team) expect(columnOf(agents, "active")[agent]).toBe(step);
    for (const active of rows(agents, "active")) expect(step - active).toBeLessThan(40);
    const came = rows(agents, "came");
    expect(came).toEqual(came.toSorted((a, b) => a - b));
    const other = rows(links, "other");
    const pairs = new Set(
      rows(links, "one").map((one, at) => `${Math.min(one, other[at])},${Math.max(one, other[at])}`),
    );
    expect(pairs.size).toBe(links.count);
    for (const one of team) {
      for (const two of team) if (one < two) expect(pairs.has(`${one},${two}`)).toBe(true);
    }
    expect(Math.max(...rows(links, "one"), ...other)).toBeLessThan(agents.count);
  }
});

describe("limiting cases", () => {
  test("newcomers alone: every team is an island", () => {
    const run = runOf({ p: 0, idle: 10 });
    run.playTo(200);
    expect(run.world.tables.agents.count).toBe(40);
    expect(run.world.tables.links.count).toBe(60);
    expect(run.measure("giantComponent.share")).toBeCloseTo(0.1, 12);
  });

  test("incumbents alone: the first four stay among themselves", () => {
    const run = runOf({ p: 1, q: 1 });
    run.playTo(200);
    expect(run.world.tables.agents.count).toBe(4);
    expect(run.measure("giantComponent.share")).toBe(1);
  });
});

test("the share counts the largest connected part, every 20 steps, and none before", () => {
  const run = runOf({ seed: "count" });
  const looks: number[] = [];
  for (let step = 1; step <= 100; step++) {
    if (step < 20) expect(run.measure("giantComponent.share")).toBeNull();
    run.step();
    if (step % 20 !== 0) continue;
    const { agents, links } = run.world.tables;
    const [one, other] = [rows(links, "one"), rows(links, "other")];
    const part = Array.from({ length: agents.count }, (_, agent) => agent);
    // Every agent takes the least number among those it is linked with, until nothing moves.
    for (let moved = true; moved;) {
      moved = false;
      for (const [at, agent] of one.entries()) {
        const least = Math.min(part[agent], part[other[at]]);
        moved ||= part[agent] !== least || part[other[at]] !== least;
        part[agent] = part[other[at]] = least;
      }
    }
    const sizes = part.map((name) => part.filter((each) => each === name).length);
    looks.push(Math.max(...sizes) / agents.count);
    const mean = looks.reduce((sum, look) => sum + look, 0) / looks.length;
    expect(run.measure("giantComponent.share")).toBeCloseTo(mean, 12);
  }
});
