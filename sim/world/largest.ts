import type { World } from "./world.ts";

/**
 * The largest living firms of every cell, by workers, the earlier row where they are equal: `places` rows a cell, the
 * largest first, -1 where there are fewer.
 */
export function largestOfCells(world: World, places: number): Int32Array {
  const { firms, cells } = world;
  const largest = new Int32Array(cells.count * places).fill(-1);
  for (let c = 0; c < cells.count; c++) {
    for (let at = cells.starts[c]; at < cells.starts[c + 1]; at++) {
      const i = cells.rows[at];
      if (!firms.alive[i]) continue;
      let place = (c + 1) * places;
      while (place > c * places) {
        const other = largest[place - 1];
        if (other >= 0 && firms.workers[other] >= firms.workers[i]) break;
        if (place < (c + 1) * places) largest[place] = other;
        place -= 1;
      }
      if (place < (c + 1) * places) largest[place] = i;
    }
  }
  return largest;
}
