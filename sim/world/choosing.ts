import type { Stream } from "../kernel/random.ts";
import { blankOffer, placeOffer, worthOf } from "./asking.ts";
import { guidance } from "./brokers.ts";
import { discountFor, inputsOf, quantityFor, worthOfPurchase } from "./inputs.ts";
import { salesOfMembers, trustInMembers } from "./members.ts";
import { PILOT_PROJECT } from "./networks.ts";
import { capabilityAt, withinReach, worthOfOrder } from "./orders.ts";
import { GENERIC } from "./ventures.ts";
import type { World } from "./world.ts";

/** Which project a network takes up: of those whose needs are met the one that promises most to its members. */

/** What a network has chosen, what it is worth to the members on average, and how well it should work out. */
export interface Choice {
  readonly venture: number;
  readonly worth: number;
  readonly yield: number;
}

/** How well a project should work out for these members, against what is stated of it. */
function expectedYield(world: World, g: number, venture: number): number {
  const { quantity, order } = world.ventures[venture].plan;
  if (quantity > 0) return worthOfPurchase(world, venture, discountFor(world, quantityFor(world, g, venture)));
  if (order > 0) {
    return worthOfOrder(world, world.rules.orders.size * order * salesOfMembers(world, g), withinReach(world, g));
  }
  return 1;
}

/** Whether all that a project needs is there. */
function isPossible(world: World, g: number, venture: number): boolean {
  const { networks, regions } = world;
  const { capability, lot, capital, centre } = world.ventures[venture].plan.needs;
  if (capability > 0 && capabilityAt(world, g) < capability) return false;
  if (lot > 0 && inputsOf(world, g) < lot) return false;
  if (capital > 0 && networks.fund[g] < capital * networks.size[g]) return false;
  return !centre || regions.centreOpen[networks.region[g]] >= world.month - 1;
}

/** Projects on offer to a network for a stage; the generic one where the scenario names none. */
function onOffer(world: World, g: number, stage: number): number[] {
  const vertical = world.networks.buyer[g] >= 0;
  const wanted = stage === PILOT_PROJECT ? "pilot" : "strategic";
  const rows: number[] = [];
  world.ventures.forEach(({ plan }, row) => {
    if (row !== GENERIC && plan.stage === wanted && plan.vertical === vertical) rows.push(row);
  });
  return rows.length > 0 ? rows : [GENERIC];
}

/** What a stage's projects are worth to the members on average, one project after the other. */
function worths(world: World, g: number, stage: number, quality: number): (venture: number, yields: number) => number {
  const { networks, seats } = world;
  const size = networks.size[g];
  const start = g * seats.width;
  const members = Array.from(seats.member.subarray(start, start + size));
  const trusts = members.map((i) => trustInMembers(world, g, i));
  const offer = blankOffer();
  offer.stage = stage;
  offer.members = size;
  offer.guidance = guidance(world, g);
  offer.fee = networks.levy[g];
  return (venture, yields) => {
    offer.venture = venture;
    offer.quality = quality * yields;
    let sum = 0;
    members.forEach((i, at) => {
      offer.trust = trusts[at];
      placeOffer(world, offer, i, networks.led[g] === 1, networks.legal[g] === 1);
      sum += worthOf(world, offer);
    });
    return sum / size;
  };
}

/**
 * The choice of a network for a stage; undefined where nothing that is on offer for a strategic stage is possible. A
 * pilot can always be had: the generic one stands in.
 * @param quality of the project as the members expect it, or have seen it
 * @param judgements draws of this month, by network: members judge by their own lights, and break ties so
 */
export function choose(
  world: World,
  g: number,
  stage: number,
  quality: number,
  judgements: Stream,
): Choice | undefined {
  const { networks, rules } = world;
  const worthTo = worths(world, g, stage, quality);
  const offered = onOffer(world, g, stage);
  let best: Choice | undefined;
  let most = -Infinity;
  for (const venture of offered) {
    if (!isPossible(world, g, venture)) continue;
    const yields = expectedYield(world, g, venture);
    const worth = worthTo(venture, yields);
    let judged = worth;
    if (offered.length > 1) {
      const unit = judgements.uniformOf(networks.founderHigh[g], networks.founderLow[g], networks.founded[g], venture);
      judged += rules.projects.judgement * (unit - 0.5);
    }
    if (judged <= most) continue;
    most = judged;
    best = { venture, worth, yield: yields };
  }
  if (best !== undefined || stage !== PILOT_PROJECT) return best;
  return { venture: GENERIC, worth: worthTo(GENERIC, 1), yield: 1 };
}

/** A network takes up a venture. */
export function takeUp(world: World, g: number, choice: Choice): void {
  const { networks } = world;
  networks.venture[g] = choice.venture;
  networks.yield[g] = choice.yield;
  if (world.ventures[choice.venture].plan.revolving) networks.revolving[g] = 1;
}
