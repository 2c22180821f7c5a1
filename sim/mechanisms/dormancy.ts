import { integer, number } from "../kernel/params.ts";
import { answer, blankOffer, countRefusal, placeOffer } from "../world/asking.ts";
import { guidance } from "../world/brokers.ts";
import { choose, takeUp } from "../world/choosing.ts";
import { FELL_ASLEEP, WOKE, note } from "../world/journal.ts";
import { trustInMembers } from "../world/members.ts";
import { DORMANT, NO_PROJECT, PILOT, PILOT_PROJECT, SELF_MANAGED, enter, unseat } from "../world/networks.ts";
import { drawnQuality } from "../world/quality.ts";
import type { World } from "../world/world.ts";
import { LEAST_SUPPLIERS } from "../world/buyers.ts";
import { mechanism } from "./mechanism.ts";

/** Whether the members have on average had no benefit. */
function isLosing(world: World, g: number): boolean {
  const { networks, seats, firms } = world;
  let sum = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) sum += firms.smoothed[seats.member[at]];
  return sum <= 0;
}

/** The project is dropped; the network lives on, on paper. */
function fallAsleep(world: World, g: number): void {
  const { networks, seats, firms } = world;
  networks.project[g] = NO_PROJECT;
  networks.losing[g] = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
    const i = seats.member[at];
    firms.contribution[i] = 0;
    firms.fine[i] = 0;
    firms.benefit[i] = 0;
    firms.smoothed[i] = 0;
  }
  enter(world, g, DORMANT);
  note(world, FELL_ASLEEP, g);
}

/** A network that gives its members nothing drops its project; asleep, it may propose a new pilot. */
export const dormancy = mechanism({
  id: "dormancy",
  title: "Dormancy",
  claim: "Networks that do not pay stop working long before they are wound up, and some begin anew.",
  source: "assumed; programme reports tell of networks on paper",
  reads: [
    "regions.dispersion",
    "regions.law",
    "regions.trust",
    "firms.degree",
    "firms.keyHigh",
    "firms.keyLow",
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
    "networks.buyer",
    "networks.fund",
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
    "networks.project",
    "networks.projectSince",
    "networks.quality",
    "networks.losing",
    "networks.phase",
    "networks.phaseSince",
    "networks.venture",
    "networks.yield",
    "networks.revolving",
    "networks.size",
    "seats.member",
    "firms.network",
    "firms.joined",
    "firms.contribution",
    "firms.fine",
    "firms.caught",
    "firms.benefit",
    "firms.smoothed",
    "firms.belief",
    "decisions.*",
    "tally.*",
    "journal.*",
  ],
  params: {
    patience: integer({
      label: "Months without benefit",
      unit: "months",
      min: 1,
      max: 60,
      start: 6,
      doc: "Months in a row without benefit to the members, after which a network drops its project.",
      source: "assumed",
    }),
    waking: number({
      label: "New proposals",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.1,
      doc: "Chance that a dormant network proposes a new pilot; twice that with a legal form.",
      source: "assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { networks, seats, firms, rules } = world;
    const proposes = draws("proposes");
    const answers = draws("answer");
    const quality = draws("quality");
    const judgement = draws("judgement");
    const offer = blankOffer();
    for (let g = 0; g < networks.count; g++) {
      const size = networks.size[g];
      if (size === 0) continue;
      if (networks.project[g] !== NO_PROJECT) {
        networks.losing[g] = isLosing(world, g) ? networks.losing[g] + 1 : 0;
        if (networks.losing[g] >= settings.patience) fallAsleep(world, g);
        continue;
      }
      if (networks.phase[g] !== DORMANT || networks.phaseSince[g] === month) continue;
      const high = networks.founderHigh[g];
      const low = networks.founderLow[g];
      const chance = settings.waking * (networks.legal[g] === 1 ? 2 : 1);
      if (proposes.uniformOf(high, low, 0, networks.founded[g]) >= chance) continue;

      const choice = choose(world, g, PILOT_PROJECT, networks.promise[g], judgement);
      if (choice === undefined) continue;
      offer.members = size;
      offer.venture = choice.venture;
      offer.quality = networks.promise[g] * choice.yield;
      offer.guidance = guidance(world, g);
      offer.fee = networks.levy[g];
      const members = Array.from(seats.member.subarray(g * seats.width, g * seats.width + size));
      const refusing = members.filter((i) => {
        offer.trust = trustInMembers(world, g, i);
        placeOffer(world, offer, i, networks.led[g] === 1, networks.legal[g] === 1);
        const word = answers.bitsOf(firms.keyHigh[i], firms.keyLow[i], high, low);
        const yes = answer(world, i, offer, word, networks.broker[g] >= 0);
        if (!yes) countRefusal(world, offer);
        return !yes;
      });
      const willing = size - refusing.length;
      const needed = Math.min(
        networks.buyer[g] >= 0 ? LEAST_SUPPLIERS : rules.joining.least,
        rules.joining.size,
        rules.joining.maxSize,
      );
      if (willing < needed) continue;
      for (const i of refusing) unseat(world, i);
      takeUp(world, g, choice);
      networks.project[g] = PILOT_PROJECT;
      networks.projectSince[g] = month;
      const unit = quality.uniformOf(high, low, 0, networks.founded[g]);
      networks.quality[g] = drawnQuality(rules, networks.promise[g], unit);
      for (let at = g * seats.width; at < g * seats.width + willing; at++) {
        const i = seats.member[at];
        firms.belief[i] = trustInMembers(world, g, i) / Math.max(1, willing - 1);
      }
      enter(world, g, networks.led[g] === 1 && networks.broker[g] < 0 ? SELF_MANAGED : PILOT);
      note(world, WOKE, g, -1, willing, size, needed);
    }
  },
});
