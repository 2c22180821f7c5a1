import { f64, i16, i32, u8 } from "../kernel/columns.ts";
import { isSupplying } from "./buyers.ts";
import { PLANNING } from "./networks.ts";
import type { Rules } from "./rules.ts";
import type { World } from "./world.ts";

/** A person who brings firms together. */
export const brokerColumns = {
  skill: f64({ unit: "0..1", doc: "Technical, business and social skill." }),
  load: f64({ unit: "units of work", doc: "An assisted network takes one unit a month, planning two." }),
  work: f64({ unit: "units of work", doc: "Promotion work done towards the next attempt." }),
  generation: u8({ unit: "count", doc: "1 for the programme's own, 2 for those they trained, and so on.", start: 1 }),
  trainedBy: i16({ unit: "row", doc: "Broker who trained it, or -1.", start: -1 }),
  networks: i32({ unit: "networks", doc: "Networks that it has helped to a first project." }),
  active: u8({ unit: "0/1", doc: "Whether the broker is at work." }),
} as const;

/** The networking unit's terms for firms that join now. */
export const programmeColumns = {
  fees: f64({ unit: "kUSD a month", doc: "Fees that members paid this month." }),
  income: f64({ unit: "kUSD a month", doc: "Fees and membership, as the unit expects them from the months before." }),
  posts: i32({ unit: "brokers", doc: "Brokers whom the unit can pay beyond the programme." }),
  mustEarn: f64({
    unit: "share of cost",
    doc: "Share of its cost that the unit must earn; it draws the unit to richer clients.",
  }),
  entryFee: f64({
    unit: "kUSD a month",
    doc: "Fee of a network that begins now, before it is divided by its members' sales.",
  }),
  budget: f64({ unit: "share", doc: "What is left of its budget, hence of its brokers.", start: 1 }),
  credibility: f64({ unit: "share", doc: "What is left of its standing with firms.", start: 1 }),
} as const;

/** Whether a broker lost its post: of the programme's own, those beyond the number that the rules name now. */
export function isDismissed({ brokers, rules }: World, b: number): boolean {
  if (brokers.generation[b] !== 1 || b < rules.brokers.count) return false;
  let own = 0;
  for (let at = 0; at <= b; at++) if (brokers.generation[at] === 1) own += 1;
  return own > rules.brokers.count;
}

/** Brokers whom the programme pays while it lasts. */
export function paidBrokers(world: World): number {
  let count = 0;
  for (let b = 0; b < world.brokers.count; b++) if (!isDismissed(world, b)) count += 1;
  return count;
}

/** What a broker costs a month for each network that it can assist, kUSD. */
export function costOfAssistance({ brokers }: Rules): number {
  return brokers.wage / brokers.caseload;
}

/** A broker's skill as a network feels it: less where the caseload is too large. */
export function effectiveSkill(world: World, b: number): number {
  const { brokers, rules } = world;
  const share = brokers.load[b] > rules.brokers.caseload ? rules.brokers.caseload / brokers.load[b] : 1;
  return brokers.skill[b] * share;
}

/** z: what keeps a network in order: its broker's skill, its buyer's guidance or its own autonomy, whichever is more. */
export function guidance(world: World, g: number): number {
  const { networks } = world;
  const b = networks.broker[g];
  const helped = b >= 0 ? effectiveSkill(world, b) : isSupplying(world, g) ? world.rules.leadFirms.guidance : 0;
  return Math.max(helped, networks.autonomy[g]);
}

/** Work that a network takes of its broker a month. */
export function workFor(world: World, g: number): number {
  return world.networks.phase[g] === PLANNING ? 2 : 1;
}

/** How fast a network learns to manage itself: half as fast under a broker who is paid by financial results alone. */
export function learningPace(world: World, g: number): number {
  return world.networks.broker[g] < 0 ? 1 : 1 - 0.5 * world.rules.brokers.incentive;
}
