import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { hashAfter, runOf, worldOf } from "../worlds.ts";
import { effectOf } from "./direction.ts";

/** Institutions that take firms abroad or bring home what is known there: limiting cases and directions. */

const SMALL: Record<string, Value> = {
  "firms.count": 400,
  "brokers.count": 0,
  "region.trust": 0.45,
  "exports.on": true,
};
const MONTHS = 60;

describe("an institution of no size is none, byte for byte", () => {
  for (const [id, path] of [
    ["informationCentre", "informationCentre.capacity"],
    ["intermediaries", "intermediaries.capacity"],
    ["partnerships", "partnerships.count"],
    ["rewards", "rewards.amount"],
    ["researchInstitutes", "researchInstitutes.count"],
    ["certificates", "certificates.rate"],
    ["listing", "listing.leads"],
  ]) {
    test(id, () => {
      const none = hashAfter(24, "honduras", SMALL);
      expect(hashAfter(24, "honduras", { ...SMALL, [`${id}.on`]: true, [path]: 0 })).toBe(none);
      expect(hashAfter(24, "honduras", { ...SMALL, [`${id}.on`]: true })).not.toBe(none);
    });
  }
});

describe("what an institution did ends with it, but for what firms have learnt", () => {
  test("the conditions of a month are the common ones again", () => {
    const on = ["informationCentre", "intermediaries", "brand", "clusterManagement"];
    const settings = Object.fromEntries(on.flatMap((id) => [[`${id}.on`, true] as const, [`${id}.end`, 12] as const]));
    const run = runOf("honduras", { ...SMALL, ...settings, "clusterManagement.label": true });
    const { regions, clusters } = worldOf(run);
    run.playTo(11);
    expect(regions.reach[0]).toBeGreaterThan(1);
    expect(clusters.brand[0]).toBeGreaterThan(0);
    expect([clusters.managed[0], clusters.strategy[0], clusters.label[0]]).toEqual([1, 1, 1]);
    const before = clusters.brand[0];
    run.playTo(12);
    expect([regions.finding[0], regions.visibility[0], regions.reach[0]]).toEqual([1, 1, 1]);
    expect([regions.agents[0], regions.defence[0], regions.cover[0]]).toEqual([0, 0, 0]);
    expect([clusters.managed[0], clusters.strategy[0], clusters.label[0], clusters.reach[0]]).toEqual([0, 0, 0, 1]);
    expect(clusters.brand[0]).toBeCloseTo(0.98 * before, 12);
  });

  test("a centre that serves half of a region does half", () => {
    const run = runOf("honduras", {
      ...SMALL,
      "firms.count": 600,
      "informationCentre.on": true,
      "informationCentre.capacity": 50,
    });
    run.playTo(1);
    const { regions } = worldOf(run);
    expect(regions.finding[0]).toBeCloseTo(0.8, 12);
    expect(regions.visibility[0]).toBeCloseTo(1.25, 12);
    expect(regions.reach[0]).toBeCloseTo(1.5, 12);
    expect(regions.cover[0]).toBeCloseTo(0.1, 12);
    expect(run.measure("cost.programme")).toBeCloseTo(6 * 3 * 0.5, 12);
    expect(run.measure("funding.public.share")).toBeCloseTo(0.5, 12);
  });
});

describe("a common name", () => {
  test("without defects it comes near the quality that is sold; a defect hurts it", () => {
    const settings = { ...SMALL, "brand.on": true, "conditions.forgetting": 0 };
    const spotless = runOf("honduras", { ...settings, "brand.defects": 0 });
    const usual = runOf("honduras", { ...settings, "brand.defects": 0.02 });
    for (const run of [spotless, usual]) run.playTo(80);
    const standing = (run: typeof usual) => [...worldOf(run).clusters.brand].reduce((sum, each) => sum + each, 0) / 30;
    expect(standing(spotless)).toBeGreaterThan(0.35);
    expect(standing(usual)).toBeLessThan(0.8 * standing(spotless));
  });

  test("the more hide behind it, the less it is worth", () => {
    const settings = { ...SMALL, "brand.on": true, "brand.defects": 0.01, "firms.freeRiders": 0.6 };
    const [open, hidden] = [0, 10].map((shirking) => {
      const run = runOf("honduras", { ...settings, "brand.shirking": shirking });
      run.playTo(MONTHS);
      return [...worldOf(run).clusters.brand].reduce((sum, each) => sum + each, 0);
    });
    expect(hidden).toBeLessThan(0.8 * open);
  });
});

describe("each moves a measure", () => {
  for (const [id, measure, change] of [
    ["informationCentre", "exports.firms.share", {}],
    ["intermediaries", "exports.firms.share", {}],
    ["partnerships", "exports.firms.share", { "partnerships.count": 10, "partnerships.reach": 2 }],
    ["partnerships", "partners.found", {}],
    ["rewards", "exports.firms.share", { "rewards.amount": 100, "rewards.pull": 2 }],
    ["brand", "sales.others.change", {}],
    ["clusterManagement", "partners.found", {}],
    ["researchInstitutes", "knowledge.untied.change", {}],
    ["certificates", "exports.firms.share", {}],
  ] as const) {
    test(`${id}: more ${measure}`, () => {
      const common = { ...SMALL, "brokers.start": 0, "exports.hazard.first": 0.02 };
      expect(effectOf(measure, "honduras", MONTHS, common, { ...change, [`${id}.on`]: true })).toBeGreaterThan(3);
    });
  }

  test("a centre lowers the cost of finding partners, and more networks form", () => {
    const settings = { "firms.count": 300, "exports.on": false, "region.trust": 0.5, "search.transactionCost": 0.2 };
    expect(
      effectOf(
        "networks.formed",
        "zhejiang",
        MONTHS,
        { ...settings, "informationCentre.on": false },
        { "informationCentre.on": true },
      ),
    ).toBeGreaterThan(3);
  });

  test("a strategy keeps more firms abroad; a label finds more partners", () => {
    const settings = { "firms.count": 560 };
    expect(
      effectOf("exports.firms.share", "baden-wuerttemberg", MONTHS, settings, { "clusterManagement.strategy": false }),
    ).toBeLessThan(-3);
    expect(
      effectOf("partners.found", "baden-wuerttemberg", MONTHS, settings, { "clusterManagement.label": false }),
    ).toBeLessThan(-3);
  });

  test("listing raises what those tied to the listed know; without meetings far less of it", () => {
    const off = { "listing.on": false };
    expect(effectOf("knowledge.tied.change", "linyi", MONTHS, {}, off)).toBeLessThan(-3);
    expect(effectOf("knowledge.tied.change", "linyi", MONTHS, {}, { "listing.meetings": 1 })).toBeGreaterThan(3);
  });
});
