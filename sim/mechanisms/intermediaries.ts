import { integer, number } from "../kernel/params.ts";
import { together } from "../world/abroad.ts";
import { institution } from "./institution.ts";

/** Trading houses and associations take small firms abroad, do the foreign work and fight duties. */
export const intermediaries = institution({
  id: "intermediaries",
  title: "Export intermediaries",
  claim: "Who lacks people for work abroad can borrow them, and what one firm cannot contest an association can.",
  source: "Yu & He; study of Zhongguancun's technology firms 2010-14; sizes assumed",
  reads: [],
  writes: ["regions.agents", "regions.reach", "regions.defence", "regions.cover", "tally.programme"],
  params: {
    profit: integer({
      label: "For profit",
      unit: "houses a region",
      min: 0,
      max: 100,
      start: 2,
      doc: "Trading houses that do the foreign work for a commission.",
      source: "a scenario's choice",
    }),
    nonProfit: integer({
      label: "Not for profit",
      unit: "associations a region",
      min: 0,
      max: 100,
      start: 1,
      doc: "Associations that help with the first step and contest duties; the public pays.",
      source: "a scenario's choice",
    }),
    capacity: integer({
      label: "Firms served by each",
      unit: "firms",
      min: 0,
      max: 10_000,
      start: 60,
      doc: "Firms that one intermediary can serve; where there are more, all get less.",
      source: "assumed",
    }),
    skill: number({
      label: "Skill lent",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.8,
      doc: "Skill for work abroad that a firm finds at a trading house; half of it at an association.",
      source: "assumed",
    }),
    help: number({
      label: "Help with the first step",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1,
      doc: "How much more often firms that are served take the first step abroad.",
      source: "assumed",
    }),
    defence: number({
      label: "Defence against duties",
      unit: "chance",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.6,
      doc: "Chance that associations fight off a duty.",
      source: "assumed",
    }),
    cover: number({
      label: "Cover against shocks",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "Share of withdrawals that trading houses avert by spreading risk over markets and clients.",
      source: "assumed",
    }),
    cost: number({
      label: "Cost of an association",
      unit: "kUSD a month",
      min: 0,
      max: 100,
      step: 0.5,
      start: 4,
      doc: "Public money for each association at full use.",
      source: "assumed",
    }),
  },
  step({ world, settings }) {
    const { regions, cells, tally } = world;
    for (let r = 0; r < regions.count; r++) {
      const firms = cells.starts[(r + 1) * cells.sectors] - cells.starts[r * cells.sectors];
      if (firms === 0) continue;
      const houses = Math.min(1, (settings.profit * settings.capacity) / firms);
      const associations = Math.min(1, (settings.nonProfit * settings.capacity) / firms);
      const served = together(houses, associations);
      regions.agents[r] = Math.max(regions.agents[r], settings.skill * Math.max(houses, associations / 2));
      regions.reach[r] *= 1 + settings.help * served;
      regions.defence[r] = together(regions.defence[r], settings.defence * associations);
      regions.cover[r] = together(regions.cover[r], settings.cover * houses);
      tally.programme[0] += settings.cost * settings.nonProfit * associations;
    }
  },
});
