import { contours } from "d3";
import type { Field } from "./field.ts";
import { CELL, fieldOf, LEVEL, strengthen, valueAt } from "./field.ts";
import type { Point } from "./spanningTree.ts";

/** Closed lines around the members of a network, in px. */
export type Rings = readonly (readonly Point[])[];

const LEAST_AREA = 60;
/** Points of a ring after resampling; long rings get one for every `STEP` px beyond the most. */
const FEWEST = 30;
const MOST = 46;
const STEP = 11;
/** A member outside of the line gets this times its weight, until it is inside. */
const RAISE = 1.2;
const ATTEMPTS = 24;

/**
 * The contour of a network. Every member is inside; no firm is moved for it.
 * @param radius R in px
 */
export function contourOf(members: readonly Point[], others: readonly Point[], radius: number): Rings {
  if (members.length === 0) return [];
  const weights = members.map(() => 1);
  const field = fieldOf(members, weights, others, radius);
  let rings: Point[][] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    raiseUntilInside(field, members, weights, radius);
    rings = trace(field).map(resample);
    const outside = members.flatMap((member, m) => (contains(rings, member) ? [] : [m]));
    if (outside.length === 0) break;
    for (const m of outside) raise(field, members, weights, radius, m);
  }
  return rings;
}

function raise(field: Field, members: readonly Point[], weights: number[], radius: number, m: number): void {
  strengthen(field, members[m], radius, weights[m] * (RAISE - 1));
  weights[m] *= RAISE;
}

function raiseUntilInside(field: Field, members: readonly Point[], weights: number[], radius: number): void {
  for (const [m, member] of members.entries()) {
    for (let attempt = 0; attempt < ATTEMPTS && valueAt(field, member) < LEVEL; attempt++) {
      raise(field, members, weights, radius, m);
    }
  }
}

/** The rings of the line v = 0.46, without crumbs and holes: who is enclosed keeps its own sign. */
function trace(field: Field): Point[][] {
  const { columns, rows, left, top } = field;
  const line = contours().size([columns, rows]).contour(Array.from(field.values), LEVEL);
  // d3 puts a grid value in the middle of its cell, half a cell from the corner.
  const place = ([c, r]: number[]): Point => ({ x: left + (c - 0.5) * CELL, y: top + (r - 0.5) * CELL });
  return line.coordinates
    .map(([ring]) => ring.slice(0, -1).map(place))
    .filter((ring) => Math.abs(areaOf(ring)) >= LEAST_AREA);
}

export function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach((a, k) => {
    const b = ring[(k + 1) % ring.length];
    sum += a.x * b.y - b.x * a.y;
  });
  return sum / 2;
}

/** The same ring with points at equal steps along it. */
function resample(ring: readonly Point[]): Point[] {
  const lengths = ring.map((a, k) => {
    const b = ring[(k + 1) % ring.length];
    return Math.hypot(b.x - a.x, b.y - a.y);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const count = Math.max(Math.min(MOST, Math.max(FEWEST, Math.round(total / 5))), Math.round(total / STEP));
  const points: Point[] = [];
  let k = 0;
  let behind = 0;
  for (let n = 0; n < count; n++) {
    const target = (n * total) / count;
    while (k < ring.length - 1 && behind + lengths[k] < target) behind += lengths[k++];
    const share = lengths[k] > 0 ? (target - behind) / lengths[k] : 0;
    const a = ring[k];
    const b = ring[(k + 1) % ring.length];
    points.push({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
  }
  return points;
}

/** Whether a point lies within one of the rings. */
export function contains(rings: Rings, { x, y }: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let k = 0, j = ring.length - 1; k < ring.length; j = k++) {
      const a = ring[k];
      const b = ring[j];
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    }
  }
  return inside;
}
