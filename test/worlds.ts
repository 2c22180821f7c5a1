import type { Value } from "../sim/contract.ts";
import type { RunPlan, World } from "../sim/index.ts";
import { Run, resolve } from "../sim/index.ts";
import { SCHEDULE } from "../sim/mechanisms/index.ts";
import { CATALOGUE_OF_PROJECTS } from "../sim/world/catalogue.ts";
import { CATALOGUE } from "../src/host/shipped.ts";

/** Small worlds for tests. */

/** A Honduras of 300 firms where everything happens early. */
export const LIVELY: Record<string, Value> = {
  "firms.count": 300,
  "brokers.count": 4,
  "brokers.start": 2,
  "brokers.end": 40,
  "brokers.effort": 16,
  "phases.assistance": 18,
  "fees.free": 3,
  "region.trust": 0.45,
  "region.law": 0.45,
  "search.rate": 0.03,
};

/** Every institution that takes firms abroad or brings home what is known there. */
export const OUTWARD: Record<string, Value> = {
  "exports.on": true,
  "informationCentre.on": true,
  "intermediaries.on": true,
  "partnerships.on": true,
  "rewards.on": true,
  "brand.on": true,
  "clusterManagement.on": true,
  "researchInstitutes.on": true,
  "certificates.on": true,
  "listing.on": true,
};

/** @param scenario the name of a shipped scenario, or a document */
export function planOf(
  scenario: string | object,
  settings: Record<string, Value> = {},
  without: string[] = [],
): RunPlan {
  const resolved = resolve(scenario, { settings, without }, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.value.plan;
}

export function runOf(scenario: string | object, settings: Record<string, Value> = {}, without: string[] = []): Run {
  return new Run(planOf(scenario, settings, without));
}

export function worldOf(run: Run): World {
  return run.world as World;
}

/** The state hash after so many months. */
export function hashAfter(
  months: number,
  scenario: string | object,
  settings: Record<string, Value> = {},
  without: string[] = [],
): string {
  const run = runOf(scenario, settings, without);
  run.playTo(months);
  return run.hash();
}

/** Honduras with every project on offer, every institution at work and lead firms that come and leave. */
export const EVERYTHING = {
  format: "distretto/scenario/1",
  name: "everything",
  extends: "honduras",
  projects: [
    ...CATALOGUE_OF_PROJECTS.map(({ id }) => id),
    {
      id: "trial-order",
      title: "Trial order",
      stage: "pilot",
      order: 0.2,
      needs: { capability: 0.1, capital: 0.001, centre: true },
    },
    {
      id: "trial-centre",
      title: "Trial of a purchase for all",
      stage: "pilot",
      scale: "sector",
      benefit: 1.3,
      quantity: 20,
      revolving: true,
    },
  ],
  programme: [{ use: "leadFirms", start: 3, settings: { count: 4, exit: 40, rate: 0.5 } }],
  institutions: [
    { use: "courses" },
    { use: "credit", settings: { deposit: 0.02 } },
    { use: "serviceCentres" },
    { use: "managers", settings: { bearable: 0.1, rate: 0.3 } },
    { use: "committee" },
    { use: "restructuring" },
    { use: "infrastructure", start: 6, end: 24 },
  ],
  events: [
    { event: "government", month: 20 },
    { event: "grants", month: 10, settings: { perFirm: 1 } },
  ],
};

/** The same in two towns with two trades: where firms are few, their cells are still large enough for networks. */
export const COMPACT = {
  ...EVERYTHING,
  name: "compact",
  sectors: [
    { id: "metal", name: "metalwork" },
    { id: "wood", name: "wood" },
  ],
  regions: [
    { id: "a", name: "A", x: 0, y: 0 },
    { id: "b", name: "B", x: -90, y: 159 },
  ],
};

/** Every institution, switched on. */
export const ALL_ON: Record<string, Value> = Object.fromEntries(
  SCHEDULE.filter(({ params }) => "on" in params).map(({ id }) => [`${id}.on`, true]),
);
