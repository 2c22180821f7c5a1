import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestOf } from "../../sim/kernel/nearest.ts";

/** Every other row by distance, then by row. */
function bruteForce(x: ArrayLike<number>, y: ArrayLike<number>, rows: readonly number[], k: number): number[] {
  return rows.flatMap((row) => {
    const others = rows
      .filter((other) => other !== row)
      .map((other) => ({ other, distance: (x[row] - x[other]) ** 2 + (y[row] - y[other]) ** 2 }))
      .sort((a, b) => a.distance - b.distance || a.other - b.other)
      .slice(0, k)
      .map(({ other }) => other);
    return [...others, ...Array.from({ length: k - others.length }, () => -1)];
  });
}

const everyRow = (count: number) => Array.from({ length: count }, (_, row) => row);
const unit = fc.double({ min: 0, max: 1, noNaN: true });
/** Ways in which points may lie: spread, on a lattice (many equal distances), on a line, in clumps, far from zero. */
const point = fc.oneof(
  fc.array(fc.tuple(unit, unit), { maxLength: 150 }),
  fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 6 })), { maxLength: 150 }),
  fc.array(fc.tuple(unit, fc.constant(0.5)), { maxLength: 80 }),
  fc.array(fc.tuple(fc.constant(-3), unit), { maxLength: 80 }),
  fc.array(
    fc.tuple(fc.constantFrom(0, 1, 100), unit, unit).map(([town, a, b]): [number, number] => [town + a * 1e-3, b]),
    { maxLength: 150 },
  ),
  fc.array(
    fc.tuple(unit, unit).map(([a, b]): [number, number] => [1e9 + a, -1e9 - b * 1e4]),
    { maxLength: 80 },
  ),
);

describe("nearest neighbours", () => {
  it("are those of brute force, ties by row, among any subset of rows in any order", () => {
    fc.assert(
      fc.property(
        point,
        fc.integer({ min: 0, max: 9 }),
        fc.func(fc.integer()),
        fc.boolean(),
        (points, k, rank, all) => {
          const x = Float64Array.from(points, ([a]) => a);
          const y = Float64Array.from(points, ([, b]) => b);
          const rows = all
            ? everyRow(points.length)
            : everyRow(points.length)
                .filter((row) => (rank(row) & 3) !== 0)
                .sort((a, b) => rank(a) - rank(b));
          expect(Array.from(nearestOf(x, y, rows, k))).toEqual(bruteForce(x, y, rows, k));
        },
      ),
      { numRuns: 400, seed: 1 },
    );
  });

  it("takes single-precision coordinates and points that share one place", () => {
    const x = new Float32Array(20).fill(0.1);
    const rows = everyRow(20);
    expect(Array.from(nearestOf(x, x, rows, 3))).toEqual(bruteForce(x, x, rows, 3));
  });

  it("gives -1 where there are too few others", () => {
    expect(Array.from(nearestOf([0], [0], [0], 2))).toEqual([-1, -1]);
    expect(Array.from(nearestOf([0, 5, 1], [0, 0, 0], [0, 2], 2))).toEqual([2, -1, 0, -1]);
    expect(nearestOf([], [], [], 4)).toHaveLength(0);
  });
});
