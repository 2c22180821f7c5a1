import type { Group } from "../../kernel/mechanism.ts";
import { number } from "../../kernel/params.ts";

/** What firms tell of their figures. */
export const reporting = {
  id: "reporting",
  title: "Reported figures",
  params: {
    hiding: number({
      label: "Hidden sales",
      unit: "share of sales",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0,
      doc: "Most that a firm leaves out of the sales it reports; firms hide from nothing to all of this. Only the programme's own count sees reported sales.",
      source: "Ceglie & Dini 1999: owners do not like to show their books; size assumed",
    }),
    legal: number({
      label: "Hiding with a legal form",
      unit: "multiple",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "How much of the hiding is left inside a network with legal status, which must keep books.",
      source: "assumed",
    }),
  },
} as const satisfies Group;
