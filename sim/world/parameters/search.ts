import type { Group } from "../../kernel/mechanism.ts";
import { number } from "../../kernel/params.ts";

/** What finding a partner costs. */
export const search = {
  id: "search",
  title: "Finding partners",
  params: {
    transactionCost: number({
      label: "Cost of finding a partner",
      unit: "share of monthly sales",
      min: 0,
      max: 0.5,
      step: 0.005,
      start: 0.06,
      doc: "Finding and forging a relation (TC), written off over two years; nothing for those whom a broker invites.",
      source: "assumed; 0.02 in an Italian district",
    }),
  },
} as const satisfies Group;
