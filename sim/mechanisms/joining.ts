import { addRow } from "../kernel/columns.ts";
import type { Stream } from "../kernel/random.ts";
import { answer, blankOffer, countRefusal, findingCost, placeOffer } from "../world/asking.ts";
import { effectiveSkill } from "../world/brokers.ts";
import { LEAST_SUPPLIERS } from "../world/buyers.ts";
import type { Offer } from "../world/dilemma.ts";
import { complementarity, complementarityFactor, trustIn, trustInStrangers } from "../world/dilemma.ts";
import { FOUNDED, REFUSED, note } from "../world/journal.ts";
import { trustInMembers } from "../world/members.ts";
import { PILOT_PROJECT, PLANNING, STRATEGIC_PROJECT, enter, seat } from "../world/networks.ts";
import { becomeFellows } from "../world/ties.ts";
import { GENERIC } from "../world/ventures.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** The firms at one table and what is proposed to them. */
interface Table {
  readonly firms: readonly number[];
  readonly proposer: number;
  readonly broker: number;
  /** Lead firm whose suppliers they would be, or -1. */
  readonly buyer: number;
  readonly venture: number;
  /** Firms without which it does not begin. */
  readonly needed: number;
  /** Expected quality of the project. */
  readonly quality: number;
  readonly stage: number;
  /** The broker's whole fee a month, kUSD, before it is divided by the members' sales. */
  readonly fee: number;
}

/** Whether a broker or a buyer has brought the firms together, so that nobody had to look for partners. */
function isInvited({ broker, buyer }: Table): boolean {
  return broker >= 0 || buyer >= 0;
}

/** What suppliers of a lead firm begin with. */
function verticalPilot({ ventures }: World): number {
  return Math.max(
    GENERIC,
    ventures.findIndex(({ plan }) => plan.vertical && plan.stage === "pilot"),
  );
}

/** Proposals in the order of their draws, brokers after firms. */
function inOrder(world: World): number[] {
  const { proposals } = world;
  return Array.from({ length: proposals.count }, (_, k) => k).sort(
    (a, b) => proposals.rank[a] - proposals.rank[b] || a - b,
  );
}

/** Mean complementarity: of the proposer with its guests, or of all pairs that a broker brings together. */
function meanComplementarity(world: World, firms: readonly number[], brokered: boolean): number {
  let sum = 0;
  let pairs = 0;
  for (let a = 0; a < (brokered ? firms.length : 1); a++) {
    for (let b = a + 1; b < firms.length; b++) {
      sum += complementarity(world, firms[a], firms[b]);
      pairs += 1;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

function tableOf(world: World, proposal: number, strategicFirst: boolean): Table | undefined {
  const { proposals, guests, firms, rules, programme } = world;
  const start = proposal * guests.width;
  const invited = Array.from(guests.firm.subarray(start, start + proposals.guests[proposal]));
  const free = invited.filter((i) => firms.network[i] < 0);
  const broker = proposals.broker[proposal];
  const buyer = proposals.buyer[proposal];
  const needed =
    buyer >= 0 ? LEAST_SUPPLIERS : Math.min(rules.joining.least, rules.joining.size, rules.joining.maxSize);
  const proposer = proposals.proposer[proposal];
  if (free.length < needed || (broker < 0 && buyer < 0 && firms.network[proposer] >= 0)) return undefined;
  return {
    firms: free,
    proposer,
    broker,
    buyer,
    venture: buyer >= 0 ? verticalPilot(world) : GENERIC,
    needed,
    quality:
      proposals.promise[proposal] *
      complementarityFactor(meanComplementarity(world, invited, broker >= 0 || buyer >= 0)),
    stage: broker >= 0 && strategicFirst ? STRATEGIC_PROJECT : PILOT_PROJECT,
    fee: broker >= 0 ? programme.entryFee[0] : 0,
  };
}

/** One round of answers: who of those present says yes, with the same draw in every round. */
function poll(world: World, table: Table, present: readonly number[], answers: Stream, offer: Offer): number[] {
  const { firms } = world;
  const brokered = table.broker >= 0;
  let sales = 0;
  for (const i of present) sales += firms.sales[i];
  offer.stage = table.stage;
  offer.venture = table.venture;
  offer.members = present.length;
  offer.quality = table.quality;
  offer.guidance = brokered
    ? effectiveSkill(world, table.broker)
    : table.buyer >= 0
      ? world.rules.leadFirms.guidance
      : 0;
  offer.fee = table.fee / sales;
  return present.filter((i) => {
    const stranger = trustInStrangers(world, i);
    offer.trust = 0;
    for (const j of present) if (j !== i) offer.trust += trustIn(world, i, j, stranger);
    offer.finding = isInvited(table) ? 0 : findingCost(world, i);
    placeOffer(world, offer, i, brokered, false);
    const yes = answer(world, i, offer, answers.bits(firms.keyHigh[i], firms.keyLow[i]), brokered);
    if (!yes) countRefusal(world, offer);
    return yes;
  });
}

/** The network that begins with these members. */
function found(world: World, table: Table, members: readonly number[]): void {
  const { networks, seats, firms, tally } = world;
  const g = addRow(networks);
  addRow(seats);
  const founder = members.includes(table.proposer) ? table.proposer : members[0];
  networks.founderHigh[g] = firms.keyHigh[founder];
  networks.founderLow[g] = firms.keyLow[founder];
  networks.founded[g] = world.month;
  networks.region[g] = firms.region[founder];
  networks.sector[g] = firms.sector[founder];
  networks.promise[g] = table.quality;
  networks.broker[g] = table.broker;
  networks.buyer[g] = table.buyer;
  networks.led[g] = table.broker >= 0 ? 1 : 0;
  enter(world, g, PLANNING);
  for (const i of members) {
    seat(world, g, i);
    if (!isInvited(table)) tally.finding[0] += findingCost(world, i) * firms.sales[i];
  }
  members.forEach((i, at) => members.slice(at + 1).forEach((j) => becomeFellows(world, i, j)));
  for (const i of members) firms.belief[i] = trustInMembers(world, g, i) / Math.max(1, members.length - 1);
}

/** Those at a table answer twice: for all who were asked, then again for those who said yes. */
export const joining = mechanism({
  id: "joining",
  title: "Joining",
  claim:
    "Whether firms co-operate turns on the costs of finding, bargaining and enforcing, on exposure to free riders, and on how many others are expected to give.",
  source: "Coase 1937; Williamson 1985; Olson 1965; Klos & Nooteboom 2001",
  reads: [
    "regions.dispersion",
    "regions.finding",
    "regions.law",
    "regions.trust",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.position",
    "firms.region",
    "firms.sales",
    "firms.sector",
    "firms.strangersAgainst",
    "firms.strangersFor",
    "brokers.load",
    "brokers.skill",
    "programme.entryFee",
  ],
  writes: [
    "networks.*",
    "seats.*",
    "firms.network",
    "firms.joined",
    "firms.contribution",
    "firms.benefit",
    "firms.smoothed",
    "firms.belief",
    "firms.degree",
    "ties.*",
    "proposals.*",
    "guests.*",
    "decisions.*",
    "tally.*",
    "journal.*",
  ],
  params: {},
  step({ world, draws }) {
    const { proposals, guests, firms, rules } = world;
    const answers = draws("answer");
    const offer = blankOffer();
    for (const proposal of inOrder(world)) {
      const table = tableOf(world, proposal, rules.phases.sequence === "strategicFirst");
      if (table === undefined) continue;
      const own = answers.of(firms.keyHigh[table.proposer], firms.keyLow[table.proposer]);
      const willing = poll(world, table, table.firms, own, offer);
      const members = poll(world, table, willing, own, offer);
      const { needed } = table;
      if (members.length < needed) {
        note(world, REFUSED, -1, table.proposer, members.length, table.firms.length, needed);
        continue;
      }
      found(world, table, members);
      note(world, FOUNDED, world.networks.count - 1, table.proposer, members.length, table.firms.length, needed);
    }
    proposals.count = 0;
    guests.count = 0;
  },
});
