import { describe, expect, test } from "vitest";
import { bcaInterval } from "../../sim/experiment/statistics/bootstrap.ts";
import { welch } from "../../sim/experiment/statistics/independent.ts";
import { isSkewed, skewness } from "../../sim/experiment/statistics/shape.ts";
import { difference, summarise } from "../../sim/experiment/statistics/summary.ts";
import { Random } from "../../sim/kernel/random.ts";
import { logNormal, normal } from "../../sim/kernel/sample.ts";
import { play } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/**
 * Do intervals hold as often as they say, and do options that are the same differ as seldom as they should? Drawn values
 * in the short form; `npm run test:intervals` does the same on worlds and prints a table of all measures.
 */
const TRIALS = 1000;
const N = 30;

/** Values of one trial, by a sampler of a number in [0, 1). */
function drawn(purpose: string, trial: number, n: number, sampler: (share: number) => number): number[] {
  const stream = new Random("intervals").stream(purpose, trial);
  return Array.from({ length: n }, (_, at) => sampler(stream.uniform(0, at)));
}

interface Coverage {
  readonly t: number;
  readonly bca: number;
}

/** Shares of trials whose interval has the true mean in it. */
function coverage(samples: (trial: number) => readonly number[], truth: number): Coverage {
  let [t, bca] = [0, 0];
  for (let trial = 0; trial < TRIALS; trial++) {
    const values = samples(trial);
    const holds = ({ low, high }: { low: number | null; high: number | null }) =>
      low !== null && high !== null && low <= truth && truth <= high;
    if (holds(summarise(values))) t += 1;
    if (holds(bcaInterval(values))) bca += 1;
  }
  return { t: t / TRIALS, bca: bca / TRIALS };
}

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

/** All measures of one small world of Honduras at its end. */
function world(seed: string, months: number, firms: number): Readonly<Record<string, number | null>> {
  const settings = { "firms.count": firms, months, seed };
  const playing = play({ scenario: "honduras", settings, without: [], read: "last", ends: false }, CATALOGUE);
  for (;;) {
    const step = playing.next();
    if (step.done) return step.value.readings[0].measures;
  }
}

describe.runIf(process.env.LONG === "1")("worlds", { timeout: 7_200_000 }, () => {
  test("what t and BCa intervals of 30 worlds hold, measure by measure", () => {
    // Samples are drawn with replacement from many worlds, whose mean stands for the truth.
    const POOL = 500;
    const pool = Array.from({ length: POOL }, (_, r) => world(`intervals/${r + 1}`, 96, 120));
    const lines: string[] = [];
    for (const id of Object.keys(pool[0])) {
      const known = pool.flatMap((measures) => measures[id] ?? []);
      const spread = new Set(known).size;
      if (known.length < POOL / 2 || spread < 2) {
        lines.push(
          `| \`${id}\` | ${spread < 2 ? "the same in every world" : `a value in ${known.length} of ${POOL} worlds`} | | |`,
        );
        continue;
      }
      const truth = known.reduce((sum, value) => sum + value, 0) / known.length;
      const found = coverage((trial) => drawn(id, trial, N, (share) => known[Math.floor(share * known.length)]), truth);
      const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
      lines.push(`| \`${id}\` | ${(skewness(known) ?? 0).toFixed(2)} | ${percent(found.t)} | ${percent(found.bca)} |`);
    }
    console.log(["| measure | skewness | t | BCa |", "| --- | --- | --- | --- |", ...lines].join("\n"));
    expect(lines.length).toBeGreaterThan(40);
  });

  test("identical options on other worlds differ in 4 to 6 % of 1,000 trials; on the same worlds in none", () => {
    const ids = ["trust.neighbours", "trust.population", "ties.density"];
    const counts = new Map(ids.map((id) => [id, { apart: 0, paired: 0 }]));
    for (let trial = 0; trial < TRIALS; trial++) {
      const arm = (name: string) => Array.from({ length: 10 }, (_, r) => world(`${name}/${trial}/${r + 1}`, 6, 40));
      const [a, b] = [arm("a"), arm("b")];
      // One world a trial is played twice over: the same seed is the same world.
      expect(world(`a/${trial}/1`, 6, 40)).toEqual(a[0]);
      for (const id of ids) {
        const [ours, theirs] = [a, b].map((worlds) => worlds.flatMap((measures) => measures[id] ?? []));
        const count = counts.get(id);
        if (count === undefined) continue;
        if ((welch(ours, theirs)?.p ?? 1) < 0.05) count.apart += 1;
        if ((difference(ours, ours).p ?? 1) < 0.05) count.paired += 1;
      }
    }
    console.log(
      [...counts].map(([id, { apart, paired }]) => `${id}: ${apart} apart, ${paired} paired of ${TRIALS}`).join("\n"),
    );
    for (const { apart, paired } of counts.values()) {
      expect(apart / TRIALS).toBeGreaterThanOrEqual(0.035);
      expect(apart / TRIALS).toBeLessThanOrEqual(0.065);
      expect(paired).toBe(0);
    }
  });
});
