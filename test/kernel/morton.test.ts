import fc from "fast-check";
import { expect, it } from "vitest";
import { mortonOrder } from "../../sim/kernel/morton.ts";
import { Random } from "../../sim/kernel/random.ts";

/** The code bit by bit: x and y, 16 bits each, laid between each other. */
function slowCode(x: number, y: number): number {
  let code = 0;
  for (let bit = 0; bit < 16; bit++) {
    code += ((Math.floor(x) >> bit) & 1) * 2 ** (2 * bit) + ((Math.floor(y) >> bit) & 1) * 2 ** (2 * bit + 1);
  }
  return code;
}

function slowOrder(x: readonly number[], y: readonly number[]): number[] {
  const left = Math.min(...x);
  const top = Math.min(...y);
  const extent = Math.max(...x.map((each) => each - left), ...y.map((each) => each - top));
  const scale = extent > 0 ? 65_535 / extent : 0;
  const codes = x.map((each, i) => slowCode((each - left) * scale, (y[i] - top) * scale));
  return x.map((_, i) => i).sort((a, b) => codes[a] - codes[b] || a - b);
}

const coordinate = fc.oneof(fc.double({ min: -50, max: 250, noNaN: true }), fc.integer({ min: 0, max: 3 }));

it("is the order of the interleaved bits, equal places in the order given", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 100 }), (points) => {
      const x = points.map(([first]) => first);
      const y = points.map(([, second]) => second);
      expect(Array.from(mortonOrder(x, y))).toEqual(slowOrder(x, y));
    }),
    { numRuns: 300, seed: 1 },
  );
});

it("walks a square of sixteen in Z after Z", () => {
  const x = Array.from({ length: 16 }, (_, i) => i % 4);
  const y = Array.from({ length: 16 }, (_, i) => Math.floor(i / 4));
  expect(Array.from(mortonOrder(x, y))).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
});

it("puts near points near", () => {
  const count = 4000;
  const stream = new Random("morton").stream("place", 1);
  const x = Float64Array.from({ length: count }, (_, k) => stream.uniform(k, 0));
  const y = Float64Array.from({ length: count }, (_, k) => stream.uniform(k, 1));
  const order = mortonOrder(x, y);
  let path = 0;
  for (let k = 1; k < count; k++) path += Math.hypot(x[order[k]] - x[order[k - 1]], y[order[k]] - y[order[k - 1]]);
  // Points at random are 0.52 apart; from each to the next it is here of the size of the gaps between neighbours.
  expect(path / count).toBeLessThan(3 / Math.sqrt(count));
});

it("leaves points at one place, or no points, as they are", () => {
  expect(Array.from(mortonOrder([7, 7, 7], [1, 1, 1]))).toEqual([0, 1, 2]);
  expect(mortonOrder([], [])).toHaveLength(0);
});
