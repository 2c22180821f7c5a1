import type { Happening, HappeningKind } from "../contract.ts";
import * as journal from "../world/journal.ts";
import type { World } from "../world/world.ts";

/** Names of the kinds of events, by their code in the journal. */
const KINDS: Readonly<Record<number, HappeningKind>> = {
  [journal.REFUSED]: "refused",
  [journal.FOUNDED]: "founded",
  [journal.STARTED]: "started",
  [journal.BECAME_STRATEGIC]: "strategic",
  [journal.BECAME_SELF_MANAGED]: "selfManaged",
  [journal.FELL_ASLEEP]: "dormant",
  [journal.WOKE]: "woke",
  [journal.ENDED]: "dissolved",
  [journal.RECRUITED]: "recruited",
  [journal.LEFT]: "left",
  [journal.EXPELLED]: "expelled",
  [journal.BROKERS_CAME]: "brokersCame",
  [journal.BROKERS_LEFT]: "brokersLeft",
  [journal.GOVERNMENT_CHANGED]: "governmentChanged",
  [journal.BUYERS_LEFT]: "buyersLeft",
  [journal.WENT_ABROAD]: "wentAbroad",
  [journal.LISTED]: "listed",
  [journal.BRAND_HURT]: "brandHurt",
};

/** Most telling first: what changes the whole place, then networks, then single firms. */
const ORDER: readonly HappeningKind[] = [
  "brokersCame",
  "brokersLeft",
  "governmentChanged",
  "buyersLeft",
  "listed",
  "dissolved",
  "started",
  "strategic",
  "selfManaged",
  "dormant",
  "woke",
  "founded",
  "brandHurt",
  "expelled",
  "refused",
  "wentAbroad",
  "left",
  "recruited",
];

/** One row of the journal; its place is its network's, else its firm's, else -1. */
function happening(world: World, rows: NonNullable<World["journal"]>, at: number): Happening {
  const { networks, firms } = world;
  const g = rows.network[at];
  const i = rows.firm[at];
  return {
    month: rows.month[at],
    kind: KINDS[rows.kind[at]],
    network: g,
    firm: i,
    yes: rows.yes[at],
    asked: rows.asked[at],
    needed: rows.needed[at],
    region: g >= 0 ? networks.region[g] : i >= 0 ? firms.region[i] : -1,
    sector: g >= 0 ? networks.sector[g] : i >= 0 ? firms.sector[i] : -1,
  };
}

/** All events up to now in the order of time, or none where the run keeps no journal. */
export function eventsOf(world: World): Happening[] {
  const rows = world.journal;
  if (rows === undefined) return [];
  return Array.from({ length: rows.count }, (_, at) => happening(world, rows, at));
}

/** This month's events, most telling first; of one kind, those with more firms saying yes first. */
export function eventsOfMonth(world: World): Happening[] {
  const rows = world.journal;
  if (rows === undefined) return [];
  const events: Happening[] = [];
  for (let at = rows.count - 1; at >= 0 && rows.month[at] === world.month; at--)
    events.push(happening(world, rows, at));
  return events.reverse().sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.yes - a.yes);
}
