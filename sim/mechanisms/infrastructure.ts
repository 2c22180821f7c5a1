import { number } from "../kernel/params.ts";
import { institution } from "./institution.ts";

/** Roads, telephones, an industrial estate: firms come nearer to each other and to customers. */
export const infrastructure = institution({
  id: "infrastructure",
  title: "Infrastructure",
  claim: "Distance is a cost of working together; roads and wires lower it, and bring customers nearer too.",
  source: "Marshall 1920; sizes assumed",
  reads: [],
  writes: ["regions.dispersion", "regions.demand"],
  params: {
    nearness: number({
      label: "Firms come nearer",
      unit: "share of dispersion a month",
      min: 0,
      max: 0.05,
      step: 0.001,
      start: 0.006,
      doc: "How fast dispersion falls while it is built.",
      source: "assumed",
    }),
    demand: number({
      label: "Customers come nearer",
      unit: "share a month",
      min: 0,
      max: 0.01,
      step: 0.0001,
      start: 0.0005,
      doc: "How fast demand rises while it is built.",
      source: "assumed",
    }),
  },
  step({ world: { regions }, settings }) {
    for (let r = 0; r < regions.count; r++) {
      regions.dispersion[r] *= 1 - settings.nearness;
      regions.demand[r] *= 1 + settings.demand;
    }
  },
});
