import { decide } from "../kernel/decide.ts";
import { number } from "../kernel/params.ts";
import { guidance } from "../world/brokers.ts";
import { orderFor } from "../world/byHand.ts";
import { benefitOf, coordinationCost } from "../world/dilemma.ts";
import { chanceSeen, fineFor, lawFor } from "../world/enforcement.ts";
import { CONDITIONAL, FREE_RIDER, HUMP_SHAPED } from "../world/firms.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { projectAt, qualityNow } from "../world/ventures.ts";
import { mechanism } from "./mechanism.ts";

/** What a type gives of its own accord when it believes that a share E of the others will give. */
export function intrinsicShare(type: number, belief: number, slope: number, draw: number): number {
  if (type === CONDITIONAL) return slope * belief;
  if (type === FREE_RIDER) return 0;
  if (type === HUMP_SHAPED) return slope * Math.min(belief, 1 - belief);
  return draw;
}

/** Each month every member decides: contribute in full because it pays or because of what else would follow, or by nature. */
export const contribution = mechanism({
  id: "contribution",
  title: "Contributing",
  claim: "Most people give if others do, some never do; sanctions that are seen to work make giving pay.",
  source: "Fischbacher, Gaechter & Fehr 2001; Fehr & Gaechter 2000; Olson 1965",
  reads: [
    "regions.dispersion",
    "regions.law",
    "firms.belief",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.region",
    "firms.type",
    "networks.autonomy",
    "networks.broker",
    "networks.buyer",
    "networks.led",
    "networks.legal",
    "networks.project",
    "networks.quality",
    "networks.rules",
    "networks.size",
    "networks.venture",
    "networks.yield",
    "seats.member",
    "brokers.load",
    "brokers.skill",
    "buyers.active",
  ],
  writes: ["firms.contribution", "tally.contributions", "tally.contributors"],
  params: {
    slope: number({
      label: "Conditional giving",
      unit: "share of belief",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.9,
      doc: "How much of what it expects of others a conditional co-operator gives.",
      source: "Fischbacher, Gaechter & Fehr 2001",
    }),
    noise: number({
      label: "Noise of contributing",
      unit: "contributions",
      min: 0.01,
      max: 2,
      step: 0.01,
      start: 0.2,
      doc: "How far the decision strays from what pays.",
      source: "assumed",
    }),
    shun: number({
      label: "Fear of exclusion",
      unit: "share of its cost",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.5,
      doc: "How much of the benefit that exclusion would cost counts in the decision.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
  },
  step({ world, settings: { slope, noise, shun }, draws }) {
    const { networks, seats, firms, regions, rules, tally } = world;
    const pays = draws("pays");
    const nature = draws("nature");
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT) continue;
      const size = networks.size[g];
      const project = projectAt(world, g);
      const z = guidance(world, g);
      const quality = qualityNow(world, g);
      const privateReturn = benefitOf(project, size) / (size * project.cost);
      for (let at = g * seats.width; at < g * seats.width + size; at++) {
        const i = seats.member[at];
        const law = lawFor(world, g, i);
        const belief = firms.belief[i];
        const coordination = coordinationCost(rules, regions.dispersion[firms.region[i]], size, z);
        const enjoyed = quality * benefitOf(project, 1 + belief * (size - 1)) - project.cost - coordination;
        const pressure =
          chanceSeen(world, g, law) *
          (fineFor(world, g, project.cost, law) / project.cost + (shun * Math.max(0, enjoyed)) / project.cost);
        const word = pays.bits(firms.keyHigh[i], firms.keyLow[i]);
        const order = orderFor(world, i)?.pays;
        if (order !== undefined) firms.contribution[i] = order ? 1 : 0;
        else if (decide(word, (pressure - (1 - privateReturn)) / noise)) firms.contribution[i] = 1;
        else {
          const draw = nature.uniform(firms.keyHigh[i], firms.keyLow[i]);
          firms.contribution[i] = intrinsicShare(firms.type[i], belief, slope, draw);
        }
        tally.contributions[0] += firms.contribution[i];
      }
      tally.contributors[0] += size;
    }
  },
});
