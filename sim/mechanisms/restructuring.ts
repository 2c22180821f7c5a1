import { decide } from "../kernel/decide.ts";
import { number } from "../kernel/params.ts";
import { fineFor, lawFor } from "../world/enforcement.ts";
import { STRATEGIC_PROJECT } from "../world/networks.ts";
import { institution } from "./institution.ts";

/** Strategic work demands quality: who is below the mark invests in its own shop, or is fined. */
export const restructuring = institution({
  id: "restructuring",
  title: "Restructuring inside the firm",
  claim: "Working for one customer under one name makes each member's quality the others' concern.",
  source: "Ceglie & Dini 1999: from joint projects to change inside firms; sizes assumed",
  reads: [
    "regions.law",
    "firms.contribution",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.region",
    "firms.sales",
    "networks.led",
    "networks.legal",
    "networks.project",
    "networks.rules",
    "networks.size",
    "seats.member",
  ],
  writes: ["firms.quality", "firms.assets", "firms.benefit", "networks.fund", "tally.fines"],
  params: {
    mark: number({
      label: "Quality demanded",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.6,
      doc: "Quality below which a member is to invest.",
      source: "assumed",
    }),
    cost: number({
      label: "Investment",
      unit: "share of sales",
      min: 0,
      max: 0.1,
      step: 0.001,
      start: 0.015,
      doc: "What a member who invests spends in a month; it becomes fixed assets.",
      source: "assumed",
    }),
    effect: number({
      label: "Effect of investing",
      unit: "share of the gap",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.08,
      doc: "How much of what is missing to full quality a month of investing closes.",
      source: "assumed",
    }),
    noise: number({
      label: "Noise of investing",
      unit: "share of sales",
      min: 0.0005,
      max: 0.1,
      step: 0.0005,
      start: 0.005,
      doc: "How far the decision strays from comparing the fine with the cost.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { networks, seats, firms, tally } = world;
    const invests = draws("invests");
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] !== STRATEGIC_PROJECT) continue;
      for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
        const i = seats.member[at];
        if (firms.quality[i] >= settings.mark) continue;
        const fine = fineFor(world, g, settings.cost, lawFor(world, g, i));
        const word = invests.bits(firms.keyHigh[i], firms.keyLow[i]);
        if (decide(word, (fine - settings.cost * (1 - firms.contribution[i])) / settings.noise)) {
          firms.quality[i] += settings.effect * (1 - firms.quality[i]);
          firms.assets[i] += settings.cost * firms.sales[i];
          firms.benefit[i] -= settings.cost;
        } else if (fine > 0) {
          firms.benefit[i] -= fine;
          networks.fund[g] += fine * firms.sales[i];
          tally.fines[0] += 1;
        }
      }
    }
  },
});
