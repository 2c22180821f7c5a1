/**
 * Exact nearest neighbours of points in the plane, by a grid of square cells with about three points each.
 *
 * Cells are searched in growing rings around the point and the search ends when nothing outside the rings can be nearer
 * than what has been found: about constant work a point where points are spread evenly, up to all pairs where they all
 * share one place. Held against brute force in `test/kernel/nearest.test.ts`.
 */

/** Points a cell holds on average: fewer cells to visit against fewer points to measure. */
const POINTS_PER_CELL = 3;

/** Rounding of a point's cell, as a share of the grid's extent; the search goes on until it is clear of this. */
const SLACK = 1 / 0x10000000000;

/** Points sorted into cells: those of cell c are `order[starts[c]]` to `order[starts[c + 1] - 1]`, as row numbers. */
interface Grid {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly slack: number;
  readonly across: number;
  readonly down: number;
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

function gridOf(x: ArrayLike<number>, y: ArrayLike<number>, rows: ArrayLike<number>): Grid {
  const count = rows.length;
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let at = 0; at < count; at++) {
    const row = rows[at];
    left = Math.min(left, x[row]);
    right = Math.max(right, x[row]);
    top = Math.min(top, y[row]);
    bottom = Math.max(bottom, y[row]);
  }
  const width = count > 0 ? right - left : 0;
  const height = count > 0 ? bottom - top : 0;
  const extent = Math.max(width, height);
  const share = POINTS_PER_CELL / Math.max(count, 1);
  // The second bound keeps the number of cells in proportion where all points lie on a line.
  const even = Math.max(Math.sqrt(width * height * share), extent * share);
  const side = even > 0 ? even : 1;
  const across = Math.floor(width / side) + 1;
  const down = Math.floor(height / side) + 1;
  const starts = new Int32Array(across * down + 1);
  const cells = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const row = rows[at];
    const cell = Math.floor((y[row] - top) / side) * across + Math.floor((x[row] - left) / side);
    cells[at] = cell;
    starts[cell + 1]++;
  }
  for (let cell = 0; cell < across * down; cell++) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const order = new Int32Array(count);
  for (let at = 0; at < count; at++) order[next[cells[at]]++] = rows[at];
  return { left, top, side, slack: extent * SLACK, across, down, starts, order };
}

/**
 * The `k` nearest others of every row, among the given rows alone, nearest first; equal distances go by row number.
 * @param x,y coordinates by row, finite, in any one unit; indexed by the values of `rows`
 * @param rows the rows to search among, each once, in any order
 * @returns `rows.length * k` row numbers: those of `rows[at]` from `at * k`; -1 where there are fewer than `k` others
 */
export function nearestOf(x: ArrayLike<number>, y: ArrayLike<number>, rows: ArrayLike<number>, k: number): Int32Array {
  const result = new Int32Array(rows.length * k).fill(-1);
  if (k === 0) return result;
  const { left, top, side, slack, across, down, starts, order } = gridOf(x, y, rows);
  const far = new Float64Array(k);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const cx = Math.floor((x[row] - left) / side);
    const cy = Math.floor((y[row] - top) / side);
    const begin = at * k;
    const last = begin + k - 1;
    far.fill(Infinity);
    for (let ring = 0; ; ring++) {
      for (let gy = Math.max(cy - ring, 0); gy <= Math.min(cy + ring, down - 1); gy++) {
        const wholeLine = ring === 0 || gy === cy - ring || gy === cy + ring;
        for (let gx = cx - ring; gx <= cx + ring; gx += wholeLine ? 1 : 2 * ring) {
          if (gx < 0 || gx >= across) continue;
          const cell = gy * across + gx;
          for (let place = starts[cell]; place < starts[cell + 1]; place++) {
            const other = order[place];
            const dx = x[row] - x[other];
            const dy = y[row] - y[other];
            const distance = dx * dx + dy * dy;
            if (other === row || distance > far[k - 1]) continue;
            if (distance === far[k - 1] && other > result[last]) continue;
            let slot = last;
            while (slot > begin) {
              const before = far[slot - begin - 1];
              if (before < distance || (before === distance && result[slot - 1] < other)) break;
              far[slot - begin] = before;
              result[slot] = result[slot - 1];
              slot--;
            }
            far[slot - begin] = distance;
            result[slot] = other;
          }
        }
      }
      // How far the edge of the searched block is, on the sides where the grid goes on beyond it.
      let clear = Infinity;
      if (cx - ring > 0) clear = Math.min(clear, x[row] - left - (cx - ring) * side);
      if (cx + ring < across - 1) clear = Math.min(clear, left + (cx + ring + 1) * side - x[row]);
      if (cy - ring > 0) clear = Math.min(clear, y[row] - top - (cy - ring) * side);
      if (cy + ring < down - 1) clear = Math.min(clear, top + (cy + ring + 1) * side - y[row]);
      clear -= slack;
      if (clear === Infinity || (clear > 0 && far[k - 1] < clear * clear)) break;
    }
  }
  return result;
}
