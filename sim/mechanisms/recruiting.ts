import { number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import { answer, blankOffer, countRefusal, findingCost, placeOffer } from "../world/asking.ts";
import { guidance } from "../world/brokers.ts";
import { benefitOf, coordinationCost, trustIn } from "../world/dilemma.ts";
import { RECRUITED, note } from "../world/journal.ts";
import { trustInMembers } from "../world/members.ts";
import { NO_PROJECT, seat } from "../world/networks.ts";
import { becomeFellows } from "../world/ties.ts";
import { projectAt, qualityNow } from "../world/ventures.ts";
import { mechanism } from "./mechanism.ts";

/** A running network with a free seat asks one firm that a member knows. */
export const recruiting = mechanism({
  id: "recruiting",
  title: "Recruiting",
  claim: "Networks grow along their members' ties, as long as one more brings more than it costs to agree with.",
  source: "Klos & Nooteboom 2001; Olson 1965",
  reads: [
    "regions.dispersion",
    "regions.finding",
    "regions.law",
    "regions.trust",
    "firms.alive",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.region",
    "firms.sales",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "networks.autonomy",
    "networks.broker",
    "networks.buyer",
    "networks.founded",
    "networks.founderHigh",
    "networks.founderLow",
    "networks.led",
    "networks.legal",
    "networks.levy",
    "networks.project",
    "networks.quality",
    "networks.venture",
    "networks.yield",
    "brokers.load",
    "brokers.skill",
    "buyers.active",
  ],
  writes: [
    "networks.size",
    "seats.member",
    "firms.network",
    "firms.joined",
    "firms.contribution",
    "firms.benefit",
    "firms.smoothed",
    "firms.belief",
    "firms.degree",
    "ties.*",
    "decisions.*",
    "tally.*",
    "journal.*",
  ],
  params: {
    rate: number({
      label: "Recruiting",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "Chance that a running network with a free seat asks one more firm.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { networks, seats, firms, ties, rules } = world;
    const asks = draws("asks");
    const whom = draws("whom");
    const answers = draws("answer");
    const offer = blankOffer();
    const before = networks.count;
    for (let g = 0; g < before; g++) {
      const size = networks.size[g];
      if (networks.project[g] === NO_PROJECT || size === 0 || size >= rules.joining.maxSize) continue;
      const high = networks.founderHigh[g];
      const low = networks.founderLow[g];
      if (asks.uniformOf(high, low, 0, networks.founded[g]) >= settings.rate) continue;
      const member = seats.member[g * seats.width + indexOf(whom.uniformOf(high, low, 0, networks.founded[g]), size)];
      if (firms.degree[member] === 0) continue;
      const which = indexOf(whom.uniformOf(high, low, 1, networks.founded[g]), firms.degree[member]);
      const i = ties.partner[member * ties.width + which];
      if (firms.network[i] >= 0 || !firms.alive[i]) continue;

      const project = projectAt(world, g);
      const z = guidance(world, g);
      const dispersion = world.regions.dispersion[firms.region[member]];
      const expected = 1 + trustInMembers(world, g, member);
      const gain = benefitOf(project, expected + trustIn(world, member, i)) - benefitOf(project, expected);
      const cost = coordinationCost(rules, dispersion, size + 1, z) - coordinationCost(rules, dispersion, size, z);
      if (qualityNow(world, g) * gain * (1 - project.leak) <= cost) continue;

      offer.stage = networks.project[g];
      offer.members = size + 1;
      offer.trust = trustInMembers(world, g, i);
      offer.venture = networks.venture[g];
      offer.quality = qualityNow(world, g);
      offer.guidance = z;
      offer.finding = networks.broker[g] >= 0 ? 0 : findingCost(world, i);
      offer.fee = networks.levy[g];
      placeOffer(world, offer, i, networks.led[g] === 1, networks.legal[g] === 1);
      const word = answers.bitsOf(firms.keyHigh[i], firms.keyLow[i], high, low);
      if (!answer(world, i, offer, word, networks.broker[g] >= 0)) {
        countRefusal(world, offer);
        continue;
      }
      if (networks.broker[g] < 0) world.tally.finding[0] += findingCost(world, i) * firms.sales[i];
      seat(world, g, i);
      for (let at = g * seats.width; at < g * seats.width + size; at++) {
        becomeFellows(world, i, seats.member[at]);
      }
      firms.belief[i] = offer.trust / size;
      note(world, RECRUITED, g, i, 0, 0, 0);
    }
  },
});
