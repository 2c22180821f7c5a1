import { format } from "prettier";
import { expect, test } from "vitest";
import { MODEL_VERSION } from "../../sim/index.ts";
import { skewness } from "../../sim/experiment/statistics/shape.ts";
import { N, TRIALS, coverage, drawn } from "./coverage.ts";
import { identicalOptions } from "./identical.ts";
import { smallWorld } from "./smallWorld.ts";

/** Intervals and identical options on worlds; the short form on drawn values is `test/experiment/intervals.test.ts`. */

const HEAD = `# How often intervals hold

What a 95 % interval over 30 worlds of Honduras (200 firms, 120 months) holds, measure by measure, in 1,000 samples drawn
from 400 worlds (model ${MODEL_VERSION}) whose mean stands for the truth; a measure whose t interval holds less than 93 % wants the BCa interval,
more worlds, or neither: where something happens in one world of a hundred, 30 worlds do not know of it. Made by
\`npm run test:intervals -- --update\`.
`;

test("what t and BCa intervals of 30 worlds hold, measure by measure", async () => {
  // Samples are drawn with replacement from many worlds, whose mean stands for the truth.
  const POOL = 400;
  const pool = Array.from({ length: POOL }, (_, r) => smallWorld(`intervals/${r + 1}`, 120, 200));
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
  const table = ["| measure | skewness | t | BCa |", "| --- | --- | --- | --- |", ...lines];
  const page = await format(`${HEAD}\n${table.join("\n")}\n`, { parser: "markdown", printWidth: 120 });
  await expect(page).toMatchFileSnapshot("../../sim/experiment/INTERVALS.md");
});

test("identical options on other worlds differ in 4 to 6 % of 1,000 trials; on the same worlds in none", () => {
  const counts = identicalOptions(TRIALS, (trial) => trial % 10 === 0);
  console.log(counts.map(({ id, apart, paired }) => `${id}: ${apart} apart, ${paired} paired of ${TRIALS}`).join("\n"));
  for (const { apart, paired } of counts) {
    expect(apart / TRIALS).toBeGreaterThanOrEqual(0.04);
    expect(apart / TRIALS).toBeLessThanOrEqual(0.06);
    expect(paired).toBe(0);
  }
});
