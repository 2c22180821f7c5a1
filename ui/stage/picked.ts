import type { Frame } from "../../sim/contract.ts";

/** What can be said of firms that were picked together. */
export interface PickedFacts {
  readonly count: number;
  readonly contributes: number;
  readonly freeRides: number;
  readonly idle: number;
  /** Five workers or more. */
  readonly larger: number;
  /** Living networks they are in. */
  readonly networks: number;
  /** Ties among them, and their mean trust; null where there are none. */
  readonly ties: number;
  readonly trust: number | null;
}

/** Counts firms that are in business this month; a workshop that stands empty is left out. */
export function pickedFacts(frame: Frame, picked: readonly number[]): PickedFacts {
  const own = new Set(picked.filter((firm) => frame.conduct[firm] > 0));
  const counts = [0, 0, 0, 0];
  const rows = new Set<number>();
  let larger = 0;
  for (const firm of own) {
    counts[frame.conduct[firm]] += 1;
    if (frame.size[firm] > 0) larger += 1;
    if (frame.network[firm] >= 0) rows.add(frame.network[firm]);
  }
  const { from, to, trust } = frame.ties;
  let ties = 0;
  let sum = 0;
  for (let k = 0; k < from.length; k++) {
    if (!own.has(from[k]) || !own.has(to[k])) continue;
    ties += 1;
    sum += trust[k];
  }
  return {
    count: own.size,
    contributes: counts[2],
    freeRides: counts[3],
    idle: counts[1],
    larger,
    networks: rows.size,
    ties,
    trust: ties > 0 ? sum / ties : null,
  };
}
