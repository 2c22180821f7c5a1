import { number } from "../kernel/params.ts";
import { institution } from "./institution.ts";

/** Members' share of all firms at which their voice is heard in full. */
const FULL_VOICE = 0.2;
/** What is heard where there are no networks yet. */
const LEAST_VOICE = 0.25;

/** Firms and government at one table: slowly, what burdens all firms changes. */
export const committee = institution({
  id: "committee",
  title: "Public-private committee",
  claim: "Networks that speak with one voice change the rules: enforcement, supply of inputs, unfair imports, credit.",
  source: "Ceglie & Dini 1999: committees of Nicaragua; sizes assumed",
  reads: ["firms.alive", "firms.network"],
  writes: ["regions.law", "regions.inputCost", "regions.demand", "regions.credit"],
  params: {
    law: number({
      label: "Enforcement",
      unit: "share of the gap a month",
      min: 0,
      max: 0.1,
      step: 0.0005,
      start: 0.002,
      doc: "How fast the rule of law comes nearer to 1 at full voice.",
      source: "assumed",
    }),
    inputs: number({
      label: "Supply of inputs",
      unit: "share of cost a month",
      min: 0,
      max: 0.05,
      step: 0.0005,
      start: 0.001,
      doc: "How fast inputs become cheaper at full voice: tariffs, licences, transport.",
      source: "assumed",
    }),
    floor: number({
      label: "Cheapest inputs",
      unit: "start = 1",
      min: 0.5,
      max: 1,
      step: 0.01,
      start: 0.9,
      doc: "Cost of inputs at which nothing more can be had from policy.",
      source: "assumed",
    }),
    imports: number({
      label: "Illegal imports",
      unit: "share of demand a month",
      min: 0,
      max: 0.01,
      step: 0.0001,
      start: 0.0003,
      doc: "Demand that comes back to local firms at full voice as illegal imports are held off.",
      source: "assumed",
    }),
    credit: number({
      label: "Access to credit",
      unit: "share a month",
      min: 0,
      max: 0.1,
      step: 0.001,
      start: 0.01,
      doc: "How fast lenders lend more at full voice, up to twice their own rule.",
      source: "assumed",
    }),
  },
  step({ world, settings }) {
    const { firms, regions } = world;
    let members = 0;
    let living = 0;
    for (let i = 0; i < firms.count; i++) {
      living += firms.alive[i];
      if (firms.network[i] >= 0) members += 1;
    }
    const share = living > 0 ? members / living : 0;
    const voice = Math.min(1, LEAST_VOICE + ((1 - LEAST_VOICE) * share) / FULL_VOICE);
    for (let r = 0; r < regions.count; r++) {
      regions.law[r] += settings.law * voice * (1 - regions.law[r]);
      if (regions.inputCost[r] > settings.floor) {
        regions.inputCost[r] = Math.max(settings.floor, regions.inputCost[r] * (1 - settings.inputs * voice));
      }
      regions.demand[r] *= 1 + settings.imports * voice;
      regions.credit[r] += settings.credit * voice * Math.max(0, 2 - regions.credit[r]);
    }
  },
});
