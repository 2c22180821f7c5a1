import { number } from "../kernel/params.ts";
import type { Stream } from "../kernel/random.ts";
import { complementarity, trustInKnown, trustInStrangers, trustOnTie } from "../world/dilemma.ts";
import { mechanism } from "./mechanism.ts";

/** What is known outside, towards which outside links pull. */
const FRONTIER = 1;

/** Firms learn from those they meet and work with, as far as they trust and understand them; what is not renewed goes stale. */
export const knowledge = mechanism({
  id: "knowledge",
  title: "Knowledge",
  claim: "Knowledge spreads along trusted ties; too close teaches nothing, and who looks only inward falls behind.",
  source: "Nooteboom 2000; Bathelt, Malmberg & Maskell 2004; Grabher 1993 (lock-in)",
  reads: [
    "regions.trust",
    "firms.degree",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.openness",
    "firms.outside",
    "firms.position",
    "firms.region",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "ties.evidenceAgainst",
    "ties.evidenceFor",
    "ties.met",
    "ties.partner",
    "ties.worked",
  ],
  writes: ["firms.knowledge", "firms.productivity", "ties.learnt"],
  params: {
    learning: number({
      label: "Learning",
      unit: "share of the gap a month",
      min: 0,
      max: 0.5,
      step: 0.005,
      start: 0.02,
      doc: "How much of a partner's lead a firm takes over in a month in which it learns from it.",
      source: "assumed",
    }),
    staleness: number({
      label: "Going stale",
      unit: "share a month at full turbulence",
      min: 0,
      max: 0.2,
      step: 0.005,
      start: 0.02,
      doc: "How fast knowledge loses its value where no news comes from outside.",
      source: "assumed",
    }),
    productivity: number({
      label: "Knowledge and productivity",
      unit: "log productivity per unit of knowledge",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.1,
      doc: "How far productivity moves with knowledge, up and down.",
      source: "assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { firms, ties, rules } = world;
    const { met } = ties;
    const learns = draws("learns");
    const before = firms.knowledge.slice(0, firms.count);
    for (let i = 0; i < firms.count; i++) {
      const stranger = trustInStrangers(world, i);
      const start = i * ties.width;
      const end = start + firms.degree[i];
      let gained = 0;
      let own: Stream | undefined;
      for (let tie = start; tie < end; tie++) {
        if (met[tie] !== month) continue;
        const j = ties.partner[tie];
        if (before[j] <= before[i]) continue;
        const chance = trustOnTie(world, tie, stranger) * complementarity(world, i, j);
        own ??= learns.of(firms.keyHigh[i], firms.keyLow[i]);
        if (own.uniform(firms.keyHigh[j], firms.keyLow[j]) >= chance) continue;
        gained += settings.learning * (before[j] - before[i]);
        ties.learnt[tie] = month;
      }
      const inward = trustInKnown(world, i, stranger);
      const news = Math.min(1, firms.openness[i] * (1 - inward) + firms.outside[i]);
      const fromOutside = settings.learning * firms.outside[i] * (FRONTIER - before[i]);
      const stale = settings.staleness * rules.shocks.turbulence * (1 - news) * before[i];
      firms.knowledge[i] = Math.max(0, Math.min(1, before[i] + gained + fromOutside - stale));
      firms.productivity[i] += settings.productivity * (firms.knowledge[i] - before[i]);
    }
  },
});
