import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DyadicWorld } from "../../sim/index.ts";
import { Run } from "../../sim/index.ts";
import { planOf } from "../worlds.ts";

/**
 * The plain C program plays the worlds of the engine: same rules, same worlds, other draws, so the measures must agree
 * within the error of sampling. Skipped where gcc is missing.
 */
const FIRMS = 5000;
const WORLDS = 8;
/** Runs of the C program on each world. */
const REPEATS = 6;

const hasCompiler = spawnSync("gcc", ["--version"]).status === 0;
if (!hasCompiler) console.log("gcc is not installed: dyadic-trust is not held against the plain C program here.");

/** What the program prints, by the names of our measures. */
const NAMES = {
  "trust.mean": "trust",
  "contribution.rate": "coop",
  "capital.mean": "cap",
  "ties.active.share": "act",
} as const;

/** A world in the form that the program reads: two counts, four columns of doubles, ties and ties back (-1 for none). */
function fileOf({ tables: { firms, ties } }: DyadicWorld): Uint8Array {
  const slots = firms.count * ties.width;
  const parts = [
    Int32Array.of(firms.count, ties.width),
    ...[firms.x, firms.y, firms.disposition, firms.productivity].map((column) => Float64Array.from(column)),
    ties.to.slice(0, slots),
    ties.back.slice(0, slots).map((back) => (back < slots ? back : -1)),
  ];
  return Buffer.concat(parts.map((part) => new Uint8Array(part.buffer)));
}

describe.skipIf(!hasCompiler)("dyadic-trust and the plain C program", () => {
  const place = mkdtempSync(join(tmpdir(), "distretto-c-"));
  const player = join(place, "dyadic");
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  beforeAll(() => {
    const source = fileURLToPath(new URL("dyadic.c", import.meta.url));
    const built = spawnSync("gcc", ["-O2", "-pthread", source, "-o", player, "-lm"], { encoding: "utf8" });
    expect(built.stderr.replaceAll(/.*warning.*/g, ""), "gcc").not.toContain("error");
  });

  test("agree on every measure", () => {
    const differences: Record<string, number[]> = {};
    const spreads: Record<string, number[]> = {};
    for (let world = 0; world < WORLDS; world++) {
      const run = new Run(planOf("reference/dyadic-trust", { "firms.count": FIRMS, seed: `C ${world}` }));
      const file = join(place, "world.bin");
      writeFileSync(file, fileOf(run.world as DyadicWorld));
      run.playTo(120);
      const { stdout } = spawnSync(player, ["1", file, "120", String(REPEATS)], { encoding: "utf8" });
      const printed = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, number>);
      expect(printed).toHaveLength(REPEATS);
      for (const [id, name] of Object.entries(NAMES)) {
        const mean = printed.reduce((sum, line) => sum + line[name], 0) / REPEATS;
        const variance = printed.reduce((sum, line) => sum + (line[name] - mean) ** 2, 0) / (REPEATS - 1);
        (differences[id] ??= []).push((run.measure(id) as number) - mean);
        (spreads[id] ??= []).push(variance);
      }
    }
    for (const id of Object.keys(NAMES)) {
      const difference = differences[id].reduce((sum, value) => sum + value, 0) / WORLDS;
      const variance = spreads[id].reduce((sum, value) => sum + value, 0) / WORLDS;
      const error = Math.sqrt((variance * (1 + 1 / REPEATS)) / WORLDS);
      expect(Math.abs(difference) / error, id).toBeLessThan(4);
    }
  });
});
