import { unfold } from "./packing.ts";
import { TOWN_STRETCH } from "./places.ts";
import type { LayoutRequest, Places, Town } from "./places.ts";
import type { Quarter } from "./quarters.ts";
import { quarterOf, quartersOf, townOf } from "./quarters.ts";
import { spreadTowns } from "./towns.ts";

/**
 * Where everything stands: towns as on the map but spread over the frame, each divided by trade; firms that are ever in
 * one network pulled together, the others around them, none on another. A pure function: the same places every time.
 */

/** Width over height of the frame; the stage of a laptop. */
const SHAPE = 1.72;
/** Half the distance between two firms, for firms that are ever in a network and for the others. */
const MEMBER = 14;
const OTHER = 9;
/** Free ring around a group, where its contour runs. */
const MARGIN = 13;
/** Share of a town's area that is taken. */
const FILL = 0.74;
const ROUNDS = 160;
const OUTWARD = 1.3;
/** How strongly a firm is drawn back to its quarter, a round. */
const HOMEWARD = 0.03;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Firms of one town that stand together. */
interface Group {
  readonly town: number;
  readonly firms: number[];
  radius: number;
  x: number;
  y: number;
}

export function layOut(request: LayoutRequest): Places {
  const { groups, groupOf } = groupsOf(request);
  const count = request.x.length;
  const need = areas(request, groups, groupOf);
  const radii = request.regions.map((_, town) => {
    const area = [...need].reduce((sum, [quarter, own]) => (townOf(quarter) === town ? sum + own : sum), 0);
    return Math.max(60, Math.sqrt(area / FILL / Math.PI / TOWN_STRETCH));
  });
  const frame = spreadTowns(request.regions, radii, SHAPE);

  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const quarters = quartersOf(frame.towns, need);
  scatter(request, quarters, x, y);
  placeGroups(groups, frame.towns, links(request, groups, groupOf), x, y);
  seatMembers(groups, x, y);
  const radius = Float64Array.from({ length: count }, (_, i) => (groupOf[i] < 0 ? OTHER : MEMBER));
  unfold({ x, y, radius }, ROUNDS, 0.7, () => hold(request, frame.towns, quarters, groups, groupOf, x, y));

  const spacing = neighbourDistance(x, y, groupOf);
  return { ...frame, x: Float32Array.from(x), y: Float32Array.from(y), spacing };
}

/** A firm that is in several networks stands with the one that lives longest. */
function groupsOf(request: LayoutRequest): { groups: Group[]; groupOf: Int32Array } {
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

/** Area that the firms of each quarter take: groups with their contours, the others one by one. */
function areas(request: LayoutRequest, groups: readonly Group[], groupOf: Int32Array): Map<number, number> {
  const need = new Map<number, number>();
  const share = groups.map((group) => (Math.PI * (group.radius + MARGIN) ** 2) / group.firms.length);
  for (let i = 0; i < groupOf.length; i++) {
    const quarter = quarterOf(request, i);
    const area = groupOf[i] < 0 ? (2 * OTHER) ** 2 * 0.866 : share[groupOf[i]];
    need.set(quarter, (need.get(quarter) ?? 0) + area);
  }
  return need;
}

/** Every firm at its place on the map, scaled to its quarter. */
function scatter(
  request: LayoutRequest,
  quarters: ReadonlyMap<number, Quarter>,
  x: Float64Array,
  y: Float64Array,
): void {
  const reach = new Float64Array(request.regions.length).fill(1e-6);
  const east = (i: number): number => request.x[i] - request.regions[request.region[i]].x;
  const north = (i: number): number => request.y[i] - request.regions[request.region[i]].y;
  for (let i = 0; i < x.length; i++) {
    const town = request.region[i];
    reach[town] = Math.max(reach[town], Math.hypot(east(i), north(i)));
  }
  for (let i = 0; i < x.length; i++) {
    const quarter = quarters.get(quarterOf(request, i));
    if (quarter === undefined) continue;
    const scale = quarter.radius / reach[request.region[i]];
    x[i] = quarter.x + east(i) * scale * TOWN_STRETCH;
    y[i] = quarter.y - north(i) * scale;
  }
}

/** Pairs of groups of one town that share members of a network, and so want to be neighbours. */
function links(request: LayoutRequest, groups: readonly Group[], groupOf: Int32Array): [number, number][] {
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
function placeGroups(
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
function seatMembers(groups: readonly Group[], x: Float64Array, y: Float64Array): void {
  groups.forEach((group, g) => {
    group.firms.forEach((i, m) => {
      const far = (group.radius - MEMBER * 0.6) * Math.sqrt((m + 0.5) / group.firms.length);
      const angle = m * GOLDEN + g * 1.7;
      x[i] = group.x + Math.cos(angle) * far + Math.cos(i * 12.9898) * 5;
      y[i] = group.y + Math.sin(angle) * far + Math.sin(i * 78.233) * 5;
    });
  });
}

/** After each round: members stay in their group's disc, others outside of all discs, everyone in the town. */
function hold(
  request: LayoutRequest,
  towns: readonly Town[],
  quarters: ReadonlyMap<number, Quarter>,
  groups: readonly Group[],
  groupOf: Int32Array,
  x: Float64Array,
  y: Float64Array,
): void {
  const inTown: Group[][] = towns.map(() => []);
  for (const group of groups) inTown[group.town].push(group);
  for (let i = 0; i < x.length; i++) {
    const town = request.region[i];
    if (groupOf[i] >= 0) {
      const { x: cx, y: cy, radius } = groups[groupOf[i]];
      pullInto(x, y, i, cx, cy, radius - MEMBER * 0.2);
      continue;
    }
    const quarter = quarters.get(quarterOf(request, i));
    if (quarter !== undefined) drawHome(x, y, i, quarter);
    for (const group of inTown[town]) pushOut(x, y, i, group.x, group.y, group.radius + MARGIN);
    keepInside(x, y, i, towns[town], 0);
  }
}

function drawHome(x: Float64Array, y: Float64Array, i: number, quarter: Quarter): void {
  const dx = (x[i] - quarter.x) / TOWN_STRETCH;
  const dy = y[i] - quarter.y;
  if (dx * dx + dy * dy <= quarter.radius * quarter.radius) return;
  x[i] -= dx * TOWN_STRETCH * HOMEWARD;
  y[i] -= dy * HOMEWARD;
}

function pullInto(x: Float64Array, y: Float64Array, i: number, cx: number, cy: number, radius: number): void {
  const far = Math.hypot(x[i] - cx, y[i] - cy);
  if (far <= radius) return;
  x[i] = cx + ((x[i] - cx) * radius) / far;
  y[i] = cy + ((y[i] - cy) * radius) / far;
}

function pushOut(x: Float64Array, y: Float64Array, i: number, cx: number, cy: number, radius: number): void {
  const dx = x[i] - cx;
  const dy = y[i] - cy;
  const square = dx * dx + dy * dy;
  if (square >= radius * radius) return;
  const far = Math.sqrt(square);
  const ux = far > 1e-9 ? dx / far : Math.cos(i);
  const uy = far > 1e-9 ? dy / far : Math.sin(i);
  // Not all at once, so that firms flow around a group instead of piling up at its edge.
  const to = far + (radius - far) * 0.5;
  x[i] = cx + ux * to;
  y[i] = cy + uy * to;
}

function keepInside(x: Float64Array, y: Float64Array, i: number, town: Town, inset: number): void {
  const reach = Math.max(1, town.radius - inset);
  const dx = (x[i] - town.x) / TOWN_STRETCH;
  const dy = y[i] - town.y;
  const far = Math.hypot(dx, dy);
  if (far <= reach) return;
  x[i] = town.x + ((dx * reach) / far) * TOWN_STRETCH;
  y[i] = town.y + (dy * reach) / far;
}

/** Mean distance to the nearest neighbour, of firms that are ever in a network, or of all where none is. */
function neighbourDistance(x: Float64Array, y: Float64Array, groupOf: Int32Array): number {
  const cells = new Map<number, number[]>();
  const size = 4 * MEMBER;
  const key = (column: number, row: number): number => column * 65536 + row;
  for (let i = 0; i < x.length; i++) {
    const at = key(Math.floor(x[i] / size), Math.floor(y[i] / size));
    const cell = cells.get(at);
    if (cell === undefined) cells.set(at, [i]);
    else cell.push(i);
  }
  const anyone = groupOf.every((group) => group < 0);
  let sum = 0;
  let firms = 0;
  for (let i = 0; i < x.length; i++) {
    if (!anyone && groupOf[i] < 0) continue;
    let least = size;
    const column = Math.floor(x[i] / size);
    const row = Math.floor(y[i] / size);
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of cells.get(key(c, r)) ?? []) {
          if (j !== i) least = Math.min(least, Math.hypot(x[j] - x[i], y[j] - y[i]));
        }
      }
    }
    sum += least;
    firms += 1;
  }
  return firms === 0 ? 2 * OTHER : sum / firms;
}
