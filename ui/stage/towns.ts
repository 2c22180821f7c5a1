import { TOWN_STRETCH } from "./places.ts";
import type { Town } from "./places.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly towns: readonly Town[];
}

/** Room for names at the edge of the frame and between two towns, in layout units. */
const EDGE = 24;
const GAP = 18;
const ROUNDS = 500;
/** A frame that is too small grows by this. */
const GROWTH = 1.03;

/**
 * The smallest frame of a shape (width / height) in which towns of these radii have room, each as near as it can be to
 * where it lies on the map. North is up.
 */
export function spreadTowns(
  map: readonly { readonly x: number; readonly y: number }[],
  radii: readonly number[],
  shape: number,
): Frame {
  const east = between(map.map(({ x }) => x));
  const north = between(map.map(({ y }) => y));
  const need = radii.reduce((sum, radius) => sum + Math.PI * TOWN_STRETCH * (radius + GAP / 2) ** 2, 0);
  let height = Math.max(2 * (Math.max(0, ...radii) + EDGE), Math.sqrt(need / shape));
  for (;;) {
    const width = height * shape;
    // In stretched units a town is a circle.
    const wide = width / TOWN_STRETCH;
    const start = map.map(({ x, y }, k) => {
      const inset = radii[k] + EDGE;
      return {
        // Towns on one spot part along a spiral, so that there is a direction in which to push.
        x: clamp(east(x), wide, inset) + Math.cos(k * 2.4) * 0.5,
        y: clamp(1 - north(y), height, inset) + Math.sin(k * 2.4) * 0.5,
      };
    });
    const settled = settle(start, radii, wide, height);
    if (settled !== undefined) {
      const towns = settled.map(({ x, y }, k) => ({ x: x * TOWN_STRETCH, y, radius: radii[k] }));
      return { width, height, towns };
    }
    height *= GROWTH;
  }
}

/** Pushes circles apart inside a frame, or gives up where they do not fit. */
function settle(
  start: readonly { x: number; y: number }[],
  radii: readonly number[],
  width: number,
  height: number,
): { x: number; y: number }[] | undefined {
  const at = start.map((place) => ({ ...place }));
  for (let round = 0; round < ROUNDS; round++) {
    let worst = 0;
    const pull = 0.02 * (1 - round / ROUNDS);
    at.forEach((town, a) => {
      town.x += (start[a].x - town.x) * pull;
      town.y += (start[a].y - town.y) * pull;
    });
    for (let a = 0; a < at.length; a++) {
      for (let b = a + 1; b < at.length; b++) {
        const one = at[a];
        const two = at[b];
        const dx = two.x - one.x;
        const dy = two.y - one.y;
        const far = Math.sqrt(dx * dx + dy * dy) || 1e-6;
        const overlap = radii[a] + radii[b] + GAP - far;
        if (overlap <= 0) continue;
        worst = Math.max(worst, overlap);
        const push = (overlap / far) * 0.5;
        one.x -= dx * push;
        one.y -= dy * push;
        two.x += dx * push;
        two.y += dy * push;
      }
    }
    at.forEach((town, a) => {
      const inset = radii[a] + EDGE;
      town.x = Math.min(Math.max(town.x, Math.min(inset, width / 2)), Math.max(width - inset, width / 2));
      town.y = Math.min(Math.max(town.y, inset), height - inset);
    });
    if (worst < 0.5 && round > ROUNDS / 2) return at;
  }
  return undefined;
}

function between(values: readonly number[]): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return high > low ? (value) => (value - low) / (high - low) : () => 0.5;
}

function clamp(share: number, length: number, inset: number): number {
  const room = Math.max(0, length - 2 * inset);
  return length / 2 + (share - 0.5) * room;
}
