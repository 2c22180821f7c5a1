import type { Group } from "../../kernel/mechanism.ts";
import { number } from "../../kernel/params.ts";

/** Large orders that a group takes together. */
export const orders = {
  id: "orders",
  title: "Large orders",
  params: {
    size: number({
      label: "Size of an order",
      unit: "share of the group's sales",
      min: 0.01,
      max: 1,
      step: 0.01,
      start: 0.15,
      doc: "Mean of a month's orders beyond what members sell alone.",
      source: "assumed",
    }),
    spread: number({
      label: "Spread of orders",
      unit: "sd of log",
      min: 0,
      max: 1.5,
      step: 0.05,
      start: 0.6,
      doc: "How much orders differ from month to month.",
      source: "assumed",
    }),
    stretch: number({
      label: "Reach of capability",
      unit: "share of sales",
      min: 0.01,
      max: 2,
      step: 0.05,
      start: 0.5,
      doc: "What a member of perfect quality and knowledge can deliver beyond its own sales in a month.",
      source: "assumed",
    }),
    penalty: number({
      label: "Cost of failing",
      unit: "share of the order",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.5,
      doc: "What the part that is not delivered costs in penalties and goodwill, against what it would have brought.",
      source: "assumed",
    }),
  },
} as const satisfies Group;
