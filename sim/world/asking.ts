import { decide } from "../kernel/decide.ts";
import { orderFor } from "./byHand.ts";
import { guidance } from "./brokers.ts";
import { remember } from "./decisions.ts";
import type { Offer } from "./dilemma.ts";
import { TERMS, lawInside, weigh } from "./dilemma.ts";
import { trustInMembers } from "./members.ts";
import { GENERIC, projectOf } from "./ventures.ts";
import type { World } from "./world.ts";

/** A firm is asked to join; every refusal is counted under the term that stood most in the way. */

const terms = new Float64Array(TERMS.length);

/** An offer to fill in; one is enough, as firms are asked one after the other. */
export function blankOffer(): Offer {
  return {
    stage: 1,
    venture: GENERIC,
    members: 0,
    trust: 0,
    quality: 1,
    guidance: 0,
    dispersion: 0,
    law: 0,
    lawInside: 0,
    finding: 0,
    fee: 0,
  };
}

/** What finding partners costs a firm, before it is written off, as a share of its monthly sales. */
export function findingCost(world: World, i: number): number {
  return world.rules.search.transactionCost * world.regions.finding[world.firms.region[i]];
}

/** Fills in what depends on the firm's own region. */
export function placeOffer(world: World, offer: Offer, i: number, led: boolean, legal: boolean): void {
  const { regions, firms, rules } = world;
  const region = firms.region[i];
  offer.dispersion = regions.dispersion[region];
  offer.law = regions.law[region];
  offer.lawInside = lawInside(rules, offer.law, led, legal);
}

/** The term which, set to its best case, would most likely have turned a refusal: where the most is to be gained. */
function obstacle(world: World, offer: Offer): number {
  const project = projectOf(world, offer.venture, offer.stage);
  let most = offer.quality * project.benefit * (1 - project.leak) - terms[0];
  let which = 0;
  for (let k = 1; k < terms.length; k++) {
    if (-terms[k] > most) {
      most = -terms[k];
      which = k;
    }
  }
  return which;
}

/** Whether the offer is worth it without noise; for a group that weighs a step together. */
export function worthOf(world: World, offer: Offer): number {
  return weigh(world, offer, terms);
}

/**
 * The answer of firm i to an offer: its own, or that of the person who plays it.
 * @param word 32 random bits of this firm and proposal
 */
export function answer(world: World, i: number, offer: Offer, word: number, brokered: boolean): boolean {
  const { rules } = world;
  const utility = weigh(world, offer, terms);
  const yes = orderFor(world, i)?.joins ?? decide(word, utility / rules.joining.noise);
  remember(world, i, offer, terms, utility, word, yes, brokered);
  return yes;
}

/** Counts the refusal that firm i has just given to an offer. */
export function countRefusal(world: World, offer: Offer): void {
  weigh(world, offer, terms);
  world.tally[`refusals.${TERMS[obstacle(world, offer)]}`][0] += 1;
}

/** Mean worth of a project to the members of a network that has some, without noise: their U, with nobody to find. */
export function worthToMembers(world: World, g: number, stage: number): number {
  const { networks, seats } = world;
  const offer = blankOffer();
  offer.stage = stage;
  offer.venture = networks.venture[g];
  offer.members = networks.size[g];
  offer.quality = networks.started[g] < 0 ? networks.promise[g] : networks.quality[g];
  offer.guidance = guidance(world, g);
  offer.fee = networks.levy[g];
  let sum = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
    const i = seats.member[at];
    offer.trust = trustInMembers(world, g, i);
    placeOffer(world, offer, i, networks.led[g] === 1, networks.legal[g] === 1);
    sum += weigh(world, offer, terms);
  }
  return sum / networks.size[g];
}
