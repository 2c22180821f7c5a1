import type { Group } from "../../kernel/mechanism.ts";
import { integer, number } from "../../kernel/params.ts";

/** The programme: who brings firms together, when, at what cost. */
export const brokers = {
  id: "brokers",
  title: "Brokers",
  params: {
    count: integer({
      label: "Brokers",
      unit: "persons",
      min: 0,
      max: 1000,
      start: 0,
      doc: "Consultants who bring firms together. 0 is no programme.",
      source: "Honduras: eight consultants",
    }),
    skill: number({
      label: "Skill of brokers",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.7,
      doc: "Technical, business and social skill in one.",
      source: "assumed",
    }),
    caseload: integer({
      label: "Caseload",
      unit: "networks",
      min: 1,
      max: 40,
      start: 8,
      doc: "Networks that one broker can assist at once; planning counts double.",
      source: "assumed",
    }),
    start: integer({
      label: "Programme begins",
      unit: "month",
      min: 0,
      max: 1200,
      start: 6,
      doc: "First month with brokers.",
      source: "Honduras",
    }),
    end: integer({
      label: "Programme ends",
      unit: "month",
      min: 0,
      max: 1200,
      start: 66,
      doc: "Brokers leave at the start of this month.",
      source: "Honduras",
    }),
    wage: number({
      label: "Cost of a broker",
      unit: "kUSD a month",
      min: 0,
      max: 50,
      step: 0.1,
      start: 1.4,
      doc: "Gross cost of one broker-month.",
      source: "Honduras: 680 kUSD, five years, eight consultants",
    }),
  },
} as const satisfies Group;
