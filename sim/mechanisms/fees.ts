import { choice, number } from "../kernel/params.ts";
import { salesOfMembers } from "../world/members.ts";
import { costOfAssistance, learningPace } from "../world/brokers.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Share of a broker's cost that members pay after so many months of assistance. */
function feeShare(
  schedule: "none" | "flat" | "rising",
  months: number,
  settings: { flat: number; first: number; growth: number; most: number; free: number },
): number {
  if (schedule === "none") return 0;
  if (schedule === "flat") return settings.flat;
  if (months < settings.free) return 0;
  return Math.min(settings.most, settings.first + (settings.growth * (months - settings.free)) / 12);
}

/** Members pay the networking unit for the broker's time; the share rises as the months go by. One step is one month. */
export const fees = mechanism({
  id: "fees",
  title: "Service fees",
  claim: "A rising fee commits members and prepares the day the broker leaves.",
  source: "Ceglie & Dini 1999, lessons 6 and 8",
  reads: ["firms.sales", "networks.broker", "networks.founded", "networks.project", "networks.size", "seats.member"],
  writes: [
    "networks.autonomy",
    "networks.feeShare",
    "networks.levy",
    "programme.entryFee",
    "programme.fees",
    "tally.fees",
  ],
  params: {
    schedule: choice({
      label: "Fee for the broker",
      options: ["none", "flat", "rising"],
      start: "none",
      doc: "Whether members pay nothing, a flat share, or a share that rises.",
      source: "Honduras: rising",
    }),
    flat: number({
      label: "Flat fee",
      unit: "share of cost",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.1,
      doc: "Share that members pay all along under a flat fee.",
      source: "assumed",
    }),
    free: number({
      label: "Free months",
      unit: "months",
      min: 0,
      max: 120,
      step: 1,
      start: 6,
      doc: "Months without a fee under a rising one.",
      source: "assumed; Emasim paid nothing for three years",
    }),
    first: number({
      label: "First fee",
      unit: "share of cost",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "Share when a rising fee begins.",
      source: "Emasim, Honduras",
    }),
    growth: number({
      label: "Rise of the fee",
      unit: "share of cost a year",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "How much a rising fee grows in a year.",
      source: "Emasim, Honduras: over 40 % after two years",
    }),
    most: number({
      label: "Highest fee",
      unit: "share of cost",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.8,
      doc: "Where a rising fee stops.",
      source: "assumed",
    }),
    autonomy: number({
      label: "Paying teaches self-management",
      unit: "a month at full fee",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "Asserted by practitioners, not proven; fees matter in this model only through it. 0 takes the link away.",
      source: "Ceglie & Dini 1999, lesson 8; size assumed",
    }),
  },
  step({ world, settings, month }) {
    const { networks, programme, rules, tally } = world;
    const cost = costOfAssistance(rules);
    programme.fees[0] = 0;
    programme.entryFee[0] = feeShare(settings.schedule, 0, settings) * cost;
    for (let g = 0; g < networks.count; g++) {
      const pays = networks.broker[g] >= 0 && networks.project[g] !== NO_PROJECT && networks.size[g] > 0;
      const share = pays ? feeShare(settings.schedule, month - networks.founded[g], settings) : 0;
      networks.feeShare[g] = share;
      networks.levy[g] = 0;
      if (share === 0) continue;
      networks.levy[g] = (share * cost) / salesOfMembers(world, g);
      networks.autonomy[g] += settings.autonomy * learningPace(world, g) * share * (1 - networks.autonomy[g]);
      programme.fees[0] += share * cost;
      tally.fees[0] += share * cost;
    }
  },
});
