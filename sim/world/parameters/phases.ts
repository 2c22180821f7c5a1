import type { Group } from "../../kernel/mechanism.ts";
import { choice, integer } from "../../kernel/params.ts";

/** The order and the length of a network's phases. */
export const phases = {
  id: "phases",
  title: "Phases",
  params: {
    sequence: choice({
      label: "Sequence",
      options: ["pilotFirst", "strategicFirst"],
      start: "pilotFirst",
      doc: "Whether brokered networks begin with a pilot or with a strategic project at once; networks without a broker always begin with a pilot.",
      source: "Ceglie & Dini 1999: pilot before strategic",
    }),
    planning: integer({
      label: "Planning",
      unit: "months",
      min: 0,
      max: 60,
      start: 3,
      doc: "Months of strategic planning with a broker before the first project.",
      source: "assumed",
    }),
    assistance: integer({
      label: "Assistance",
      unit: "months",
      min: 1,
      max: 600,
      start: 36,
      doc: "Months after which a broker leaves a network.",
      source: "Ceglie & Dini 1999: about three years",
    }),
  },
} as const satisfies Group;
