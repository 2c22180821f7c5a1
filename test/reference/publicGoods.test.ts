import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { Run } from "../../sim/index.ts";
import { planOf } from "../worlds.ts";

const SEEDS = ["1", "2", "3", "4", "5"];

/** Means over the seeds of what is given at first and at last. */
function given(settings: Record<string, Value>): { first: number; last: number } {
  const runs = SEEDS.map((seed) => {
    const plan = planOf("reference/public-goods", { ...settings, seed });
    const run = new Run(plan);
    run.playTo(plan.months);
    return run;
  });
  const mean = (id: string) => runs.reduce((sum, run) => sum + (run.measure(id) as number), 0) / runs.length;
  return { first: mean("contribution.first"), last: mean("contribution.last") };
}

function hash(settings: Record<string, Value>): string {
  const run = new Run(planOf("reference/public-goods", settings));
  run.playTo(10);
  return run.hash();
}

/** Chance that a player gives in full because it pays: the noise alone, or with fines. */
function chance(pressure: number): number {
  return 1 / (1 + Math.exp(-(pressure - 0.6) / 0.2));
}

/** What the mix of types gives of its own accord at a belief below a half: 50, 30, 14 and 6 of a hundred. */
function byNature(belief: number): number {
  return 0.5 * 0.9 * belief + 0.14 * 0.9 * belief + 0.06 * 0.5;
}

describe("without sanctions giving decays", () => {
  const { first, last } = given({});

  test("from what the mix gives at first", () => {
    expect(first).toBeCloseTo(chance(0) + (1 - chance(0)) * byNature(0.45), 2);
    expect(first).toBeGreaterThan(0.3);
    expect(first).toBeLessThan(0.36);
  });

  test("to below 0.26 in ten rounds", () => expect(last).toBeLessThan(0.26));

  test("and further, though never to nothing", () => {
    const late = given({ months: 80 }).last;
    expect(late).toBeLessThan(last);
    expect(late).toBeGreaterThan(chance(0));
  });
});

describe("with sanctions giving recovers", () => {
  const pressure = 0.336 * 2;

  test("from the first round on, if they are there from the start", () => {
    const { first, last } = given({ "sanctions.fines": true });
    expect(first).toBeCloseTo(chance(pressure) + (1 - chance(pressure)) * byNature(0.45), 1.5);
    expect(last).toBeGreaterThan(first);
  });

  test("after ten rounds of decay, if they come then", () => {
    const decayed = given({}).last;
    const { first, last } = given({ "sanctions.fines": true, "sanctions.start": 11, months: 20 });
    expect(decayed).toBeLessThan(first - 0.05);
    expect(last).toBeGreaterThan(2 * first);
  });
});

test("a fine of 0, a fine that nobody sees, and fines to come are the same as none, to the byte", () => {
  const none = hash({});
  for (const settings of [{ "sanctions.fine": 0 }, { "sanctions.seen": 0 }, { "sanctions.start": 11 }]) {
    expect(hash({ "sanctions.fines": true, ...settings })).toBe(none);
  }
  expect(hash({ "sanctions.fines": true })).not.toBe(none);
});

test("where giving pays by itself, all give", () => {
  const { first, last } = given({ "game.return": 1, "contribution.noise": 0.01, "sanctions.fines": true });
  expect(first).toBe(1);
  expect(last).toBe(1);
});
