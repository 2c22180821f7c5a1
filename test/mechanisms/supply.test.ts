import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { CATALOGUE_OF_PROJECTS, projectPlan } from "../../sim/world/catalogue.ts";
import { discountFor } from "../../sim/world/inputs.ts";
import { withinReach, worthOfOrder } from "../../sim/world/orders.ts";
import { GENERIC, PLAIN, projectOf, venturesOf } from "../../sim/world/ventures.ts";
import { found, inOneCell, tinyWorld } from "../observe/tinyWorld.ts";
import { EVERYTHING, LIVELY, hashAfter, runOf, worldOf } from "../worlds.ts";

const MONTHS = 48;

/** Mean of a measure over a few seeds. */
function mean(
  measure: string,
  scenario: string | object,
  settings: Record<string, Value>,
  months: number,
  seeds = 2,
): number {
  let sum = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const run = runOf(scenario, { ...settings, seed: `supply/${seed}` });
    run.playTo(months);
    sum += run.measure(measure) as number;
  }
  return sum / seeds;
}

describe("projects as data", () => {
  test("the generic project is the one of the parameters", () => {
    const { rules, ventures } = worldOf(runOf("honduras", { "firms.count": 10 }));
    expect(projectOf({ ventures }, GENERIC, 1)).toEqual({
      benefit: rules.projects["benefit.pilot"],
      cost: rules.projects["cost.pilot"],
      stake: rules.projects["stake.pilot"],
      criticalMass: rules.joining.criticalMass,
      leak: rules.projects.leak,
    });
  });

  test("factors multiply the generic project of the stage", () => {
    const { rules } = worldOf(runOf("honduras", { "firms.count": 10 }));
    const plan = projectPlan({
      ...{ id: "x", title: "X", stage: "strategic" as const, claim: "", source: "" },
      ...{ benefit: 2, cost: 0.5, mass: 1.5, stake: 3, leak: 0 },
    });
    const project = projectOf({ ventures: venturesOf(rules, [plan]) }, 1, 2);
    expect(project.benefit).toBeCloseTo(2 * 0.14, 12);
    expect(project.cost).toBeCloseTo(0.5 * 0.035, 12);
    expect(project.stake).toBeCloseTo(3 * 0.12, 12);
    expect(project.criticalMass).toBeCloseTo(1.5 * 1.2 * 4.5, 12);
    expect(project.leak).toBe(0);
  });

  test("one own project for each stage, with all factors 1, is the same as no list", () => {
    const own = (id: string, stage: string) => ({ id, title: id, stage });
    const document = { ...EVERYTHING, programme: [], institutions: [], events: [], name: "own" };
    const measures = (projects: object[]) => {
      const run = runOf({ ...document, projects }, LIVELY);
      run.playTo(MONTHS);
      return run.measures();
    };
    expect(measures([own("a", "pilot"), own("b", "strategic")])).toEqual(measures([]));
  });

  test("every project of the catalogue says what it stands for, and none is the same as another", () => {
    expect(new Set(CATALOGUE_OF_PROJECTS.map(({ id }) => id)).size).toBe(CATALOGUE_OF_PROJECTS.length);
    for (const { id, claim, source, title, ...rest } of CATALOGUE_OF_PROJECTS) {
      for (const text of [claim, source, title]) expect(text.length, id).toBeGreaterThan(2);
      expect({ ...PLAIN, ...rest }, id).not.toEqual(PLAIN);
    }
  });

  test("networks choose projects whose needs are met, of the stage they are in", () => {
    const run = runOf(EVERYTHING, LIVELY);
    const seen = new Set<string>();
    for (let month = 1; month <= 60; month++) {
      run.step();
      const { networks, ventures } = worldOf(run);
      for (let g = 0; g < networks.count; g++) {
        const { plan } = ventures[networks.venture[g]];
        if (networks.project[g] === 0 || networks.venture[g] === GENERIC) continue;
        expect(plan.stage).toBe(networks.project[g] === 1 ? "pilot" : "strategic");
        expect(plan.vertical).toBe(networks.buyer[g] >= 0);
        seen.add(plan.id);
      }
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});

describe("inputs", () => {
  test("the discount by hand: half of the largest at the stated quantity, none for nothing", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    expect(discountFor(world, 0)).toBe(0);
    expect(discountFor(world, 30)).toBeCloseTo(0.125, 12);
    expect(discountFor(world, 90)).toBeCloseTo(0.1875, 12);
  });

  test("no discount, no price change", () => {
    expect(mean("inputs.price.change", "nicaragua", { "inputs.discount": 0, "committee.on": false }, MONTHS, 2)).toBe(
      0,
    );
  });

  test("a centre for the sector gets a better price than networks alone", () => {
    const purchase = { id: "purchase", title: "Purchase", stage: "pilot", scale: "sector", quantity: 20 };
    const town = { ...EVERYTHING, name: "town", programme: [], institutions: [], events: [], projects: [purchase] };
    const price = (pooling: boolean) => mean("inputs.price.change", town, { ...LIVELY, "inputs.pooling": pooling }, 30);
    expect(price(true)).toBeLessThan(price(false));
  });
});

describe("large orders", () => {
  test("what three members can deliver, by hand", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    const g = found(world, [0, 1, 2]);
    world.firms.quality.fill(0.5);
    world.firms.knowledge.fill(0.25);
    // Half of 10 kUSD a month each, times a capability of 0.375.
    expect(withinReach(world, g)).toBeCloseTo(0.5 * 30 * 0.375, 6);
    expect(worthOfOrder(world, 4, 5)).toBe(1);
    expect(worthOfOrder(world, 10, 5)).toBeCloseTo(0.5 - 0.5 * 0.5, 12);
    expect(worthOfOrder(world, 10, 0)).toBe(0);
  });

  test("without orders nothing is left undelivered; with more capability less is", () => {
    expect(mean("orders.undelivered.share", "honduras", LIVELY, MONTHS, 1)).toBe(0);
    const left = (quality: number) =>
      mean("orders.undelivered.share", "jamaica", { "firms.count": 300, "firms.quality": quality }, 48);
    expect(left(0.8)).toBeLessThan(left(0.2));
  });
});

describe("lead firms", () => {
  test("none is the same as no mechanism of lead firms", () => {
    const settings = { "leadFirms.count": 0 };
    const with_ = hashAfter(MONTHS, "mexico", settings);
    expect(hashAfter(MONTHS, "mexico", settings, ["leadFirms", "supply"])).toBe(with_);
    expect(hashAfter(MONTHS, "mexico", { ...settings, "leadFirms.exit": 30, "leadFirms.orders": 200 })).toBe(with_);
  });

  test("suppliers upgrade faster, and lose more when the buyers leave", () => {
    const settings = { "firms.count": 300, "leadFirms.exit": 48 };
    const at = (measure: string, month: number) => mean(measure, "mexico", settings, month);
    expect(at("quality.suppliers.change", 47)).toBeGreaterThan(at("quality.horizontal.change", 47) + 0.05);
    expect(at("sales.suppliers.change", 60)).toBeLessThan(at("sales.horizontal.change", 60) - 0.05);
  });

  test("three suppliers are enough, and nobody supplies a buyer that has left", () => {
    const run = runOf("mexico", { "leadFirms.exit": 60 });
    run.playTo(59);
    const { networks, firms } = worldOf(run);
    const vertical = Array.from({ length: networks.count }, (_, g) => g).filter((g) => networks.buyer[g] >= 0);
    expect(vertical.length).toBeGreaterThan(3);
    for (const g of vertical) if (networks.started[g] >= 0) expect(networks.startSize[g]).toBeGreaterThanOrEqual(3);
    expect(firms.buyer.some((buyer) => buyer >= 0)).toBe(true);
    run.playTo(61);
    expect(firms.buyer.every((buyer) => buyer < 0)).toBe(true);
    expect(firms.orders.every((orders) => orders === 0)).toBe(true);
  });
});
