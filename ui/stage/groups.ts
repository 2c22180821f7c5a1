import { unfold } from "./packing.ts";
import { keepInside } from "./places.ts";
import type { LayoutRequest, Town } from "./places.ts";

/** Firms of one town that stand together. */
export interface Group {
  readonly town: number;
  readonly firms: number[];
  radius: number;
  x: number;
  y: number;
}

/** Half the distance between two firms of a group, and the free ring around it, where its contour runs; layout units. */
export const MEMBER = 14;
export const MARGIN = 13;
/** Groups lie further out than the middle of their firms, where their names have room. */
const OUTWARD = 1.3;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** A firm that is in several networks stands with the one that lives longest. */
export function groupsOf(request: LayoutRequest): { groups: Group[]; groupOf: Int32Array } {
  const { union, lives, region } = request;
  const groupOf = new Int32Array(region.length).fill(-1);
  const groups: Group[] = [];
  const order = Array.from({ length: union.starts.length - 1 }, (_, k) => k).sort(
    (a, b) => lives[b] - lives[a] || a - b,
  );
  for (const k of order) {
    const byTown = new Map<number, Group>();
    for (let m = union.starts[k]; m < union.starts[k + 1]; m++) {
      const i = union.members[m];
      if (groupOf[i] >= 0) continue;
      const town = region[i];
      const group = byTown.get(town) ?? { town, firms: [], radius: 0, x: 0, y: 0 };
      byTown.set(town, group);
      groupOf[i] = groups.length + [...byTown.keys()].indexOf(town);
      group.firms.push(i);
    }
    groups.push(...byTown.values());
  }
  for (const group of groups) group.radius = Math.sqrt((group.firms.length * (2 * MEMBER) ** 2 * 0.9) / Math.PI);
  return { groups, groupOf };
}

/** Pairs of groups of one town that share members of a network, and so want to be neighbours. */
export function links(request: LayoutRequest, groups: readonly Group[], groupOf: Int32Array): [number, number][] {
  const { starts, members } = request.union;
  const pairs = new Map<string, [number, number]>();
  for (let k = 0; k + 1 < starts.length; k++) {
    const met = [...new Set(Array.from(members.subarray(starts[k], starts[k + 1]), (i) => groupOf[i]))];
    for (const [index, a] of met.entries()) {
      for (const b of met.slice(index + 1)) {
        if (groups[a].town === groups[b].town) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
      }
    }
  }
  return [...pairs.values()];
}

/** Finds a place for every group: near the middle of its firms on the map, clear of the others, inside its town. */
export function placeGroups(
  groups: readonly Group[],
  towns: readonly Town[],
  pairs: readonly (readonly [number, number])[],
  x: Float64Array,
  y: Float64Array,
): void {
  for (const [g, group] of groups.entries()) {
    const town = towns[group.town];
    const meanX = group.firms.reduce((sum, i) => sum + x[i], 0) / group.firms.length;
    const meanY = group.firms.reduce((sum, i) => sum + y[i], 0) / group.firms.length;
    // Towards the edge of the town, where their names have room.
    group.x = town.x + (meanX - town.x) * OUTWARD + Math.cos(g * GOLDEN) * 7;
    group.y = town.y + (meanY - town.y) * OUTWARD + Math.sin(g * GOLDEN) * 7;
  }
  const discs = {
    x: Float64Array.from(groups, (group) => group.x),
    y: Float64Array.from(groups, (group) => group.y),
    radius: Float64Array.from(groups, (group) => group.radius + MARGIN),
  };
  unfold(discs, 300, 0.5, (round) => {
    for (const [a, b] of round < 200 ? pairs : []) {
      discs.x[a] += (discs.x[b] - discs.x[a]) * 0.02;
      discs.y[a] += (discs.y[b] - discs.y[a]) * 0.02;
      discs.x[b] += (discs.x[a] - discs.x[b]) * 0.02;
      discs.y[b] += (discs.y[a] - discs.y[b]) * 0.02;
    }
    groups.forEach((group, g) => keepInside(discs.x, discs.y, g, towns[group.town], group.radius));
  });
  groups.forEach((group, g) => {
    group.x = discs.x[g];
    group.y = discs.y[g];
  });
}

/** Members on a sunflower's seeds around the middle of their group, loosened so that it does not look like one. */
export function seatMembers(groups: readonly Group[], x: Float64Array, y: Float64Array): void {
  groups.forEach((group, g) => {
    group.firms.forEach((i, m) => {
      const far = (group.radius - MEMBER * 0.6) * Math.sqrt((m + 0.5) / group.firms.length);
      const angle = m * GOLDEN + g * 1.7;
      x[i] = group.x + Math.cos(angle) * far + Math.cos(i * 12.9898) * 5;
      y[i] = group.y + Math.sin(angle) * far + Math.sin(i * 78.233) * 5;
    });
  });
}
