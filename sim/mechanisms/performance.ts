import { clamp, exp, log } from "../kernel/math.ts";
import { number } from "../kernel/params.ts";
import { benefitOf } from "../world/dilemma.ts";
import { contributionsOf } from "../world/members.ts";
import { NO_PROJECT, STRATEGIC_PROJECT } from "../world/networks.ts";
import { cellOf } from "../world/regions.ts";
import { ASSETS_PER_WORKER, SALES_PER_WORKER, salesOf } from "../world/birth.ts";
import { projectAt, qualityNow } from "../world/ventures.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Most that a firm's productivity can fall in a month. */
const WORST_MONTH = -0.02;
/**
 * No firm becomes more than 150 times as productive as it was born, or as unproductive: nothing in the field comes near,
 * and no combination of settings may run away.
 */
const FURTHEST = 5;
/** Fewest firms over which what leaks is spread. */
const LEAST_SHARED = 10;
/** Months over which jobs and assets follow sales. */
const LAG = 12;

/** What leaks from networks to each unattached firm of a cell, as a share of sales: as far as the project's scale. */
function leaks(world: World): Float64Array {
  const { networks, firms, cells, ventures } = world;
  const sectors = cells.sectors;
  const regions = cells.count / sectors;
  const leaked = new Float64Array(cells.count);
  const outside = new Float64Array(cells.count);
  const inRegion = new Float64Array(regions);
  const inSector = new Float64Array(sectors);
  for (let i = 0; i < firms.count; i++) {
    if (firms.network[i] < 0) outside[cellOf(cells, firms.region[i], firms.sector[i])] += 1;
  }
  for (let g = 0; g < networks.count; g++) {
    if (networks.project[g] === NO_PROJECT) continue;
    const project = projectAt(world, g);
    const gross = qualityNow(world, g) * benefitOf(project, contributionsOf(world, g)) * networks.size[g];
    const { scale } = ventures[networks.venture[g]].plan;
    if (scale === "cluster") inRegion[networks.region[g]] += project.leak * gross;
    else if (scale === "country") inSector[networks.sector[g]] += project.leak * gross;
    else leaked[cellOf(cells, networks.region[g], networks.sector[g])] += project.leak * gross;
  }
  const ofRegion = new Float64Array(regions);
  const ofSector = new Float64Array(sectors);
  for (let c = 0; c < cells.count; c++) {
    ofRegion[Math.floor(c / sectors)] += outside[c];
    ofSector[c % sectors] += outside[c];
  }
  for (let c = 0; c < cells.count; c++) {
    const region = Math.floor(c / sectors);
    const sector = c % sectors;
    leaked[c] =
      leaked[c] / Math.max(LEAST_SHARED, outside[c]) +
      inRegion[region] / Math.max(LEAST_SHARED, ofRegion[region]) +
      inSector[sector] / Math.max(LEAST_SHARED, ofSector[sector]);
  }
  return leaked;
}

/** What members gain becomes productivity, slowly; sales follow at once, jobs and assets with a lag. */
export const performance = mechanism({
  id: "performance",
  title: "Firm performance",
  claim: "What a network gives shows late, needs upkeep, and moves sales more than assets and assets more than jobs.",
  source: "Ceglie & Dini 1999: six networks of Honduras; sizes assumed",
  reads: [
    "regions.demand",
    "firms.baseProductivity",
    "firms.baseSales",
    "firms.benefit",
    "firms.contribution",
    "firms.exports",
    "firms.luck",
    "firms.network",
    "firms.region",
    "firms.sector",
    "networks.project",
    "networks.quality",
    "networks.region",
    "networks.sector",
    "networks.size",
    "networks.venture",
    "networks.yield",
    "seats.member",
  ],
  writes: ["firms.productivity", "firms.sales", "firms.workers", "firms.assets"],
  params: {
    "learning.pilot": number({
      label: "Effect of a pilot",
      unit: "log productivity a month per share of sales",
      min: 0,
      max: 2,
      step: 0.01,
      start: 0.08,
      doc: "xi: how far a month's net benefit raises productivity.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
    "learning.strategic": number({
      label: "Effect of a strategic project",
      unit: "log productivity a month per share of sales",
      min: 0,
      max: 2,
      step: 0.01,
      start: 0.16,
      doc: "xi of a strategic project.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
    ceiling: number({
      label: "Ceiling of gains",
      unit: "log productivity",
      min: 0.1,
      max: 5,
      step: 0.1,
      start: 1.2,
      doc: "Gain at which nothing more is to be learnt from partners.",
      source: "assumed",
    }),
    upkeep: number({
      label: "Upkeep",
      unit: "share a month",
      min: 0,
      max: 0.2,
      step: 0.005,
      start: 0.02,
      doc: "How fast gains fade that are not renewed.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
    "jobs.elasticity": number({
      label: "Jobs and sales",
      unit: "elasticity",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.25,
      doc: "How far jobs follow sales.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
    "assets.elasticity": number({
      label: "Assets and sales",
      unit: "elasticity",
      min: 0,
      max: 1.5,
      step: 0.05,
      start: 0.5,
      doc: "How far fixed assets follow sales.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
  },
  step({ world, settings }) {
    const { firms, networks, cells, regions } = world;
    const leaked = leaks(world);
    const demand = Float64Array.from({ length: regions.count }, (_, r) => log(regions.demand[r]));
    for (let i = 0; i < firms.count; i++) {
      const gain = firms.productivity[i] - firms.baseProductivity[i];
      const g = firms.network[i];
      let push = 0;
      if (g < 0) push = settings["learning.pilot"] * leaked[cellOf(cells, firms.region[i], firms.sector[i])];
      else if (networks.project[g] !== NO_PROJECT) {
        const strategic = networks.project[g] === STRATEGIC_PROJECT;
        const learning = settings[strategic ? "learning.strategic" : "learning.pilot"];
        push = learning * firms.benefit[i] * Math.max(0, 1 - gain / settings.ceiling);
      }
      const base = firms.baseProductivity[i];
      const now = firms.productivity[i] + (Math.max(WORST_MONTH, push) - settings.upkeep * gain);
      firms.productivity[i] = clamp(now, base - FURTHEST, base + FURTHEST);
      firms.sales[i] = salesOf(world, i);
      const growth = firms.productivity[i] + firms.luck[i] + demand[firms.region[i]];
      const workers = firms.baseSales[i] / SALES_PER_WORKER;
      firms.workers[i] += (workers * exp(settings["jobs.elasticity"] * growth) - firms.workers[i]) / LAG;
      firms.assets[i] +=
        (workers * ASSETS_PER_WORKER * exp(settings["assets.elasticity"] * growth) - firms.assets[i]) / LAG;
    }
  },
});
