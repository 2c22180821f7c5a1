import { salesOfMembers } from "./members.ts";
import { NO_PROJECT } from "./networks.ts";
import { cellOf } from "./regions.ts";
import type { World } from "./world.ts";

/** What inputs cost: equations that a network which thinks of buying together shares with one that does. */

/** Share of the price that falls away when so much is bought together in a month (kUSD). */
export function discountFor({ rules }: Pick<World, "rules">, quantity: number): number {
  return (rules.inputs.discount * quantity) / (quantity + rules.inputs.half);
}

/** How a purchase works out, against what is stated of its project, at a discount. */
export function worthOfPurchase(world: Pick<World, "rules" | "ventures">, venture: number, discount: number): number {
  const stated = discountFor(world, world.ventures[venture].plan.quantity);
  return stated > 0 ? discount / stated : 0;
}

/** Inputs that the members of a network buy in a month, kUSD. */
export function inputsOf(world: World, g: number): number {
  return world.rules.inputs.share * salesOfMembers(world, g);
}

/** Whether a network's project buys for every firm of its sector in its region. */
export function buysForSector(world: World, venture: number): boolean {
  const { quantity, scale } = world.ventures[venture].plan;
  return quantity > 0 && scale !== "network" && world.rules.inputs.pooling;
}

/** Inputs that a network would buy together, its sector with it where the project is for all, kUSD a month. */
export function quantityFor(world: World, g: number, venture: number): number {
  const { clusters, cells, networks, rules } = world;
  const own = inputsOf(world, g);
  if (!buysForSector(world, venture)) return own;
  const whole = clusters.inputs[cellOf(cells, networks.region[g], networks.sector[g])];
  return own + rules.inputs.custom * Math.max(0, whole - own);
}

/** Whether a network buys inputs together now. */
export function isBuying({ networks, ventures }: World, g: number): boolean {
  return networks.project[g] !== NO_PROJECT && ventures[networks.venture[g]].plan.quantity > 0;
}

/** What firm i pays for inputs, against the start: what its region is supplied at, less what buying together saves. */
export function inputPriceFor(world: World, i: number): number {
  const { firms, regions, networks, clusters, cells, rules } = world;
  const g = firms.network[i];
  const open = clusters.inputPrice[cellOf(cells, firms.region[i], firms.sector[i])];
  const together = g >= 0 && isBuying(world, g) ? networks.inputPrice[g] : 1 - rules.inputs.custom * (1 - open);
  return regions.inputCost[firms.region[i]] * together;
}
