import { describe, expect, test } from "vitest";
import { welch } from "../../sim/experiment/statistics/independent.ts";
import { isSkewed } from "../../sim/experiment/statistics/shape.ts";
import { difference } from "../../sim/experiment/statistics/summary.ts";
import { logNormal, normal } from "../../sim/kernel/sample.ts";
import { N, TRIALS, coverage, drawn } from "../long/coverage.ts";
import { identicalOptions } from "../long/identical.ts";

/**
 * Do intervals hold as often as they say, and do options that are the same differ as seldom as they should? On drawn
 * values here; `npm run test:intervals` does the same on worlds and prints a table of all measures.
 */
describe("drawn values", () => {
  test("95 % intervals hold in 93 to 97 % of 1,000 repeats on normal values", () => {
    const found = coverage((trial) => drawn("normal", trial, N, normal), 0);
    expect(found.t).toBeGreaterThanOrEqual(0.93);
    expect(found.t).toBeLessThanOrEqual(0.97);
    expect(found.bca).toBeGreaterThanOrEqual(0.92);
  });

  test("on log-normal values a t interval holds in some 88 %, BCa in more, and the values are told to be skewed", () => {
    const samples = (trial: number) => drawn("log", trial, N, (share) => logNormal(share, 0, 1));
    const found = coverage(samples, Math.exp(0.5));
    expect(found.t).toBeGreaterThan(0.85);
    expect(found.t).toBeLessThan(0.91);
    expect(found.bca).toBeGreaterThan(found.t);
    const told = Array.from({ length: TRIALS }, (_, trial) => isSkewed(samples(trial))).filter(Boolean).length;
    expect(told / TRIALS).toBeGreaterThan(0.85);
  });

  test("identical options differ in 4 to 6 % of 1,000 trials on other worlds, in none on the same worlds", () => {
    let [apart, paired] = [0, 0];
    for (let trial = 0; trial < TRIALS; trial++) {
      const [a, b] = [drawn("one", trial, 20, normal), drawn("other", trial, 20, normal)];
      if ((welch(a, b)?.p ?? 1) < 0.05) apart += 1;
      if ((difference(a, [...a]).p ?? 1) < 0.05) paired += 1;
    }
    expect(apart / TRIALS).toBeGreaterThanOrEqual(0.04);
    expect(apart / TRIALS).toBeLessThanOrEqual(0.06);
    expect(paired).toBe(0);
  });
});

test("on worlds: identical options differ in about 5 of 100 trials with seeds of their own, in none when paired", () => {
  const trials = 100;
  const counts = identicalOptions(trials, (trial) => trial % 10 === 0);
  // Of 100 trials at 5 %, from 0 to 11 fall in 99 % of all cases; three measures together are never all 0.
  for (const { apart, paired } of counts) {
    expect(apart).toBeLessThanOrEqual(11);
    expect(paired).toBe(0);
  }
  expect(counts.reduce((sum, { apart }) => sum + apart, 0)).toBeGreaterThan(0);
});
