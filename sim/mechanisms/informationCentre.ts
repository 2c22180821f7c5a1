import { integer, number } from "../kernel/params.ts";
import { together } from "../world/abroad.ts";
import { institution } from "./institution.ts";

/** A centre of the cluster gathers news of partners and markets, and its members share its cost. */
export const informationCentre = institution({
  id: "informationCentre",
  title: "Information centre",
  claim:
    "What no small firm can find out alone, a centre finds out for all: partners, conduct, markets and dangers abroad.",
  source: "Yu & He (industry clusters and the internationalisation of SMEs); sizes assumed",
  reads: [],
  writes: ["regions.finding", "regions.visibility", "regions.reach", "regions.cover", "tally.programme", "tally.fees"],
  params: {
    capacity: integer({
      label: "Firms served",
      unit: "firms a region",
      min: 0,
      max: 100_000,
      start: 300,
      doc: "Firms that the centre of a region can keep informed; where there are more, all get less.",
      source: "assumed",
    }),
    finding: number({
      label: "Cheaper search",
      unit: "share saved",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.4,
      doc: "Share of the cost of finding a partner that the centre saves.",
      source: "assumed",
    }),
    visibility: number({
      label: "More hearsay",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 0.5,
      doc: "How much more firms hear of each other's conduct.",
      source: "assumed",
    }),
    reach: number({
      label: "News of markets",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1,
      doc: "How much more often firms take the first step abroad.",
      source: "assumed",
    }),
    warning: number({
      label: "Warning of dangers",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "Share of withdrawals after shocks abroad that early news averts.",
      source: "assumed",
    }),
    cost: number({
      label: "Cost of the centre",
      unit: "kUSD a month and region",
      min: 0,
      max: 100,
      step: 0.5,
      start: 3,
      doc: "Running cost at full use.",
      source: "assumed",
    }),
    share: number({
      label: "Paid by firms",
      unit: "share of cost",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of the cost that the firms carry together.",
      source: "assumed",
    }),
  },
  step({ world, settings }) {
    const { regions, cells, tally } = world;
    for (let r = 0; r < regions.count; r++) {
      const firms = cells.starts[(r + 1) * cells.sectors] - cells.starts[r * cells.sectors];
      if (firms === 0) continue;
      const served = Math.min(1, settings.capacity / firms);
      regions.finding[r] *= 1 - settings.finding * served;
      regions.visibility[r] *= 1 + settings.visibility * served;
      regions.reach[r] *= 1 + settings.reach * served;
      regions.cover[r] = together(regions.cover[r], settings.warning * served);
      tally.programme[0] += settings.cost * served;
      tally.fees[0] += settings.cost * served * settings.share;
    }
  },
});
