import type { Size } from "./camera.ts";
import type { Box, Clutter } from "./clutter.ts";
import { overlap } from "./clutter.ts";

export type LabelKind = "broker" | "outside" | "focus" | "town" | "tag" | "event";

/** One way to set a label: these words in this box. */
export interface Candidate {
  readonly lines: readonly string[];
  readonly box: Box;
  /** What this way costs before anything is in its way. */
  readonly cost: number;
}

export interface LabelRequest {
  readonly id: string;
  readonly kind: LabelKind;
  readonly candidates: readonly Candidate[];
  /** Left out where even the cheapest way costs more. */
  readonly limit: number;
}

export interface Label extends Candidate {
  readonly id: string;
  readonly kind: LabelKind;
  /** Which candidate was taken. */
  readonly choice: number;
}

const OVERLAP = 6;
/** A label stays where it was last month unless another place is better by this much. */
const INERTIA = 30;
const EDGE = 2;

/**
 * Each label, in order, takes the cheapest of its places: what it would cover, and 6 for each px² of another label.
 * None leaves the frame.
 * @param before what each label took last time, by id, so that labels do not jump from month to month
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  clutter: readonly Clutter[],
  size: Size,
  before: ReadonlyMap<string, number>,
): Label[] {
  const placed: Label[] = [];
  for (const { id, kind, candidates, limit } of requests) {
    let best: Label | undefined;
    let least = limit;
    candidates.forEach((candidate, choice) => {
      const { box } = candidate;
      if (box.left < EDGE || box.top < EDGE) return;
      if (box.left + box.width > size.width - EDGE || box.top + box.height > size.height - EDGE) return;
      let cost = candidate.cost - (before.get(id) === choice ? INERTIA : 0);
      for (const marks of clutter) cost += marks.under(box);
      for (const label of placed) cost += OVERLAP * overlap(box, label.box);
      if (cost >= least) return;
      least = cost;
      best = { ...candidate, id, kind, choice };
    });
    if (best !== undefined) placed.push(best);
  }
  return placed;
}
