import { unfold } from "./packing.ts";
import type { LayoutRequest, Town } from "./places.ts";
import { TOWN_STRETCH } from "./places.ts";

/** The part of a town where firms of one trade have their workshops. */
export interface Quarter {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const SECTORS = 256;

/** The quarter of a firm, as a number: one for each trade of each town. */
export function quarterOf({ region, sector }: LayoutRequest, i: number): number {
  return region[i] * SECTORS + sector[i];
}

export function townOf(quarter: number): number {
  return Math.floor(quarter / SECTORS);
}

/**
 * Divides each town by trade. Networks are mostly of one trade, also those that form when a lever is changed, so they
 * stay compact although no firm moves.
 * @param need area that the firms of each quarter take, by quarter
 */
export function quartersOf(towns: readonly Town[], need: ReadonlyMap<number, number>): ReadonlyMap<number, Quarter> {
  const quarters = new Map<number, Quarter>();
  towns.forEach((town, t) => {
    const own = [...need].filter(([quarter]) => townOf(quarter) === t).sort(([a], [b]) => a - b);
    const total = own.reduce((sum, [, area]) => sum + area, 0);
    const radius = Float64Array.from(own, ([, area]) => town.radius * Math.sqrt(area / total) * 0.92);
    const turn = (k: number): number => (k / own.length) * 2 * Math.PI + t;
    const far = own.length > 1 ? town.radius * 0.6 : 0;
    // In stretched units a town is a circle.
    const x = Float64Array.from(own, (_, k) => Math.cos(turn(k)) * far);
    const y = Float64Array.from(own, (_, k) => Math.sin(turn(k)) * far);
    unfold({ x, y, radius }, 200, 0.5, () => {
      own.forEach((_, k) => {
        const reach = Math.max(0, town.radius - radius[k]);
        const out = Math.hypot(x[k], y[k]);
        if (out <= reach) return;
        x[k] *= reach / out;
        y[k] *= reach / out;
      });
    });
    own.forEach(([quarter], k) =>
      quarters.set(quarter, { x: town.x + x[k] * TOWN_STRETCH, y: town.y + y[k], radius: radius[k] }),
    );
  });
  return quarters;
}
