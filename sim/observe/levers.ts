import type { Turn } from "../contract.ts";
import type { Offer } from "../world/dilemma.ts";
import type { Rules } from "../world/rules.ts";

/** One thing about an offer that could have been otherwise, within its natural range. */
export interface Lever {
  readonly id: Turn["lever"];
  readonly low: number;
  readonly high: number;
  /** Steps for each unit. Values are tried in whole steps, so what is shown is what was tried. */
  readonly per: number;
  /** Whether more of it speaks for joining (1) or against (-1); 0 where it may do either. */
  readonly speaks: 1 | -1 | 0;
  of(offer: Offer): number;
  set(offer: Offer, value: number): Offer;
}

/** A lever that is a field of the offer. */
function field(
  id: "guidance" | "dispersion" | "finding" | "fee" | "quality",
  range: Pick<Lever, "low" | "high" | "per" | "speaks">,
): Lever {
  return { id, ...range, of: (offer) => offer[id], set: (offer, value) => ({ ...offer, [id]: value }) };
}

/** Mean trust in the others at the table; 0 where there is nobody else. */
export function meanTrust(offer: Pick<Offer, "trust" | "members">): number {
  return offer.members > 1 ? offer.trust / (offer.members - 1) : 0;
}

/** Natural ranges where they are not 0 to 1: what is found in the world, narrower than what a setting allows. */
const MOST_DISPERSED = 2;
const DEAREST_SEARCH = 0.25;
const LARGEST_FEE = 0.02;
const BEST_QUALITY = 2;

/** What can be changed about an offer to any table. */
const ANY_TABLE: readonly Lever[] = [
  {
    id: "trust",
    low: 0,
    high: 1,
    per: 100,
    speaks: 1,
    of: meanTrust,
    set: (offer, value) => ({ ...offer, trust: value * (offer.members - 1) }),
  },
  field("guidance", { low: 0, high: 1, per: 100, speaks: 1 }),
  {
    id: "law",
    low: 0,
    high: 1,
    per: 100,
    speaks: 1,
    of: (offer) => offer.law,
    set: (offer, value) => ({
      ...offer,
      law: value,
      lawInside: Math.max(0, Math.min(1, offer.lawInside + value - offer.law)),
    }),
  },
  field("dispersion", { low: 0, high: MOST_DISPERSED, per: 100, speaks: -1 }),
  field("finding", { low: 0, high: DEAREST_SEARCH, per: 1000, speaks: -1 }),
  field("fee", { low: 0, high: LARGEST_FEE, per: 10_000, speaks: -1 }),
  field("quality", { low: 0, high: BEST_QUALITY, per: 100, speaks: 1 }),
];

/** Everything that can be changed about an offer under these rules; of equally small changes the earlier is named. */
export function leversOf(rules: Rules): readonly Lever[] {
  const members: Lever = {
    id: "members",
    low: 2,
    high: rules.joining.maxSize,
    per: 1,
    speaks: 0,
    of: (offer) => offer.members,
    set: (offer, value) => ({ ...offer, members: value, trust: meanTrust(offer) * (value - 1) }),
  };
  return [...ANY_TABLE, members];
}
