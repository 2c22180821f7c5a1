import type { Group } from "../../kernel/mechanism.ts";
import { integer, number } from "../../kernel/params.ts";

/** What a place is like. */
export const region = {
  id: "region",
  title: "Place",
  params: {
    count: integer({
      label: "Regions",
      unit: "regions",
      min: 1,
      max: 60,
      start: 5,
      doc: "Regions, where the scenario names none of its own.",
      source: "assumed",
    }),
    trust: number({
      label: "Trust in strangers",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.25,
      doc: "Generalised trust tau: the share of strangers that a firm expects to keep their word. Mean over regions.",
      source: "World Values Survey: Norway 74 %, Italy 29 %, Mexico 16 %, Peru 6 %",
    }),
    "trust.spread": number({
      label: "Spread of trust",
      unit: "sd between regions",
      min: 0,
      max: 0.2,
      step: 0.01,
      start: 0.06,
      doc: "Standard deviation of trust between regions that have no value of their own.",
      source: "assumed",
    }),
    law: number({
      label: "Rule of law",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "How far a contract can be enforced: 0 not at all, 1 at no cost.",
      source: "assumed",
    }),
    dispersion: number({
      label: "Dispersion",
      unit: "Honduras = 1",
      min: 0,
      max: 4,
      step: 0.05,
      start: 1,
      doc: "How far apart firms work; multiplies the cost of co-ordination.",
      source: "assumed",
    }),
    radius: number({
      label: "Radius of a town",
      unit: "km",
      min: 0.1,
      max: 100,
      step: 0.1,
      start: 6,
      doc: "Distance within which about two thirds of a town's firms stand.",
      source: "assumed",
    }),
  },
} as const satisfies Group;
