/** How far neighbours are looked for, in layout units. */
const REACH = 56;

/**
 * Mean distance to the nearest neighbour, in layout units.
 * @param counts which firms are counted; all where it is true of none
 * @param reach how far neighbours are looked for; a firm without one counts as so far away
 */
export function spacingOf(
  x: Float64Array,
  y: Float64Array,
  counts: (i: number) => boolean,
  reach: number = REACH,
): number {
  const cells = new Map<number, number[]>();
  const key = (column: number, row: number): number => column * 65536 + row;
  for (let i = 0; i < x.length; i++) {
    const at = key(Math.floor(x[i] / reach), Math.floor(y[i] / reach));
    const cell = cells.get(at);
    if (cell === undefined) cells.set(at, [i]);
    else cell.push(i);
  }
  const counted = Array.from(x.keys()).filter(counts);
  const firms = counted.length > 0 ? counted : Array.from(x.keys());
  let sum = 0;
  for (const i of firms) {
    let least = reach;
    const column = Math.floor(x[i] / reach);
    const row = Math.floor(y[i] / reach);
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const j of cells.get(key(c, r)) ?? []) {
          if (j !== i) least = Math.min(least, Math.hypot(x[j] - x[i], y[j] - y[i]));
        }
      }
    }
    sum += least;
  }
  return firms.length === 0 ? reach : sum / firms.length;
}
