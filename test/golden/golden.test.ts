import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Run } from "../../sim/index.ts";
import { MONTHS, SEEDS, allHashes, planOf, scenarios } from "./worlds.ts";

/**
 * Did results change? Tables of measures and hashes are kept as text. Where a run differs, the new table is laid beside
 * the old one as `-changed`; if the change is meant, put it in its place, raise the model version and say so in
 * CHANGELOG.md.
 */
function matches(name: string, text: string): void {
  const kept = new URL(`./${name}.txt`, import.meta.url);
  const changed = new URL(`./${name}-changed.txt`, import.meta.url);
  rmSync(changed, { force: true });
  if (existsSync(kept) && readFileSync(kept, "utf8") === text) return;
  writeFileSync(changed, text);
  expect.fail(`test/golden/${name}.txt no longer holds: see ${name}-changed.txt`);
}

describe("golden tables", () => {
  test("hashes, with everything observed", () => matches("hashes", allHashes(true)));
  test("hashes, with nothing observed", () => matches("hashes", allHashes(false)));

  for (const scenario of scenarios()) {
    test(`measures of ${scenario}`, () => {
      const run = new Run(planOf(scenario, SEEDS[0]));
      run.playTo(MONTHS);
      const rows = Object.entries(run.measures()).map(([id, value]) => `${id.padEnd(44)} ${value}\n`);
      matches(scenario, rows.join(""));
    });
  }
});
