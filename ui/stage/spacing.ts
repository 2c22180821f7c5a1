/** Where neighbours are looked for, in layout units. */
const CELL = 56;

/**
 * Mean distance to the nearest neighbour, in layout units.
 * @param counts which firms are counted; all where it is true of none
 */
export function spacingOf(x: Float64Array, y: Float64Array, counts: (i: number) => boolean): number {
  const cells = new Map<number, number[]>();
  const key = (column: number, row: number): number => column * 65536 + row;
  for (let i = 0; i < x.length; i++) {
    const at = key(Math.floor(x[i] / CELL), Math.floor(y[i] / CELL));
    const cell = cells.get(at);
    if (cell === undefined) cells.set(at, [i]);
    else cell.push(i);
  }
  const counted = Array.from(x.keys()).filter(counts);
  const firms = counted.length > 0 ? counted : Array.from(x.keys());
  let sum = 0;
  for (const i of firms) {
    let least = CELL;
    const column = Math.floor(x[i] / CELL);
    const row = Math.floor(y[i] / CELL);
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of cells.get(key(c, r)) ?? []) {
          if (j !== i) least = Math.min(least, Math.hypot(x[j] - x[i], y[j] - y[i]));
        }
      }
    }
    sum += least;
  }
  return firms.length === 0 ? CELL : sum / firms.length;
}
