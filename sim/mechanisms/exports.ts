import { exp, power } from "../kernel/math.ts";
import { integer, number } from "../kernel/params.ts";
import {
  AT_HOME,
  LOCAL,
  NATIONAL,
  NEIGHBOUR,
  OWN_BRANCH,
  PRODUCES_ABROAD,
  THROUGH_AGENT,
  WORLD,
  capabilityAbroad,
  sellAbroad,
} from "../world/abroad.ts";
import { WENT_ABROAD, note } from "../world/journal.ts";
import { salesOfMembers } from "../world/members.ts";
import { isRunning } from "../world/networks.ts";
import { cellOf } from "../world/regions.ts";
import type { World } from "../world/world.ts";
import { institution } from "./institution.ts";

/** What the members of each running network have together: their sales, and the best skill for work abroad. */
function jointMeans(world: World): { sales: Float64Array; skill: Float64Array } {
  const { networks, seats, firms } = world;
  const sales = new Float64Array(networks.count);
  const skill = new Float64Array(networks.count);
  for (let g = 0; g < networks.count; g++) {
    if (!isRunning(world, g)) continue;
    sales[g] = salesOfMembers(world, g);
    for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
      skill[g] = Math.max(skill[g], firms.foreignSkill[seats.member[at]]);
    }
  }
  return { sales, skill };
}

/** Firms go abroad step by step: first through an agent, then with a branch of their own, then they produce there. */
export const exports = institution({
  id: "exports",
  title: "Markets abroad",
  claim:
    "Firms go abroad in stages and to near markets first, as far as capability, wish, information and partners carry them; few are born global.",
  source: "Johanson & Vahlne 1977; Oviatt & McDougall 1994; hazards assumed",
  reads: [
    "regions.agents",
    "regions.demand",
    "regions.reach",
    "clusters.reach",
    "clusters.visibility",
    "firms.alive",
    "firms.baseSales",
    "firms.foreignSkill",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.knowledge",
    "firms.luck",
    "firms.network",
    "firms.productivity",
    "firms.quality",
    "firms.region",
    "firms.sector",
    "firms.workers",
    "networks.project",
    "networks.size",
    "seats.member",
  ],
  writes: [
    "firms.exportStage",
    "firms.exportSince",
    "firms.exports",
    "firms.market",
    "firms.outside",
    "firms.sales",
    "journal.*",
  ],
  params: {
    "hazard.first": number({
      label: "First step abroad",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.004,
      doc: "Chance that an average firm which could go abroad does so, before reach, partners and wish.",
      source: "assumed",
    }),
    "hazard.branch": number({
      label: "Own branch",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.02,
      doc: "Chance that an average firm which sells through an agent opens a branch of its own.",
      source: "assumed",
    }),
    experience: integer({
      label: "Experience before a branch",
      unit: "months",
      min: 0,
      max: 120,
      start: 12,
      doc: "Months through an agent after which a firm has half of the readiness for a branch of its own.",
      source: "Johanson & Vahlne 1977 for the sign; size assumed",
    }),
    "hazard.production": number({
      label: "Production abroad",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.003,
      doc: "Chance that an average firm with a branch abroad begins to produce there.",
      source: "assumed",
    }),
    "hazard.market": number({
      label: "Next market",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.03,
      doc: "Chance that an average firm takes the next wider market: the nation after its town, the world after its neighbours.",
      source: "assumed",
    }),
    lot: number({
      label: "Least lot",
      unit: "kUSD a month",
      min: 0,
      max: 100,
      step: 0.5,
      start: 6,
      doc: "Monthly sales, a firm's own or those of its network together, below which no buyer abroad orders.",
      source: "assumed; ten workers",
    }),
    quality: number({
      label: "Least quality",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.35,
      doc: "Quality below which nothing is sold abroad.",
      source: "assumed",
    }),
    skill: number({
      label: "Least skill for work abroad",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Skill for papers, languages and people that the first step needs: the firm's own, a fellow member's or an intermediary's. A branch needs it in the firm itself.",
      source: "assumed",
    }),
    home: number({
      label: "Weight of demand at home",
      unit: "elasticity",
      min: 0,
      max: 4,
      step: 0.1,
      start: 1,
      doc: "How far good sales at home take away the wish to go abroad.",
      source: "assumed",
    }),
    network: number({
      label: "Going abroad with partners",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1,
      doc: "How much more often members of a running network take a step abroad.",
      source: "assumed",
    }),
    seen: number({
      label: "Being known abroad",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1,
      doc: "How much more often firms of a cluster that is fully visible abroad take the first step.",
      source: "assumed",
    }),
    "global.knowledge": number({
      label: "Knowledge of the born global",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.6,
      doc: "Knowledge from which a firm may jump to a branch of its own in the world market.",
      source: "Oviatt & McDougall 1994; size assumed",
    }),
    "global.share": number({
      label: "Born global",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Share of first steps by firms of such knowledge that jump.",
      source: "assumed",
    }),
    "share.agent": number({
      label: "Sales through an agent",
      unit: "share of usual sales",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.15,
      doc: "Exports that an average firm comes to through an agent in neighbouring countries, on top of sales at home.",
      source: "assumed",
    }),
    "share.branch": number({
      label: "Sales of a branch",
      unit: "share of usual sales",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.35,
      doc: "The same with a branch of its own.",
      source: "assumed",
    }),
    "share.production": number({
      label: "Sales of production abroad",
      unit: "share of usual sales",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.6,
      doc: "The same with production abroad.",
      source: "assumed",
    }),
    world: number({
      label: "The world against neighbours",
      unit: "multiple",
      min: 1,
      max: 5,
      step: 0.1,
      start: 1.5,
      doc: "How much more is sold in the world market than in neighbouring countries alone.",
      source: "assumed",
    }),
    elasticity: number({
      label: "Exports and productivity",
      unit: "elasticity",
      min: 0,
      max: 3,
      step: 0.1,
      start: 1.5,
      doc: "How far exports move with productivity; sales at home move one for one.",
      source: "assumed; Melitz 2003 for the sign",
    }),
    growth: number({
      label: "Growth of demand abroad",
      unit: "share a month",
      min: -0.02,
      max: 0.02,
      step: 0.0005,
      start: 0.003,
      doc: "Growth of what foreign buyers want.",
      source: "assumed",
    }),
    build: integer({
      label: "Building up sales abroad",
      unit: "months",
      min: 1,
      max: 120,
      start: 12,
      doc: "Months in which about two thirds of a new market are won.",
      source: "assumed",
    }),
    pipeline: number({
      label: "A branch listens",
      unit: "share of ties",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "Links to the outside that a firm gains with a branch abroad.",
      source: "Bathelt, Malmberg & Maskell 2004; size assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { firms, regions, clusters, cells } = world;
    const joint = jointMeans(world);
    const wish = Float64Array.from({ length: regions.count }, (_, r) => power(regions.demand[r], -settings.home));
    const abroad = power(1 + settings.growth, month);
    const intensity = [0, settings["share.agent"], settings["share.branch"], settings["share.production"]];
    const steps = draws("steps");
    const markets = draws("markets");
    const jumps = draws("jumps");
    for (let i = 0; i < firms.count; i++) {
      if (!firms.alive[i]) continue;
      const high = firms.keyHigh[i];
      const low = firms.keyLow[i];
      const region = firms.region[i];
      const g = firms.network[i] >= 0 && isRunning(world, firms.network[i]) ? firms.network[i] : -1;
      const capability = capabilityAbroad(world, i);
      const widens = markets.uniform(high, low) < settings["hazard.market"] * capability;
      const hasLot = Math.max(firms.sales[i], g < 0 ? 0 : joint.sales[g]) >= settings.lot;
      if (hasLot && firms.quality[i] >= settings.quality && firms.market[i] !== LOCAL) {
        const partners = g < 0 ? 1 : 1 + settings.network;
        const urge = capability * wish[region] * exp(-settings.home * firms.luck[i]) * partners;
        const unit = steps.uniform(high, low);
        if (firms.exportStage[i] === AT_HOME) {
          const cell = cellOf(cells, region, firms.sector[i]);
          const skill = Math.max(firms.foreignSkill[i], g < 0 ? 0 : joint.skill[g], regions.agents[region]);
          const reach =
            regions.reach[region] *
            clusters.reach[cell] *
            (1 + settings.seen * clusters.visibility[cell]) *
            (1 + firms.outside[i]);
          if (skill >= settings.skill && unit < settings["hazard.first"] * urge * reach) {
            const isGlobal =
              firms.knowledge[i] >= settings["global.knowledge"] && jumps.uniform(high, low) < settings["global.share"];
            firms.exportStage[i] = isGlobal ? OWN_BRANCH : THROUGH_AGENT;
            firms.market[i] = isGlobal ? WORLD : NEIGHBOUR;
            firms.exportSince[i] = month;
            note(world, WENT_ABROAD, -1, i);
            if (isGlobal) firms.outside[i] = Math.min(1, firms.outside[i] + settings.pipeline);
          }
        } else if (firms.exportStage[i] === THROUGH_AGENT) {
          const months = month - firms.exportSince[i];
          const ready = months / (months + settings.experience);
          if (firms.foreignSkill[i] >= settings.skill && unit < settings["hazard.branch"] * urge * ready) {
            firms.exportStage[i] = OWN_BRANCH;
            firms.outside[i] = Math.min(1, firms.outside[i] + settings.pipeline);
          }
        } else if (firms.exportStage[i] === OWN_BRANCH && unit < settings["hazard.production"] * urge) {
          firms.exportStage[i] = PRODUCES_ABROAD;
        }
      }
      if (widens && firms.market[i] === LOCAL) firms.market[i] = NATIONAL;
      else if (widens && firms.market[i] === NEIGHBOUR) firms.market[i] = WORLD;
      if (firms.exportStage[i] === AT_HOME) continue;
      const wanted =
        intensity[firms.exportStage[i]] *
        (firms.market[i] === WORLD ? settings.world : 1) *
        firms.baseSales[i] *
        exp(settings.elasticity * firms.productivity[i]) *
        abroad;
      sellAbroad(world, i, firms.exports[i] + (wanted - firms.exports[i]) / settings.build);
    }
  },
});
