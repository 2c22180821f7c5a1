import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { distretto, inFolder } from "./command.ts";

/** What the examples for readers of tables print, where their programs are at hand. */

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

test("tables of the example experiment are read by Python, R and DuckDB", async () => {
  await inFolder(async (cwd) => {
    const content = JSON.parse(readFileSync(join(EXAMPLES, "trust-and-brokers.json"), "utf8"));
    const small = { ...content, settings: { "firms.count": 60, months: 12, "brokers.start": 1 }, replicates: 2 };
    const file = join(cwd, "small.json");
    writeFileSync(file, JSON.stringify(small));
    expect((await distretto(["batch", file, "sweep"], { cwd })).code).toBe(0);
    const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;
    const lines = (program: string, args: string[], input = "") =>
      execFileSync(program, args, { cwd, input, encoding: "utf8" }).trim().split("\n");
    if (has("python3")) {
      const said = lines("python3", [join(EXAMPLES, "runs.py"), "sweep"]);
      expect(said).toHaveLength(5);
      expect(said[0]).toMatch(/^trust 0\.1: -?[\d.]+ more networks with brokers \(2 pairs of worlds\)$/);
    }
    if (has("Rscript")) expect(lines("Rscript", [join(EXAMPLES, "runs.R"), "sweep"])).toHaveLength(6);
    if (has("duckdb"))
      expect(lines("duckdb", ["-csv"], readFileSync(join(EXAMPLES, "runs.sql"), "utf8"))).toHaveLength(17);
  });
});
