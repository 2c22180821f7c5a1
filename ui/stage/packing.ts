/** Discs that must not overlap, pushed apart on a grid: linear in their number, and the same every time. */
export interface Discs {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
}

/**
 * Pushes overlapping discs apart; after each round `hold` may put them back where they belong (inside a town, inside
 * their group). Ends early when no two overlap by more than `tolerance`.
 * @returns the largest overlap that is left, in layout units
 */
export function unfold(discs: Discs, rounds: number, tolerance: number, hold: (round: number) => void): number {
  const { x, y, radius } = discs;
  const count = x.length;
  if (count === 0) return 0;
  const cell = 2 * radius.reduce((most, r) => Math.max(most, r), 1);
  const next = new Int32Array(count);
  let worst = 0;
  for (let round = 0; round < rounds; round++) {
    worst = 0;
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (let i = 0; i < count; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    const columns = Math.floor((right - left) / cell) + 1;
    const rows = Math.floor((bottom - top) / cell) + 1;
    const first = new Int32Array(columns * rows).fill(-1);
    const cellOf = (i: number): number => Math.floor((y[i] - top) / cell) * columns + Math.floor((x[i] - left) / cell);
    for (let i = count - 1; i >= 0; i--) {
      const at = cellOf(i);
      next[i] = first[at];
      first[at] = i;
    }
    for (let i = 0; i < count; i++) {
      const column = Math.min(columns - 1, Math.max(0, Math.floor((x[i] - left) / cell)));
      const row = Math.min(rows - 1, Math.max(0, Math.floor((y[i] - top) / cell)));
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          for (let j = first[r * columns + c]; j >= 0; j = next[j]) {
            if (j <= i) continue;
            const dx = x[j] - x[i];
            const dy = y[j] - y[i];
            const least = radius[i] + radius[j];
            const square = dx * dx + dy * dy;
            if (square >= least * least) continue;
            const far = Math.sqrt(square);
            const overlap = least - far;
            worst = Math.max(worst, overlap);
            // Two on one spot part in a direction of their own.
            const ux = far > 1e-9 ? dx / far : Math.cos(i);
            const uy = far > 1e-9 ? dy / far : Math.sin(i);
            x[i] -= ux * overlap * 0.5;
            y[i] -= uy * overlap * 0.5;
            x[j] += ux * overlap * 0.5;
            y[j] += uy * overlap * 0.5;
          }
        }
      }
    }
    hold(round);
    if (worst <= tolerance) break;
  }
  return worst;
}
