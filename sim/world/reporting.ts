import { f32 } from "../kernel/columns.ts";
import type { World } from "./world.ts";

/**
 * What firms report against what is true. Nobody acts on it, so it is no part of the state: it only bends what an
 * evaluation sees that has nothing but the firms' own word.
 */
export const bookColumns = {
  reserve: f32({ unit: "0..1", doc: "How far the firm goes of what firms may hide; drawn at birth." }),
} as const;

/** Monthly sales as firm i reports them, kUSD: true sales, less what it hides; a legal form makes it hide less. */
export function reportedSales(world: World, i: number): number {
  const { firms, networks, books, rules } = world;
  const g = firms.network[i];
  const left = g >= 0 && networks.legal[g] === 1 ? rules.reporting.legal : 1;
  return firms.sales[i] * (1 - rules.reporting.hiding * left * books.reserve[i]);
}
