import type { Group } from "../../kernel/mechanism.ts";
import { number } from "../../kernel/params.ts";

/** Links to the world outside. */
export const openness = {
  id: "openness",
  title: "Outside links",
  params: {
    pipelines: number({
      label: "Outside links",
      unit: "share of ties",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.02,
      doc: "Share of a firm of average openness's ties that go outside the clusters; they bring news that spreads along local ties.",
      source: "Bathelt, Malmberg & Maskell 2004; size assumed",
    }),
  },
} as const satisfies Group;
