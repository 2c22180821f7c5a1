import { integer, number } from "../kernel/params.ts";
import { institution } from "./institution.ts";

/** Institutes with links to the world's science take in firms with a question; who is open takes more home. */
export const researchInstitutes = institution({
  id: "researchInstitutes",
  title: "Research institutes",
  claim: "Institutes bring in what the world knows; how much of it a firm can use depends on its own openness.",
  source: "Cohen & Levinthal 1990; Shenzhen's platform drew 44 institutes from 33 countries; sizes assumed",
  reads: ["firms.alive", "firms.keyHigh", "firms.keyLow", "firms.openness"],
  writes: ["firms.knowledge", "firms.outside", "tally.programme"],
  params: {
    count: integer({
      label: "Institutes",
      unit: "institutes a region",
      min: 0,
      max: 100,
      start: 2,
      doc: "Institutes in each region.",
      source: "a scenario's choice",
    }),
    capacity: integer({
      label: "Firms helped",
      unit: "firms a month",
      min: 0,
      max: 1000,
      start: 5,
      doc: "Firms with which one institute works in a month.",
      source: "assumed",
    }),
    knowledge: number({
      label: "Knowledge taken home",
      unit: "share of the gap",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.05,
      doc: "How far a fully open firm closes its gap in a month of common work.",
      source: "assumed",
    }),
    link: number({
      label: "Links that remain",
      unit: "share of ties",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.01,
      doc: "Links to the outside that a month of common work leaves.",
      source: "assumed",
    }),
    cost: number({
      label: "Cost of an institute",
      unit: "kUSD a month",
      min: 0,
      max: 1000,
      step: 1,
      start: 10,
      doc: "Public money for each institute.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { regions, cells, firms, tally } = world;
    const helped = draws("helped");
    for (let r = 0; r < regions.count; r++) {
      const first = cells.starts[r * cells.sectors];
      const last = cells.starts[(r + 1) * cells.sectors];
      if (first === last) continue;
      const chance = (settings.count * settings.capacity) / (last - first);
      tally.programme[0] += settings.cost * settings.count;
      for (let at = first; at < last; at++) {
        const i = cells.rows[at];
        if (!firms.alive[i] || helped.uniform(firms.keyHigh[i], firms.keyLow[i]) >= chance) continue;
        firms.knowledge[i] += settings.knowledge * firms.openness[i] * (1 - firms.knowledge[i]);
        firms.outside[i] += settings.link * (1 - firms.outside[i]);
      }
    }
  },
});
