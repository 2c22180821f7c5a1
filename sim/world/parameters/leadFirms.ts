import type { Group } from "../../kernel/mechanism.ts";
import { integer, number } from "../../kernel/params.ts";

/** Large buyers, what they ask and what they give. */
export const leadFirms = {
  id: "leadFirms",
  title: "Lead firms",
  params: {
    count: integer({
      label: "Lead firms",
      unit: "firms",
      min: 0,
      max: 100,
      start: 0,
      doc: "Large buyers, each with suppliers of one trade in one region. 0 is none.",
      source: "a scenario's choice",
      atStart: true,
    }),
    start: integer({
      label: "Lead firms come",
      unit: "month",
      min: 0,
      max: 1200,
      start: 6,
      doc: "First month in which they buy.",
      source: "a scenario's choice",
    }),
    exit: integer({
      label: "Lead firms leave",
      unit: "month",
      min: -1,
      max: 1200,
      start: -1,
      doc: "First month in which they no longer buy; -1 never.",
      source: "a scenario's choice",
    }),
    orders: number({
      label: "Orders of a lead firm",
      unit: "kUSD a month",
      min: 0,
      max: 10_000,
      step: 5,
      start: 20,
      doc: "What each lead firm would buy of its suppliers.",
      source: "assumed",
    }),
    threshold: number({
      label: "Quality that is asked",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.6,
      doc: "Quality of work below which a lead firm takes only a part.",
      source: "assumed",
    }),
    guidance: number({
      label: "Guidance by a buyer",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.7,
      doc: "z of its suppliers' networks while it buys: it sets dates, drawings and checks.",
      source: "assumed: as that of a broker of usual skill",
    }),
  },
} as const satisfies Group;
