import { integer, number } from "../kernel/params.ts";
import { choose, takeUp } from "../world/choosing.ts";
import { BECAME_STRATEGIC, STARTED, note } from "../world/journal.ts";
import {
  PILOT,
  PILOT_PROJECT,
  PLANNING,
  SELF_MANAGED,
  STRATEGIC,
  STRATEGIC_PROJECT,
  enter,
} from "../world/networks.ts";
import { drawnQuality } from "../world/quality.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Chance that a broker who is paid by financial results alone keeps a network from a strategic project. */
const NARROWED = 0.5;

/** The phase a running network is in: its own master once its broker has left. */
function runningPhase(world: World, g: number): number {
  const { networks } = world;
  if (networks.led[g] === 1 && networks.broker[g] < 0) return SELF_MANAGED;
  return networks.project[g] === STRATEGIC_PROJECT ? STRATEGIC : PILOT;
}

/** From planning to a first project, and from a pilot to a strategic one when the members have seen enough. */
export const phases = mechanism({
  id: "phases",
  title: "Phases",
  claim: "Small joint projects first: they build the trust that larger ones need where law and trust are weak.",
  source: "Ceglie & Dini 1999, methodology: five phases",
  reads: [
    "regions.dispersion",
    "regions.law",
    "regions.trust",
    "firms.degree",
    "firms.region",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "ties.evidenceAgainst",
    "ties.evidenceFor",
    "ties.partner",
    "ties.worked",
    "networks.autonomy",
    "networks.broker",
    "networks.founded",
    "networks.founderHigh",
    "networks.founderLow",
    "networks.led",
    "networks.legal",
    "networks.levy",
    "networks.promise",
    "networks.size",
    "networks.buyer",
    "networks.fund",
    "seats.member",
    "firms.knowledge",
    "firms.quality",
    "firms.sales",
    "regions.centreOpen",
    "clusters.inputs",
    "networks.region",
    "networks.sector",
    "brokers.load",
    "brokers.skill",
    "buyers.active",
  ],
  writes: [
    "networks.phase",
    "networks.phaseSince",
    "networks.project",
    "networks.projectSince",
    "networks.quality",
    "networks.started",
    "networks.startSize",
    "networks.venture",
    "networks.yield",
    "networks.revolving",
    "journal.*",
  ],
  params: {
    pilot: integer({
      label: "Pilot",
      unit: "months",
      min: 0,
      max: 120,
      start: 9,
      doc: "Least months of a pilot before a strategic project.",
      source: "assumed",
    }),
    threshold: number({
      label: "Worth of a strategic project",
      unit: "share of sales",
      min: -0.1,
      max: 0.5,
      step: 0.005,
      start: 0.02,
      doc: "Mean worth to the members above which they take up a strategic project.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
  },
  step({ world, settings, month, random, draws }) {
    const { networks, rules } = world;
    const quality = draws("quality");
    const keeps = random.stream("phases.keeps", 0);
    const judgement = draws("judgement");
    for (let g = 0; g < networks.count; g++) {
      if (networks.size[g] === 0) continue;
      if (networks.phase[g] === PLANNING) {
        const led = networks.led[g] === 1;
        if (led && month - networks.founded[g] < rules.phases.planning) continue;
        const strategic = led && rules.phases.sequence === "strategicFirst";
        const stage = strategic ? STRATEGIC_PROJECT : PILOT_PROJECT;
        const choice = choose(world, g, stage, networks.promise[g], judgement);
        if (choice === undefined) continue;
        takeUp(world, g, choice);
        networks.project[g] = stage;
        networks.projectSince[g] = month;
        const unit = quality.uniform(networks.founderHigh[g], networks.founderLow[g]);
        networks.quality[g] = drawnQuality(rules, networks.promise[g], unit);
        networks.started[g] = month;
        networks.startSize[g] = networks.size[g];
        enter(world, g, runningPhase(world, g));
        note(world, STARTED, g);
      } else if (networks.project[g] === PILOT_PROJECT && month - networks.projectSince[g] >= settings.pilot) {
        const kept = keeps.uniform(networks.founderHigh[g], networks.founderLow[g]);
        if (networks.broker[g] >= 0 && kept < NARROWED * rules.brokers.incentive) continue;
        const choice = choose(world, g, STRATEGIC_PROJECT, networks.quality[g], judgement);
        if (choice === undefined || choice.worth <= settings.threshold) continue;
        takeUp(world, g, choice);
        networks.project[g] = STRATEGIC_PROJECT;
        networks.projectSince[g] = month;
        if (networks.phase[g] === PILOT) enter(world, g, STRATEGIC);
        note(world, BECAME_STRATEGIC, g, -1, networks.size[g], networks.size[g]);
      }
    }
  },
});
