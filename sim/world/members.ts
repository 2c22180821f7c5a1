import type { World } from "./world.ts";
import { trustIn, trustInStrangers } from "./dilemma.ts";

/** Sum of what firm i trusts in the other members of a network. */
export function trustInMembers(world: World, g: number, i: number): number {
  const { networks, seats } = world;
  const stranger = trustInStrangers(world, i);
  let sum = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
    const j = seats.member[at];
    if (j !== i) sum += trustIn(world, i, j, stranger);
  }
  return sum;
}

/** Members' monthly sales, kUSD. */
export function salesOfMembers(world: World, g: number): number {
  const { networks, seats, firms } = world;
  let sum = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) sum += firms.sales[seats.member[at]];
  return sum;
}

/** Sum of the members' contributions this month. */
export function contributionsOf(world: World, g: number): number {
  const { networks, seats, firms } = world;
  let sum = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
    sum += firms.contribution[seats.member[at]];
  }
  return sum;
}
