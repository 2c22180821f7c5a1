import { number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import { trustOnTie, trustInStrangers } from "../world/dilemma.ts";
import { tieTo } from "../world/ties.ts";
import { meet } from "../world/ties.ts";
import { mechanism } from "./mechanism.ts";

/** Firms ask those they know about others; what they hear counts by how far they trust the teller. */
export const reputation = mechanism({
  id: "reputation",
  title: "Reputation",
  claim:
    "Gossip lets a firm's conduct reach those who have not met it, which replaces trust in strangers by knowledge.",
  source: "Josang & Ismail 2002; Greif 1993",
  reads: [
    "regions.trust",
    "regions.visibility",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.network",
    "firms.region",
    "firms.strangersAgainst",
    "firms.strangersFor",
  ],
  writes: ["ties.*", "firms.degree"],
  params: {
    visibility: number({
      label: "Visibility",
      unit: "questions a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "v: chance that a firm asks one it knows about another; larger in small towns.",
      source: "assumed",
    }),
    weight: number({
      label: "Weight of hearsay",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "Share of the teller's evidence that counts, before trust in the teller.",
      source: "assumed",
    }),
    least: number({
      label: "Evidence worth telling",
      unit: "observations",
      min: 0,
      max: 10,
      step: 0.1,
      start: 0.5,
      doc: "Below this a teller has nothing to tell.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { firms, ties, regions } = world;
    const asks = draws("asks");
    const heard: { i: number; about: number; good: number; bad: number }[] = [];
    for (let i = 0; i < firms.count; i++) {
      const high = firms.keyHigh[i];
      const low = firms.keyLow[i];
      const visibility = settings.visibility * regions.visibility[firms.region[i]];
      if (asks.uniform(high, low) >= visibility || firms.degree[i] === 0) continue;
      const tie = i * ties.width + indexOf(asks.uniformOf(high, low, 0, 0), firms.degree[i]);
      const teller = ties.partner[tie];
      const told = teller * ties.width + indexOf(asks.uniformOf(high, low, 0, 1), firms.degree[teller]);
      const about = ties.partner[told];
      if (about === i || ties.evidenceFor[told] + ties.evidenceAgainst[told] < settings.least) continue;
      const weight = settings.weight * trustOnTie(world, tie, trustInStrangers(world, i));
      heard.push({ i, about, good: weight * ties.evidenceFor[told], bad: weight * ties.evidenceAgainst[told] });
    }
    for (const { i, about, good, bad } of heard) {
      let tie = tieTo(world, i, about);
      if (tie < 0) tie = meet(world, i, about);
      if (tie < 0) continue;
      ties.evidenceFor[tie] += good;
      ties.evidenceAgainst[tie] += bad;
    }
  },
});
