import { quadtree } from "d3";

/** Finds firms under the pointer and beside each other. */
export interface Picker {
  /** The firm within reach of a point, or null. */
  readonly at: (x: number, y: number, reach: number) => number | null;
  /** The nearest firm from another one in a direction, or null at the edge. */
  readonly beside: (firm: number, ux: number, uy: number) => number | null;
}

export function pickerOf(at: Float32Array): Picker {
  const tree = quadtree<number>()
    .x((i) => at[2 * i])
    .y((i) => at[2 * i + 1])
    .addAll(Array.from({ length: at.length / 2 }, (_, i) => i));
  return {
    at: (x, y, reach) => tree.find(x, y, reach) ?? null,
    beside: (firm, ux, uy) => {
      let best: number | null = null;
      let least = Infinity;
      for (let i = 0; i < at.length / 2; i++) {
        const dx = at[2 * i] - at[2 * firm];
        const dy = at[2 * i + 1] - at[2 * firm + 1];
        const along = dx * ux + dy * uy;
        const across = Math.abs(dx * uy - dy * ux);
        // Within 45 degrees of the direction; what is straight ahead counts as nearer.
        if (along <= 0 || across > along) continue;
        const cost = along + 2 * across;
        if (cost < least) {
          least = cost;
          best = i;
        }
      }
      return best;
    },
  };
}
