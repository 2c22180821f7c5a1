import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { csvRows } from "../../src/formats/readCsv.ts";
import { distretto, inFolder } from "./command.ts";

/** What the examples for readers of tables print, where their programs are at hand. */

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

test("tables of the example experiment are read by Python, R and DuckDB", async () => {
  await inFolder(async (cwd) => {
    const content = JSON.parse(readFileSync(join(EXAMPLES, "trust-and-brokers.json"), "utf8"));
    const small = { ...content, settings: { "firms.count": 150, months: 36, "brokers.start": 1 }, replicates: 2 };
    const file = join(cwd, "small.json");
    writeFileSync(file, JSON.stringify(small));
    expect((await distretto(["batch", file, "sweep"], { cwd })).code).toBe(0);
    const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;
    const lines = (program: string, args: string[], input = "") =>
      execFileSync(program, args, { cwd, input, encoding: "utf8" }).trim().split("\n");
    // Trust, how many networks more, of how many pairs.
    const found = new Map<string, number[][]>();
    if (has("python3")) {
      const said = lines("python3", [join(EXAMPLES, "runs.py"), "sweep"]);
      const form = /^trust ([\d.]+): (-?[\d.]+) more networks with brokers \((\d+) pairs of worlds\)$/;
      found.set(
        "Python",
        said.map((line) => (form.exec(line) ?? []).slice(1).map(Number)),
      );
    }
    if (has("Rscript")) {
      const [, ...said] = lines("Rscript", [join(EXAMPLES, "runs.R"), "sweep"]);
      found.set(
        "R",
        said.map((line) => line.trim().split(/ +/).slice(1).map(Number)),
      );
    }
    const runs = csvRows(readFileSync(join(cwd, "sweep", "results", "runs.csv"), "utf8"), ",", 100).map(
      ({ cells }) => cells,
    );
    const [trust, brokers, formed] = ["region.trust", "brokers.count", "networks.formed"].map((name) =>
      runs[0].indexOf(name),
    );
    const mean = (level: string, count: string) =>
      runs.reduce(
        (sum, row) => sum + (row[trust] === level && row[brokers] === count ? Number(row[formed]) / 2 : 0),
        0,
      );
    const right = ["0.1", "0.2", "0.3", "0.4", "0.5"].map((level) => [
      Number(level),
      mean(level, "8") - mean(level, "0"),
      2,
    ]);
    expect(right.some(([, more]) => more !== 0)).toBe(true);
    for (const [name, figures] of found) expect(figures, name).toEqual(right);
    if (has("duckdb"))
      expect(lines("duckdb", ["-csv"], readFileSync(join(EXAMPLES, "runs.sql"), "utf8"))).toHaveLength(17);
  });
});
