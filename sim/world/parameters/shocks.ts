import type { Group } from "../../kernel/mechanism.ts";
import { number } from "../../kernel/params.ts";

/** How fast the world outside changes. */
export const shocks = {
  id: "shocks",
  title: "Turbulence",
  params: {
    turbulence: number({
      label: "Turbulence",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.2,
      doc: "How fast knowledge goes stale that is not renewed from outside.",
      source: "assumed",
    }),
  },
} as const satisfies Group;
