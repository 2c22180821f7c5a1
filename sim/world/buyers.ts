import { f64, u8 } from "../kernel/columns.ts";
import type { World } from "./world.ts";

/** A lead firm: a large buyer with suppliers of one trade in one region. */
export const buyerColumns = {
  region: u8({ unit: "row", doc: "Region of its suppliers." }),
  sector: u8({ unit: "row", doc: "Sector of its suppliers." }),
  active: u8({ unit: "0/1", doc: "Whether it buys here." }),
  orders: f64({ unit: "kUSD a month", doc: "What it would buy of its suppliers." }),
  threshold: f64({ unit: "0..1", doc: "Quality below which it takes only a part." }),
} as const;

/** Suppliers without whom a lead firm does not begin. */
export const LEAST_SUPPLIERS = 3;

/** Whether a network supplies a lead firm that is there. */
export function isSupplying({ networks, buyers }: World, g: number): boolean {
  return networks.buyer[g] >= 0 && buyers.active[networks.buyer[g]] === 1;
}
