import { giveSize } from "./birth.ts";
import type { places } from "./places.ts";
import type { GivenFirms } from "./regions.ts";
import { meet } from "./ties.ts";
import type { World } from "./world.ts";

/** Named firms by the order of birth, cell by cell. */
export function inBirthOrder({ firms }: GivenFirms, cells: number, sectors: number) {
  const lists: number[][] = Array.from({ length: cells }, () => []);
  firms.forEach(({ region, sector }, named) => lists[region * sectors + sector].push(named));
  return { sizes: lists.map(({ length }) => length), named: lists.flat() };
}

/** Puts named firms where they are known to stand. */
export function placeNamed({ firms }: GivenFirms, named: readonly number[], born: ReturnType<typeof places>): void {
  named.forEach((firm, at) => {
    const { x, y } = firms[firm];
    if (x === undefined || y === undefined) return;
    born.x[at] = x;
    born.y[at] = y;
  });
}

/** Gives named firms the size that is known, and lets those meet who know each other. @param rows rows of named firms */
export function giveNamed(world: World, { firms, ties }: GivenFirms, rows: Int32Array): void {
  firms.forEach(({ workers }, named) => {
    if (workers !== undefined) giveSize(world, rows[named], workers);
  });
  for (const [from, to] of ties ?? []) meet(world, rows[from], rows[to]);
}
