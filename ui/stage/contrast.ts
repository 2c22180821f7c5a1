import type { Frame } from "../../sim/contract.ts";

/** How a stage is drawn beside the stage of another option: grey where both agree, in the option's colour where not. */
export interface Contrast {
  readonly side: "A" | "B";
  /** Rows of the networks that have no counterpart on the other side. */
  readonly alone: readonly number[];
}

/** Members that two networks must share, over all members of both, to count as one and the same. */
const SAME = 0.5;

/**
 * Which living networks of `frame` the other option lacks. Rows differ between two worlds, so a network is known by its
 * members: it has a counterpart where the two share at least half of all firms that are in either (Jaccard's index).
 */
export function contrastOf(frame: Frame, other: Frame, side: "A" | "B"): Contrast {
  const own = sizes(frame);
  const theirs = sizes(other);
  const shared = new Map<number, Map<number, number>>();
  frame.network.forEach((row, i) => {
    const there = other.network[i];
    // A row of firms is used again after an exit: only the same firm is shared.
    if (row < 0 || there < 0 || frame.born[i] !== other.born[i]) return;
    const met = shared.get(row) ?? new Map<number, number>();
    met.set(there, (met.get(there) ?? 0) + 1);
    shared.set(row, met);
  });
  const hasCounterpart = (row: number): boolean =>
    [...(shared.get(row) ?? [])].some(
      ([there, both]) => both / ((own.get(row) ?? 0) + (theirs.get(there) ?? 0) - both) >= SAME,
    );
  return { side, alone: Array.from(frame.networks.row).filter((row) => !hasCounterpart(row)) };
}

/** Members of each network that lives. */
function sizes({ network, networks }: Frame): Map<number, number> {
  const counts = new Map<number, number>();
  networks.row.forEach((row) => counts.set(row, 0));
  network.forEach((row) => {
    const count = counts.get(row);
    if (count !== undefined) counts.set(row, count + 1);
  });
  return counts;
}
