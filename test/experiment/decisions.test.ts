import { describe, expect, test } from "vitest";
import { areKnown, intervalOverLooks, lookPairs, looksOf } from "../../sim/experiment/looks.ts";
import { bcaInterval } from "../../sim/experiment/statistics/bootstrap.ts";
import { pairedD } from "../../sim/experiment/statistics/effectSize.ts";
import { equivalent, noWorse } from "../../sim/experiment/statistics/equivalence.ts";
import { kolmogorovSmirnov, welch } from "../../sim/experiment/statistics/independent.ts";
import { pairsNeeded } from "../../sim/experiment/statistics/power.ts";
import { isSkewed, skewness } from "../../sim/experiment/statistics/shape.ts";
import { isPrecise, plannedLooks } from "../../sim/experiment/statistics/stopping.ts";
import { difference } from "../../sim/experiment/statistics/summary.ts";
import { twoSided } from "../../sim/experiment/statistics/student.ts";
import { Random } from "../../sim/kernel/random.ts";
import { logNormal, normal } from "../../sim/kernel/sample.ts";

/** Normal values with the given mean and spread, keyed by the trial. */
function sample(trial: number, n: number, mean = 0, sd = 1): number[] {
  const stream = new Random("decisions").stream("sample", trial);
  return Array.from({ length: n }, (_, at) => mean + sd * normal(stream.uniform(0, at)));
}

describe("BCa", () => {
  test("is the same each time, and too few values have none", () => {
    const values = sample(1, 30);
    expect(bcaInterval(values)).toEqual(bcaInterval(values));
    expect(bcaInterval(values, { seed: "another" })).not.toEqual(bcaInterval(values));
    expect(bcaInterval([1])).toEqual({ low: null, high: null });
    expect(bcaInterval([2, 2, 2])).toEqual({ low: 2, high: 2 });
  });

  test("reaches further towards the long tail", () => {
    const stream = new Random("skewed").stream("sample", 0);
    const values = Array.from({ length: 40 }, (_, at) => logNormal(stream.uniform(0, at), 0, 1));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const { low, high } = bcaInterval(values);
    expect((high ?? 0) - mean).toBeGreaterThan(1.2 * (mean - (low ?? 0)));
    expect(isSkewed(values)).toBe(true);
    expect(isSkewed(sample(2, 200))).toBe(false);
    expect(skewness([3, 3, 3])).toBeNull();
  });
});

describe("equivalence", () => {
  const gaps = sample(3, 60, 0.02, 0.5);

  test("is shown by an interval inside the margins, and not by a wide one", () => {
    const found = equivalent(gaps, 0.2);
    expect(found.isShown).toBe((found.low ?? 0) > -0.2 && (found.high ?? 0) < 0.2);
    expect(found.isShown).toBe(true);
    expect(equivalent(gaps.slice(0, 5), 0.2).isShown).toBe(false);
    expect(equivalent(gaps, 0.05).isShown).toBe(false);
  });

  test("no worse has one side, which depends on what is better", () => {
    const better = sample(4, 60, 1, 0.5);
    expect(noWorse(better, 0.1, "more").isShown).toBe(true);
    expect(noWorse(better, 0.1, "less").isShown).toBe(false);
    expect(equivalent(better, 0.1).isShown).toBe(false);
  });

  test("of differences that never vary it is certain either way", () => {
    expect(equivalent([0, 0, 0], 0.1)).toMatchObject({ p: 0, isShown: true });
    expect(equivalent([1, 1, 1], 0.1)).toMatchObject({ p: 1, isShown: false });
    expect(equivalent([0], 0.1)).toMatchObject({ p: null, isShown: false });
  });
});

test("fewer pairs are needed for larger effects; the number is the least that does", () => {
  // Published: 34 pairs for an effect of 0.5, 199 for 0.2 (Cohen 1988; G*Power).
  expect(pairsNeeded(0.5)).toBe(34);
  expect(pairsNeeded(0.2)).toBe(199);
  expect(pairsNeeded(50)).toBe(2);
  expect(pairedD([1, 2, 3])).toBe(2);
});

describe("planned looks", () => {
  test("have the published bounds", () => {
    // Pocock's nominal chances and O'Brien and Fleming's bounds (Jennison and Turnbull 2000, tables 2.1 and 2.3).
    expect(plannedLooks(2, 0.05, "pocock")[1]).toBeCloseTo(0.0294, 4);
    expect(plannedLooks(5, 0.05, "pocock")[0]).toBeCloseTo(0.0158, 4);
    const five = plannedLooks(5);
    expect(five[4]).toBeCloseTo(0.0413, 4);
    expect(five[0]).toBeLessThan(1e-5);
    expect(plannedLooks(1)[0]).toBeCloseTo(0.05, 6);
  });

  test("find a difference between equal options in about 5 % of trials; a look after every world in many more", () => {
    const looks = plannedLooks(5, 0.05, "pocock");
    const TRIALS = 400;
    let planned = 0;
    let peeking = 0;
    const pOf = (gaps: number[]) => {
      const n = gaps.length;
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / n;
      const square = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / (n - 1);
      return twoSided((mean * Math.sqrt(n)) / Math.sqrt(square), n - 1);
    };
    for (let trial = 0; trial < TRIALS; trial++) {
      const gaps = sample(1000 + trial, 100);
      if (looks.some((bar, at) => pOf(gaps.slice(0, 20 * (at + 1))) < bar)) planned += 1;
      if (Array.from({ length: 98 }, (_, at) => at + 3).some((n) => pOf(gaps.slice(0, n)) < 0.05)) peeking += 1;
    }
    expect(planned / TRIALS).toBeGreaterThan(0.02);
    expect(planned / TRIALS).toBeLessThan(0.09);
    expect(peeking / TRIALS).toBeGreaterThan(0.25);
  });

  test("a run that ends at a stated precision keeps its intervals and finds nothing where nothing is", () => {
    const [TRIALS, PLANNED, HALF] = [1000, 200, 0.2];
    const zero = Array.from({ length: PLANNED }, () => 0);
    const ends: number[] = [];
    let [held, heldOverLooks] = [0, 0];
    const looks = looksOf(PLANNED);
    for (let trial = 0; trial < TRIALS; trial++) {
      const gaps = sample(5000 + trial, PLANNED);
      const end = lookPairs(PLANNED).find((pairs) => areKnown([gaps.slice(0, pairs), zero.slice(0, pairs)], HALF));
      const [ours, none] = [gaps.slice(0, end), zero.slice(0, end)];
      ends.push(ours.length);
      const { low, high } = difference(ours, none);
      if ((low ?? 1) <= 0 && (high ?? -1) >= 0) held += 1;
      const [from, to] = intervalOverLooks(ours, none, looks) ?? [1, -1];
      if (from <= 0 && to >= 0) heldOverLooks += 1;
    }
    // About (1.96 / 0.2)^2 = 96 pairs are needed: most end at the look after 80 or 120.
    const early = ends.filter((pairs) => pairs === 80 || pairs === 120).length;
    expect(early / TRIALS).toBeGreaterThan(0.95);
    expect(held / TRIALS).toBeGreaterThan(0.93);
    expect(held / TRIALS).toBeLessThan(0.97);
    expect(heldOverLooks).toBeGreaterThan(held);
  });

  test("the interval over all looks holds in 95 % of trials however the run ends", () => {
    const [TRIALS, PLANNED] = [500, 100];
    const looks = looksOf(PLANNED);
    const zero = Array.from({ length: PLANNED }, () => 0);
    let missed = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const gaps = sample(9000 + trial, PLANNED);
      const isMissed = looks.some(({ pairs }) => {
        const [from, to] = intervalOverLooks(gaps.slice(0, pairs), zero, looks) ?? [0, 0];
        return from > 0 || to < 0;
      });
      if (isMissed) missed += 1;
    }
    expect(missed / TRIALS).toBeGreaterThan(0.025);
    expect(missed / TRIALS).toBeLessThan(0.08);
    expect(intervalOverLooks(zero.slice(0, 19), zero, looks)).toBeNull();
    expect(intervalOverLooks(zero, zero, looks)).toEqual([0, 0]);
  });

  test("a precision is that of every difference, from twenty pairs on", () => {
    const a = sample(7, 40, 5, 0.1);
    const b = sample(8, 40, 1, 0.1);
    const wide = sample(9, 40, 1, 3);
    expect(areKnown([a, b], 0.1)).toBe(true);
    expect(areKnown([a, b, wide], 0.1)).toBe(false);
    expect(areKnown([a.slice(0, 19), b.slice(0, 19)], 0.1)).toBe(false);
    expect(areKnown([a, a.map(() => null)], 0.1)).toBe(false);
    expect(lookPairs(200)).toEqual([40, 80, 120, 160, 200]);
    expect(lookPairs(30)).toEqual([30]);
  });

  test("a width is trusted from twenty worlds on", () => {
    expect(isPrecise({ low: 0.9, high: 1.1, n: 20 }, 0.11)).toBe(true);
    expect(isPrecise({ low: 0.9, high: 1.1, n: 19 }, 0.11)).toBe(false);
    expect(isPrecise({ low: 0.9, high: 1.1, n: 20 }, 0.09)).toBe(false);
    expect(isPrecise({ low: null, high: null, n: 1 }, 1)).toBe(false);
  });
});

test("samples that are the same, and samples that share nothing", () => {
  expect(kolmogorovSmirnov([1, 2, 3], [1, 2, 3])).toEqual({ d: 0, p: 1 });
  // Two of the 20 ways to lay three and three in a row keep them apart.
  expect(kolmogorovSmirnov([1, 2, 3], [4, 5, 6]).p).toBeCloseTo(0.1, 12);
  expect(welch([1, 1], [1, 1])).toBeNull();
});
