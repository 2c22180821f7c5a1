import type { Group } from "../../kernel/mechanism.ts";
import { choice, number } from "../../kernel/params.ts";

/** How experience becomes trust. */
export const trust = {
  id: "trust",
  title: "Trust",
  params: {
    rule: choice({
      label: "Rule of trust",
      options: ["beta", "klosNooteboom"],
      start: "beta",
      doc: "How experience becomes trust: evidence for and against (beta), or trust that grows with the months of unbroken working together (Klos & Nooteboom).",
      source: "Josang & Ismail 2002; Klos & Nooteboom 2001",
    }),
    prior: number({
      label: "Weight of the region's trust",
      unit: "observations",
      min: 0.5,
      max: 20,
      step: 0.5,
      start: 4,
      doc: "How many observations of strangers the region's general trust is worth (a0).",
      source: "assumed",
    }),
    stranger: number({
      label: "Weight of trust in strangers",
      unit: "observations",
      min: 0.5,
      max: 20,
      step: 0.5,
      start: 2,
      doc: "How many observations of a partner the trust in strangers is worth (b0).",
      source: "assumed",
    }),
    habit: number({
      label: "Habit of trust",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Klos & Nooteboom's f: how far trust grows towards 1 as a relation lasts.",
      source: "Klos & Nooteboom 2001",
    }),
  },
} as const satisfies Group;
