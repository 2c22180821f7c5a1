import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clamp, exp, log, logistic, power } from "../../sim/kernel/math.ts";
import { expOf, fixed, logOf, logisticOf, ulps } from "./precise.ts";

const doubles = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const runs = { numRuns: 2000, seed: 1 };

describe("reference values", () => {
  it("tell a number from its neighbours", () => {
    const e = expOf(fixed(1));
    expect(ulps(Math.E, e.value, e.power)).toBeLessThan(0.5);
    expect(ulps(Math.E + 2 ** -51, e.value, e.power)).toBeGreaterThan(0.5);
    expect(ulps(Math.LN10, logOf(10))).toBeLessThan(0.5);
    expect(ulps(Math.LN10 - 2 ** -51, logOf(10))).toBeGreaterThan(0.5);
  });
});

describe("exp", () => {
  const error = (x: number) => {
    const { value, power: two } = expOf(fixed(x));
    return ulps(exp(x), value, two);
  };

  it("is within one unit in the last place", () => {
    fc.assert(
      fc.property(fc.oneof(doubles(-1, 1), doubles(-40, 40), doubles(-708, 709.78)), (x) => error(x) < 1),
      runs,
    );
  });

  it("is within one unit of the smallest double where it underflows", () => {
    fc.assert(
      fc.property(doubles(-745.13, -708), (x) => error(x) <= 1.5),
      runs,
    );
  });

  it("is exact at 0 and keeps its bounds", () => {
    expect([exp(0), exp(-0), exp(-Infinity), exp(Infinity), exp(710), exp(-746)]).toEqual([
      1,
      1,
      0,
      Infinity,
      Infinity,
      0,
    ]);
    expect(exp(NaN)).toBeNaN();
    expect(exp(709.782712893384)).toBeGreaterThan(1.797e308);
    expect(exp(-745.1332191019411)).toBe(5e-324);
  });
});

describe("log", () => {
  it("is within one unit in the last place, also below the normal range", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          doubles(0.5, 2),
          doubles(1 - 2 ** -20, 1 + 2 ** -20),
          doubles(5e-324, 1e-300),
          doubles(1e-300, 1.7e308),
        ),
        (x) => x === 1 || x === 0 || ulps(log(x), logOf(x)) < 1,
      ),
      runs,
    );
  });

  it("keeps its bounds", () => {
    expect([log(1), log(0), log(-0), log(Infinity)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
  });
});

describe("logistic", () => {
  it("is within three units in the last place", () => {
    fc.assert(
      fc.property(doubles(-100, 40), (x) => ulps(logistic(x), logisticOf(x)) < 3),
      runs,
    );
  });

  it("is a half at 0, 0 and 1 at the ends", () => {
    expect([logistic(0), logistic(-800), logistic(800)]).toEqual([0.5, 0, 1]);
  });
});

describe("power", () => {
  it("is near the engine's own", () => {
    fc.assert(
      fc.property(doubles(1e-6, 1e6), doubles(-20, 20), (base, exponent) => {
        const truth = Math.pow(base, exponent);
        return Math.abs(power(base, exponent) - truth) <= 1e-13 * truth;
      }),
      runs,
    );
  });

  it("keeps its bounds", () => {
    expect([power(0, 2), power(0, -1), power(0, 0), power(5, 0), power(1, 99)]).toEqual([0, Infinity, 1, 1, 1]);
  });
});

it("clamp holds a value between two bounds", () => {
  expect([clamp(-1, 0, 1), clamp(0.5, 0, 1), clamp(2, 0, 1)]).toEqual([0, 0.5, 1]);
});
