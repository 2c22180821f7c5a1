import type { World } from "./world.ts";

/** What firms can deliver beyond what they sell alone: shared by those who think of an order and those who take it. */

/** What a firm can do, 0..1: the quality of what it makes and what it knows. */
export function capabilityOf({ firms }: World, i: number): number {
  return (firms.quality[i] + firms.knowledge[i]) / 2;
}

/** Mean capability of a network's members. */
export function capabilityAt(world: World, g: number): number {
  const { networks, seats } = world;
  const start = g * seats.width;
  let sum = 0;
  for (let at = start; at < start + networks.size[g]; at++) sum += capabilityOf(world, seats.member[at]);
  return networks.size[g] > 0 ? sum / networks.size[g] : 0;
}

/** What members could deliver together in a month if all gave their full share, kUSD. */
export function withinReach(world: World, g: number): number {
  const { networks, seats, firms, rules } = world;
  const start = g * seats.width;
  let sum = 0;
  for (let at = start; at < start + networks.size[g]; at++) {
    const i = seats.member[at];
    sum += firms.sales[i] * capabilityOf(world, i);
  }
  return rules.orders.stretch * sum;
}

/** How an order works out, against its promise: what is delivered counts, what is not costs a penalty. */
export function worthOfOrder({ rules }: World, ordered: number, reach: number): number {
  if (ordered <= 0) return 1;
  const delivered = Math.min(ordered, reach) / ordered;
  return Math.max(0, delivered - rules.orders.penalty * (1 - delivered));
}
