import { integer, number } from "../kernel/params.ts";
import { ENDED, note } from "../world/journal.ts";
import { DISSOLVED, DORMANT, dissolve, loseBroker } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Fewer members than this are no network. */
const LEAST_MEMBERS = 3;

/** Networks end: too few members, too long asleep, or by a misfortune that guidance would have averted. */
export const dissolution = mechanism({
  id: "dissolution",
  title: "Dissolution",
  claim: "Without help, a network lives as long as it can manage itself.",
  source: "Ceglie & Dini 1999, lesson 8; sizes assumed",
  reads: ["networks.autonomy", "networks.founded", "networks.founderHigh", "networks.founderLow", "networks.legal"],
  writes: [
    "networks.phase",
    "networks.phaseSince",
    "networks.project",
    "networks.size",
    "networks.ended",
    "networks.broker",
    "networks.formerBroker",
    "networks.brokerLeft",
    "networks.asleepWhenLeft",
    "seats.member",
    "firms.network",
    "firms.joined",
    "firms.contribution",
    "firms.fine",
    "firms.caught",
    "firms.benefit",
    "firms.smoothed",
    "journal.*",
  ],
  params: {
    asleep: integer({
      label: "Longest sleep",
      unit: "months",
      min: 1,
      max: 600,
      start: 24,
      doc: "Months asleep after which a network without legal form ends.",
      source: "assumed",
    }),
    "asleep.legal": integer({
      label: "Longest sleep with legal form",
      unit: "months",
      min: 1,
      max: 600,
      start: 60,
      doc: "Months asleep after which a network with legal form ends.",
      source: "assumed",
    }),
    fate: number({
      label: "Misfortune",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.004,
      doc: "Chance that an unassisted network of full autonomy ends.",
      source: "assumed",
    }),
    helpless: number({
      label: "Misfortune for want of autonomy",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.018,
      doc: "What is added without any autonomy; it falls with the square of what is missing.",
      source: "assumed: a first trial, which looked at P1 to P16",
    }),
  },
  step({ world, settings, month, draws }) {
    const { networks } = world;
    const misfortune = draws("misfortune");
    for (let g = 0; g < networks.count; g++) {
      if (networks.phase[g] === DISSOLVED) continue;
      const missing = 1 - networks.autonomy[g];
      const hazard = networks.broker[g] >= 0 ? 0 : settings.fate + settings.helpless * missing * missing;
      const unit = misfortune.uniformOf(networks.founderHigh[g], networks.founderLow[g], 0, networks.founded[g]);
      const longest = networks.legal[g] === 1 ? settings["asleep.legal"] : settings.asleep;
      const sleptOut = networks.phase[g] === DORMANT && month - networks.phaseSince[g] >= longest;
      if (networks.size[g] >= LEAST_MEMBERS && !sleptOut && unit >= hazard) continue;
      dissolve(world, g);
      if (networks.broker[g] >= 0) loseBroker(world, g);
      note(world, ENDED, g);
    }
  },
});
