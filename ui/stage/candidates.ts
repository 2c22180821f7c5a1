import type { Town } from "./places.ts";
import { TOWN_STRETCH } from "./places.ts";
import type { Camera, Size } from "./camera.ts";
import type { Candidate } from "./labels.ts";
import type { Outline } from "./outlines.ts";
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

/** Beside a diamond, a square or a cross. */
export function markPlaces(words: Measured, { x, y }: Point, half: number): Candidate[] {
  const gap = half + 4;
  return [
    beside(words, { x, y }, 1, 0, gap, 0),
    beside(words, { x, y }, -1, 0, gap, 0),
    beside(words, { x, y }, 0, 1, gap, 4),
    beside(words, { x, y }, 0, -1, gap, 4),
  ];
}

/** Within the frame, beside a mark that stands on it. */
export function insidePlaces(words: Measured, { x, y }: Point, { width, height }: Size, mark: number): Candidate[] {
  const place = (left: number, top: number, cost: number): Candidate => ({
    lines: words.lines,
    cost,
    box: {
      left: Math.min(Math.max(left, 3), width - words.width - 3),
      top: Math.min(Math.max(top, 3), height - words.height - 3),
      width: words.width,
      height: words.height,
    },
  });
  const gap = mark * 0.9;
  return [
    place(x - words.width / 2, y + gap, 0),
    place(x - words.width / 2, y - gap - words.height, 2),
    place(x + gap, y - words.height / 2, 4),
    place(x - gap - words.width, y - words.height / 2, 4),
  ];
}

/** From the middle of a town's disc, where its bar lies, to a label, px. */
const BAR_ROOM = 6;

/** In a town's disc, over the bar in its middle and under it; below the disc and above where it is too small. */
export function discPlaces(
  words: Measured,
  { x, y, across, down }: Point & { readonly across: number; readonly down: number },
): Candidate[] {
  const fits = words.width < across * 1.8 && words.height < down * 0.9;
  const inside = [beside(words, { x, y }, 0, -1, BAR_ROOM, 0), beside(words, { x, y }, 0, 1, BAR_ROOM, 1)];
  const around = [beside(words, { x, y }, 0, 1, down + 3, 4), beside(words, { x, y }, 0, -1, down + 3, 6)];
  return fits ? [...inside, ...around] : around;
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
/** What it costs to say less. */
const SHORTER = 40;

/** Around a contour, the longest form first, the letter where words have no room. */
export function tagPlaces(forms: readonly Measured[], outline: Outline): Candidate[] {
  const points = outline.rings.flat();
  if (points.length === 0) return [];
  return forms.flatMap((words, rank) =>
    Array.from({ length: DIRECTIONS }, (_, k) => {
      const angle = ((k * 2 - 3) / DIRECTIONS) * Math.PI;
      const ux = Math.cos(angle);
      const uy = Math.sin(angle);
      const tip = points.reduce((a, b) => (b.x * ux + b.y * uy > a.x * ux + a.y * uy ? b : a));
      // Straight above, below and beside read best.
      const slant = 4 * Math.min(Math.abs(ux), Math.abs(uy));
      return beside(words, tip, ux, uy, 3, rank * SHORTER + slant);
    }),
  );
}
