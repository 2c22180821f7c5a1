import type { Group } from "./groups.ts";
import { groupsOf, links, MARGIN, MEMBER, placeGroups, seatMembers } from "./groups.ts";
import { unfold } from "./packing.ts";
import { keepInside, TOWN_STRETCH } from "./places.ts";
import type { LayoutRequest, Places, Town } from "./places.ts";
import type { Quarter } from "./quarters.ts";
import { quarterOf, quartersOf, townOf } from "./quarters.ts";
import { spacingOf } from "./spacing.ts";
import { spreadTowns } from "./towns.ts";

/**
 * Where everything stands: towns as on the map but spread over the frame, each divided by trade; firms that are ever in
 * one network pulled together, the others around them, none on another. A pure function: the same places every time.
 */

/** Width over height of the frame; the stage of a laptop. */
const SHAPE = 1.72;
/** Half the distance between two firms that are never in a network, layout units. */
const OTHER = 9;
/** Share of a town's area that is taken. */
const FILL = 0.74;
const ROUNDS = 160;
/** How strongly a firm is drawn back to its quarter, a round. */
const HOMEWARD = 0.03;

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

  const spacing = spacingOf(x, y, (i) => groupOf[i] >= 0);
  return { ...frame, x: Float32Array.from(x), y: Float32Array.from(y), region: request.region, spacing };
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
