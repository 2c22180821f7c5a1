import { describe, expect, test } from "vitest";
import type { Claim, Figure } from "../../sim/experiment/checks.ts";
import { missOf } from "../../sim/experiment/miss.ts";
import { verdictOf } from "../../sim/experiment/verdict.ts";

/** Twenty worlds around a mean, the same wobble in every arm. */
function worlds(mean: number, wobble = 0.1, n = 20): number[] {
  return Array.from({ length: n }, (_, r) => mean + wobble * ((r % 5) - 2));
}

function judge(claim: Claim, arms: Record<string, (number | null)[]>) {
  return verdictOf(claim, ({ arm }: Figure) => arms[arm]);
}

const of = { arm: "a", measure: "m" };
const than = { arm: "b", measure: "m" };

describe("how far a claim is from being held", () => {
  const noisy = (mean: number) => worlds(mean).map((value, r) => value + 0.02 * ((r * 7) % 11));
  const missed = (claim: Claim, arms: Record<string, number[]>) => missOf(claim, judge(claim, arms));

  test("a band: by how much of its bound the mean lies outside", () => {
    const band = { kind: "band", of, low: 25, high: 45 } as const;
    expect(missed(band, { a: worlds(30) })).toBe(0);
    expect(missed(band, { a: worlds(20) })).toBeCloseTo(0.2, 12);
    expect(missed(band, { a: worlds(54) })).toBeCloseTo(0.2, 12);
    expect(missed({ kind: "band", of, high: 0 }, { a: worlds(0.5) })).toBeCloseTo(0.5, 12);
  });

  test("a ratio: by how much of its bound; a difference: 0 where it is clear, 1 where there is none, 2 at most", () => {
    const half = { kind: "ratio", of, to: than, most: 0.5 } as const;
    expect(missed(half, { a: worlds(3), b: worlds(4) })).toBeCloseTo(0.5, 12);
    const more = { kind: "difference", of, than, sign: "more" } as const;
    expect(missed(more, { a: noisy(2), b: worlds(1) })).toBe(0);
    expect(missed(more, { a: worlds(1), b: worlds(1) })).toBe(1);
    expect(missed(more, { a: worlds(1), b: noisy(2) })).toBe(2);
    const falls = { kind: "monotone", arms: ["a", "b"], measure: "m", sign: "falls" } satisfies Claim;
    expect([missed(falls, { a: noisy(2), b: worlds(1) }), missed(falls, { a: worlds(1), b: noisy(2) })]).toEqual([
      0, 2,
    ]);
  });
});

describe("band", () => {
  test("the mean counts, not the single worlds", () => {
    const band = { kind: "band", of, low: 0.9, high: 1.1 } as const;
    expect(judge(band, { a: worlds(1, 5) }).held).toBe(true);
    expect(judge(band, { a: worlds(1.2, 0.01) }).held).toBe(false);
    expect(judge(band, { a: [null, null] }).held).toBe(false);
  });
});

describe("difference", () => {
  const more = { kind: "difference", of, than, sign: "more" } as const;

  test("holds with the stated sign beyond chance, over at least 20 pairs", () => {
    const a = worlds(2).map((value, r) => value + 0.05 * (r % 3));
    expect(judge(more, { a, b: worlds(1) })).toMatchObject({ held: true, n: 20 });
    expect(judge(more, { a: worlds(1), b: a }).held).toBe(false);
    expect(judge({ ...more, sign: "less" }, { a: worlds(1), b: a }).held).toBe(true);
    expect(judge(more, { a: a.slice(1), b: worlds(1).slice(1) })).toMatchObject({ held: false, n: 19 });
  });

  test("noise does not hold, nor does no difference at all", () => {
    const a = worlds(1).map((value, r) => value + (r % 2 === 0 ? 1 : -0.9));
    expect(judge(more, { a, b: worlds(1) }).held).toBe(false);
    expect(judge(more, { a: worlds(1), b: worlds(1) }).held).toBe(false);
  });

  test("a difference that is the same in every world is beyond chance", () => {
    expect(judge(more, { a: worlds(2, 0), b: worlds(1, 0) })).toMatchObject({ held: true, t: null, figure: 1 });
  });
});

describe("ratio", () => {
  test("holds where the means stand in the ratio and the difference is beyond chance", () => {
    const half = { kind: "ratio", of, to: than, most: 0.5 } as const;
    const [a, b] = [worlds(1, 0.01), worlds(2.5, 0.1)];
    expect(judge(half, { a, b }).held).toBe(true);
    expect(judge(half, { a, b }).figure).toBeCloseTo(0.4, 12);
    expect(judge(half, { a, b: worlds(1.9, 0.1) }).held).toBe(false);
    const double = { kind: "ratio", of, to: than, least: 2 } as const;
    expect(judge(double, { a: b, b: a }).held).toBe(true);
    expect(judge(double, { a, b }).held).toBe(false);
    expect(judge(half, { a, b: worlds(0, 0) })).toMatchObject({ held: false, figure: null });
  });

  test("its interval is that of the ratio estimator", () => {
    // By hand: ratio 2, residuals -0.5, 0.5, 0 and so on around it, over a mean below of 1.
    const b = worlds(1, 0, 20);
    const a = b.map((value, r) => 2 * value + [-0.5, 0.5][r % 2]);
    const { figure, low, high } = judge({ kind: "ratio", of, to: than, least: 1 }, { a, b });
    expect(figure).toBeCloseTo(2, 12);
    const reach = (2.093024054408263 * 0.5 * Math.sqrt(20 / 19)) / Math.sqrt(20);
    expect([low, high].map((value) => Number(value))).toEqual([
      expect.closeTo(2 - reach, 9),
      expect.closeTo(2 + reach, 9),
    ]);
  });
});

describe("monotone", () => {
  const falls: Extract<Claim, { kind: "monotone" }> = {
    kind: "monotone",
    arms: ["a", "b", "c"],
    measure: "m",
    sign: "falls",
  };
  const noisy = (mean: number) => worlds(mean).map((value, r) => value + 0.02 * ((r * 7) % 11));

  test("the ends differ beyond chance and no step runs against the sign", () => {
    expect(judge(falls, { a: noisy(3), b: noisy(2), c: noisy(1) }).held).toBe(true);
    expect(judge(falls, { a: noisy(3), b: noisy(3), c: noisy(1) }).held).toBe(true);
    expect(judge(falls, { a: noisy(3), b: noisy(4), c: noisy(1) }).held).toBe(false);
    expect(judge(falls, { a: noisy(1), b: noisy(2), c: noisy(3) }).held).toBe(false);
    expect(judge({ ...falls, sign: "rises" }, { a: noisy(1), b: noisy(2), c: noisy(3) }).held).toBe(true);
    expect(judge(falls, { a: noisy(2), b: noisy(2), c: noisy(2) }).held).toBe(false);
  });
});
