import type { Group } from "../../kernel/mechanism.ts";
import { flag, number } from "../../kernel/params.ts";

/** What inputs cost, and what buying them together saves. */
export const inputs = {
  id: "inputs",
  title: "Inputs",
  params: {
    share: number({
      label: "Inputs in sales",
      unit: "share of sales",
      min: 0,
      max: 0.9,
      step: 0.05,
      start: 0.4,
      doc: "What firms spend on inputs that can be bought together.",
      source: "assumed",
    }),
    discount: number({
      label: "Largest discount",
      unit: "share of price",
      min: 0,
      max: 0.6,
      step: 0.05,
      start: 0.25,
      doc: "Where the price stops falling, however much is bought.",
      source: "assumed",
    }),
    half: number({
      label: "Quantity for half the discount",
      unit: "kUSD a month",
      min: 1,
      max: 1000,
      step: 1,
      start: 30,
      doc: "Quantity bought together at which half of the largest discount is given.",
      source: "assumed: more than one network buys, as for the yarn of Masaya (Ceglie & Dini 1999)",
    }),
    custom: number({
      label: "Custom of a centre",
      unit: "share of firms",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of their inputs that firms outside buy through a centre that is open to the whole sector.",
      source: "assumed",
    }),
    pooling: flag({
      label: "Sector-wide purchase",
      start: true,
      doc: "Whether a centre for a whole sector buys for every firm of the sector; false: each network for itself.",
      source: "Ceglie & Dini 1999: Masaya",
    }),
  },
} as const satisfies Group;
