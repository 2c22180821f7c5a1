import { integer, number } from "../kernel/params.ts";
import { LISTED, note } from "../world/journal.ts";
import { largestOfCells } from "../world/largest.ts";
import { cellOf } from "../world/regions.ts";
import { reverseOf } from "../world/ties.ts";
import { institution } from "./institution.ts";

/** The largest firms of a cluster sell shares abroad; money, rules and knowledge come back. */
export const listing = institution({
  id: "listing",
  title: "Listing abroad",
  claim:
    "A lead firm that lists abroad brings home capital, better governance and outside knowledge, which reaches those it works with.",
  source: "study of upgrading through global capital networks in Linyi's food cluster; sizes assumed",
  reads: [
    "firms.alive",
    "firms.degree",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.region",
    "firms.sector",
    "firms.workers",
    "ties.partner",
    "ties.reverse",
  ],
  writes: [
    "firms.assets",
    "firms.foreignSkill",
    "firms.knowledge",
    "firms.listed",
    "firms.outside",
    "firms.productivity",
    "firms.quality",
    "clusters.visibility",
    "ties.met",
    "journal.*",
  ],
  params: {
    leads: integer({
      label: "Lead firms",
      unit: "firms a cluster",
      min: 0,
      max: 10,
      start: 2,
      doc: "How many of the largest firms of each cluster list abroad.",
      source: "Linyi: two",
    }),
    least: number({
      label: "Least size",
      unit: "workers",
      min: 1,
      max: 5000,
      step: 1,
      start: 20,
      doc: "Smaller firms are not listed, even if they are the largest.",
      source: "assumed",
    }),
    rate: number({
      label: "Going public",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "Chance that a lead firm which is to list does so.",
      source: "assumed",
    }),
    capital: number({
      label: "Capital raised",
      unit: "share of fixed assets",
      min: 0,
      max: 5,
      step: 0.1,
      start: 0.5,
      doc: "Fixed assets that are bought with the money raised.",
      source: "assumed",
    }),
    governance: number({
      label: "Better governance",
      unit: "share of the gap a month",
      min: 0,
      max: 0.5,
      step: 0.005,
      start: 0.02,
      doc: "How fast quality and skill for work abroad approach the best under a new board.",
      source: "assumed",
    }),
    productivity: number({
      label: "Governance and productivity",
      unit: "log productivity a month",
      min: 0,
      max: 0.05,
      step: 0.001,
      start: 0.004,
      doc: "What the new board adds each month; upkeep takes it away when it is not renewed.",
      source: "assumed",
    }),
    outside: number({
      label: "Links to the outside",
      unit: "share of ties",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of a listed firm's ties that go outside: board members, analysts, investors.",
      source: "assumed",
    }),
    knowledge: number({
      label: "Knowledge from outside",
      unit: "share of the gap a month",
      min: 0,
      max: 0.5,
      step: 0.005,
      start: 0.02,
      doc: "How fast a listed firm takes up what is known outside.",
      source: "assumed",
    }),
    visibility: number({
      label: "Being seen",
      unit: "share of the gap a month and listed firm",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.01,
      doc: "How fast a listed firm makes its cluster known abroad.",
      source: "assumed",
    }),
    meetings: number({
      label: "Meetings with those it knows",
      unit: "a month and tie",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "Chance that a listed firm sits down with a firm it knows, where what is new can be passed on.",
      source: "assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { firms, ties, clusters, cells } = world;
    const lists = draws("lists");
    for (const i of settings.leads > 0 ? largestOfCells(world, settings.leads) : []) {
      if (i < 0 || firms.listed[i] || firms.workers[i] < settings.least) continue;
      if (lists.uniform(firms.keyHigh[i], firms.keyLow[i]) >= settings.rate) continue;
      firms.listed[i] = 1;
      note(world, LISTED, -1, i);
      firms.assets[i] *= 1 + settings.capital;
      firms.outside[i] = Math.max(firms.outside[i], settings.outside);
    }
    const meets = draws("meets");
    for (let i = 0; i < firms.count; i++) {
      if (!firms.listed[i] || !firms.alive[i]) continue;
      firms.quality[i] += settings.governance * (1 - firms.quality[i]);
      firms.foreignSkill[i] += settings.governance * (1 - firms.foreignSkill[i]);
      firms.productivity[i] += settings.productivity;
      firms.knowledge[i] += settings.knowledge * (1 - firms.knowledge[i]);
      const cell = cellOf(cells, firms.region[i], firms.sector[i]);
      clusters.visibility[cell] += settings.visibility * (1 - clusters.visibility[cell]);
      const own = meets.of(firms.keyHigh[i], firms.keyLow[i]);
      for (let tie = i * ties.width; tie < i * ties.width + firms.degree[i]; tie++) {
        const j = ties.partner[tie];
        if (own.uniform(firms.keyHigh[j], firms.keyLow[j]) >= settings.meetings) continue;
        ties.met[tie] = month;
        ties.met[reverseOf(world, tie)] = month;
      }
    }
  },
});
