import type { Phase } from "../../sim/contract.ts";

/** The line a phase is drawn in, the same for a contour, a row of the phase strip and the key. */
export interface PhaseLine {
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: "butt" | "round";
  /** Width of paper drawn on top, which makes a double line. */
  readonly gap: number;
  readonly ink: "contour" | "idle";
}

const SOLID = { dash: [], cap: "butt", gap: 0, ink: "contour" } as const;

export const PHASE_LINES: Readonly<Record<Exclude<Phase, 5>, PhaseLine>> = {
  0: { ...SOLID, width: 1.6, dash: [0.01, 4.2], cap: "round" },
  1: { ...SOLID, width: 1 },
  2: { ...SOLID, width: 2.2 },
  3: { ...SOLID, width: 5, gap: 2.2 },
  4: { ...SOLID, width: 1, dash: [7, 4], ink: "idle" },
};

export const PHASE_NAMES = ["planning", "pilot", "strategic", "selfManaged", "dormant", "dissolved"] as const;
