import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp } from "../../sim/kernel/math.ts";
import { Random } from "../../sim/kernel/random.ts";
import { logNormal, normal } from "../../sim/kernel/sample.ts";
import { fixed, normalShareOf } from "./precise.ts";

/** Quantiles of the standard normal distribution to 16 digits (Wichura 1988; Abramowitz & Stegun, table 26). */
const QUANTILES: readonly [number, number][] = [
  [0.5, 0],
  [0.25, -0.6744897501960817],
  [0.75, 0.6744897501960817],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [0.001, -3.090232306167813],
  [1e-5, -4.264890793922825],
  [1e-10, -6.361340902404056],
  [1e-15, -7.941345326170997],
];

const share = fc.oneof(
  fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }),
  fc.double({ min: -36, max: -1e-9, noNaN: true }).map(exp),
);

describe("normal", () => {
  it("gives the published quantiles", () => {
    for (const [p, quantile] of QUANTILES) expect(Math.abs(normal(p) - quantile)).toBeLessThanOrEqual(4e-15);
  });

  it("gives the value below which the share lies, to 15 digits", () => {
    fc.assert(
      fc.property(share, (p) => {
        const z = normal(p);
        const gap = Number(normalShareOf(z) - fixed(p)) / 2 ** 320;
        const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
        return Math.abs(gap) <= 1e-15 * (Math.abs(z) * density + p);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it("never falls where the draw rises, and is finite at its ends", () => {
    fc.assert(fc.property(share, share, (p, q) => normal(Math.min(p, q)) <= normal(Math.max(p, q))));
    expect(normal(0)).toBeCloseTo(-8.2924, 3);
    expect(normal(1)).toBeCloseTo(8.2924, 3);
  });

  it("is symmetric", () => {
    // Multiples of 2^-20, so that 1 - p is exact.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 19 }), (k) => normal(1 - k / 2 ** 20) === 0 - normal(k / 2 ** 20)),
    );
  });

  it("has the moments of a standard normal distribution over a stream", () => {
    const stream = new Random("moments").stream("normal", 0);
    const count = 100_000;
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let key = 0; key < count; key++) {
      const z = normal(stream.uniform(key, 0));
      one += z / count;
      two += z ** 2 / count;
      three += z ** 3 / count;
      four += z ** 4 / count;
    }
    // Four standard errors each.
    expect(Math.abs(one)).toBeLessThan(4 * Math.sqrt(1 / count));
    expect(Math.abs(two - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(three)).toBeLessThan(4 * Math.sqrt(15 / count));
    expect(Math.abs(four - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  });
});

it("logNormal has the median and the quartiles of its logarithm", () => {
  expect(logNormal(0.5, 1.6, 0.7)).toBeCloseTo(exp(1.6), 12);
  expect(logNormal(0.75, 1.6, 0.7)).toBeCloseTo(exp(1.6 + 0.7 * 0.6744897501960817), 12);
  expect(logNormal(0.3, 0.2, 0)).toBeCloseTo(exp(0.2), 12);
});
