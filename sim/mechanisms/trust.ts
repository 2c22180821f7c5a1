import { number } from "../kernel/params.ts";
import { NO_PROJECT, STRATEGIC_PROJECT } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Half a contribution and more counts as a month of working well together. */
const KEPT = 0.5;

/** Members see what the others gave; it becomes evidence about them and, in part, about people in general. */
export const trust = mechanism({
  id: "trust",
  title: "Trust",
  claim: "Trust grows slowly with kept promises and falls fast with broken ones.",
  source: "Josang & Ismail 2002; Slovic 1993",
  reads: [
    "firms.contribution",
    "firms.degree",
    "firms.network",
    "ties.partner",
    "networks.project",
    "networks.size",
    "seats.member",
  ],
  writes: [
    "ties.evidenceFor",
    "ties.evidenceAgainst",
    "ties.met",
    "ties.worked",
    "firms.strangersFor",
    "firms.strangersAgainst",
  ],
  params: {
    memory: number({
      label: "Memory",
      unit: "share a month",
      min: 0.5,
      max: 1,
      step: 0.005,
      start: 0.985,
      doc: "Share of the evidence that is left after a month.",
      source: "assumed",
    }),
    "weight.pilot": number({
      label: "Weight of a pilot",
      unit: "observations a month",
      min: 0,
      max: 5,
      step: 0.05,
      start: 0.35,
      doc: "Evidence from a month in a pilot.",
      source: "assumed",
    }),
    "weight.strategic": number({
      label: "Weight of a strategic project",
      unit: "observations a month",
      min: 0,
      max: 5,
      step: 0.05,
      start: 1.05,
      doc: "Evidence from a month in a strategic project, where more is at stake.",
      source: "assumed",
    }),
    asymmetry: number({
      label: "Weight of a betrayal",
      unit: "favours",
      min: 0,
      max: 10,
      step: 0.1,
      start: 1.5,
      doc: "eta: how many times a betrayal weighs a favour.",
      source: "Slovic 1993; size assumed",
    }),
    generalising: number({
      label: "From partners to strangers",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of what a member saw on average that is also evidence about strangers.",
      source: "assumed",
    }),
  },
  step({ world, settings, month }) {
    const { networks, seats, firms, ties } = world;
    const { evidenceFor, evidenceAgainst } = ties;
    const { memory } = settings;
    for (let i = 0; i < firms.count; i++) {
      firms.strangersFor[i] *= memory;
      firms.strangersAgainst[i] *= memory;
      const start = i * ties.width;
      const end = start + firms.degree[i];
      for (let tie = start; tie < end; tie++) {
        evidenceFor[tie] *= memory;
        evidenceAgainst[tie] *= memory;
      }
    }
    for (let g = 0; g < networks.count; g++) {
      const size = networks.size[g];
      if (networks.project[g] === NO_PROJECT || size < 2) continue;
      const weight =
        networks.project[g] === STRATEGIC_PROJECT ? settings["weight.strategic"] : settings["weight.pilot"];
      const betrayal = weight * settings.asymmetry;
      const start = g * seats.width;
      for (let at = start; at < start + size; at++) {
        const i = seats.member[at];
        let kept = 0;
        let broken = 0;
        for (let other = start; other < start + size; other++) {
          if (other === at) continue;
          const given = firms.contribution[seats.member[other]];
          kept += weight * given;
          broken += betrayal * (1 - given);
        }
        // Fellow members whom it knows are found among its ties: fewer than the ties of all its fellows.
        const end = i * ties.width + firms.degree[i];
        for (let tie = i * ties.width; tie < end; tie++) {
          const j = ties.partner[tie];
          if (firms.network[j] !== g) continue;
          const given = firms.contribution[j];
          evidenceFor[tie] += weight * given;
          evidenceAgainst[tie] += betrayal * (1 - given);
          ties.worked[tie] = given >= KEPT ? ties.worked[tie] + 1 : 0;
          ties.met[tie] = month;
        }
        firms.strangersFor[i] += (settings.generalising * kept) / (size - 1);
        firms.strangersAgainst[i] += (settings.generalising * broken) / (size - 1);
      }
    }
  },
});
