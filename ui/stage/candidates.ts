import type { Town } from "./places.ts";
import { TOWN_STRETCH } from "./places.ts";
import type { Camera } from "./camera.ts";
import type { Candidate } from "./labels.ts";
import type { Outline } from "./outlines.ts";
import type { BrokerMark } from "./brokers.ts";
import type { Point } from "./spanningTree.ts";

/** Where labels of each kind may stand, cheapest first where nothing is in the way. */

export interface Measured {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A box that touches a point from the side it lies on. */
function beside(words: Measured, at: Point, ux: number, uy: number, gap: number, cost: number): Candidate {
  const { lines, width, height } = words;
  const x = at.x + ux * gap + (width / 2) * soft(ux);
  const y = at.y + uy * gap + (height / 2) * soft(uy);
  return { lines, cost, box: { left: x - width / 2, top: y - height / 2, width, height } };
}

/** Half a side away when the direction is clear, less when it is slanting. */
function soft(share: number): number {
  return Math.max(-1, Math.min(1, share * 1.5));
}

export function brokerPlaces(words: Measured, { x, y }: BrokerMark, half: number): Candidate[] {
  const gap = half + 4;
  return [
    beside(words, { x, y }, 1, 0, gap, 0),
    beside(words, { x, y }, -1, 0, gap, 0),
    beside(words, { x, y }, 0, 1, gap, 4),
    beside(words, { x, y }, 0, -1, gap, 4),
  ];
}

/** Around the ring of the firm in focus, at the end of a short leader. */
export function focusPlaces(words: Measured, at: Point, ring: number): Candidate[] {
  return [30, -30, 150, -150, 60, -60, 120, -120].flatMap((degrees, rank) => {
    const angle = (degrees / 180) * Math.PI;
    return [14, 40].map((leader) =>
      beside(words, at, Math.cos(angle), Math.sin(angle), ring + leader, rank * 2 + leader / 4),
    );
  });
}

/** Under, over and beside its firms. */
export function townPlaces(words: Measured, town: Town, camera: Camera): Candidate[] {
  const middle = { x: town.x * camera.scale + camera.left, y: town.y * camera.scale + camera.top };
  const high = town.radius * camera.scale;
  return [90, -90, 60, 120, -60, -120, 30, 150, -30, -150, 0, 180].flatMap((degrees, rank) => {
    const angle = (degrees / 180) * Math.PI;
    const ux = Math.cos(angle);
    const uy = Math.sin(angle);
    return [1, 0.86].map((reach) => {
      const edge = { x: middle.x + ux * high * TOWN_STRETCH * reach, y: middle.y + uy * high * reach };
      return beside(words, edge, ux, uy, 2, rank * 3 + (1 - reach) * 10);
    });
  });
}

const DIRECTIONS = 16;

/** Around a contour, the long form first, the letter where the word has no room. */
export function tagPlaces(long: Measured, short: Measured | undefined, outline: Outline): Candidate[] {
  const points = outline.rings.flat();
  if (points.length === 0) return [];
  const all: Candidate[] = [];
  for (const [words, extra] of short === undefined
    ? [[long, 0] as const]
    : ([
        [long, 0],
        [short, 26],
      ] as const)) {
    for (let k = 0; k < DIRECTIONS; k++) {
      const angle = ((k * 2 - 3) / DIRECTIONS) * Math.PI;
      const ux = Math.cos(angle);
      const uy = Math.sin(angle);
      const tip = points.reduce((a, b) => (b.x * ux + b.y * uy > a.x * ux + a.y * uy ? b : a));
      // Straight above, below and beside read best.
      const slant = 4 * Math.min(Math.abs(ux), Math.abs(uy));
      all.push(beside(words, tip, ux, uy, 3, extra + slant));
    }
  }
  return all;
}
