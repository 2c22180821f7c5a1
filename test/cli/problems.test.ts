import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { distretto, inFolder } from "./command.ts";

/** Bad input: a list of problems, exit code 2, nothing written. */

const PARTS = {
  path: expect.any(String),
  value: expect.any(String),
  expected: expect.any(String),
  mend: expect.any(String),
};

/** Runs with `--json` and without, in an empty folder that must stay empty, and gives the problems. */
async function problemsOf(args: readonly string[], files: Record<string, string> = {}) {
  return inFolder(async (cwd) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    const plain = await distretto(args, { cwd });
    const asJson = await distretto([...args, "--json"], { cwd });
    expect([plain.code, asJson.code]).toEqual([2, 2]);
    expect(plain.out).toBe("");
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort());
    const { problems } = JSON.parse(asJson.out);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toEqual(PARTS);
      expect(plain.err).toContain(problem.path);
      expect(plain.err).toContain(problem.mend);
    }
    return problems;
  });
}

test.each([
  ["an unknown scenario", ["run", "hondurass"], { path: "scenario", mend: "Did you mean honduras?" }],
  ["a misspelt path", ["run", "honduras", "--set", "brokers.cuont=3"], { mend: "Did you mean brokers.count?" }],
  [
    "a value out of range",
    ["run", "honduras", "--set", "region.trust=7"],
    { path: "region.trust", mend: "The most is 1." },
  ],
  ["no finite value", ["run", "honduras", "--set", "region.trust=1e999"], { path: "region.trust", value: "Infinity" }],
  ["a value of the wrong kind", ["run", "honduras", "--months", "soon"], { path: "months" }],
  ["a billion firms", ["run", "honduras", "--firms", "1e9", "--out", "x.csv"], { path: "firms.count" }],
  ["no assignment", ["run", "honduras", "--set", "brokers.count"], { path: "--set", expected: "path=value" }],
  ["two values for one path", ["run", "honduras", "--seed", "1", "--set", "seed=2"], { path: "seed" }],
  ["an unknown mechanism", ["run", "honduras", "--without", "serch"], { mend: "Did you mean search?" }],
  ["an unknown option", ["run", "honduras", "--sed", "4"], { path: "--sed", mend: expect.stringContaining("--seed") }],
  ["an unknown command", ["rn", "honduras"], { path: "command", mend: "Did you mean run?" }],
  ["a missing argument", ["run"], { path: "scenario", value: "missing" }],
  ["an ending that cannot be written", ["run", "honduras", "--out", "x.xlsx"], { path: "--out" }],
  ["a folder that is not there", ["run", "honduras", "--out", "no/such/x.csv"], { path: "--out" }],
  ["one arm", ["compare", "honduras"], { path: "arms" }],
  ["a mistake in an arm", ["compare", "honduras", "honduras:brokers.cuont=0"], { mend: "Did you mean brokers.count?" }],
  [
    "an arm with a seed of its own",
    ["compare", "honduras", "honduras:seed=4"],
    { path: expect.stringContaining("seed") },
  ],
  ["arms of different length", ["compare", "honduras", "honduras:months=60"], { path: "months" }],
  ["no number of worlds", ["compare", "honduras", "honduras", "--replicates", "0"], { path: "replicates" }],
  ["no precision", ["compare", "honduras", "honduras", "--precision", "0.5"], { path: "--precision" }],
  [
    "a precision of nothing that is measured",
    ["compare", "honduras", "honduras", "--precision", "networks.alife=1"],
    { mend: "Did you mean networks.alive?" },
  ],
  ["no number of workers", ["compare", "honduras", "honduras", "--workers", "many"], { path: "--workers" }],
  ["an unknown pattern", ["patterns", "--only", "P99"], { path: "--only" }],
  ["an unknown kind", ["describe", "paramter"], { path: "kind", mend: "Did you mean parameter?" }],
  ["an unknown parameter", ["describe", "parameter", "region.turst"], { mend: "Did you mean region.trust?" }],
  ["a missing file", ["check", "nothing.json"], { path: "nothing.json", value: "there is no such file" }],
])("%s", async (_, args, expected) => {
  const problems = await problemsOf(args);
  expect(problems[0]).toMatchObject(expected);
});

test("malformed JSON, with line and column", async () => {
  const files = { "mine.json": '{\n  "format": "distretto/scenario/1",\n  "name" "mine"\n}' };
  const [problem] = await problemsOf(["run", "./mine.json"], files);
  expect(problem).toMatchObject({ path: "./mine.json, line 3, column 10", expected: "a colon after the key" });
});

test("several problems come together", async () => {
  const files = {
    "mine.json": '{"format": "distretto/scenario/1", "name": "mine", "settings": {"a.b": 1, "region.trust": 2}}',
  };
  expect(await problemsOf(["check", "mine.json"], files)).toHaveLength(2);
});

test("a file that exists is not overwritten without --force", async () => {
  await inFolder(async (cwd) => {
    const path = join(cwd, "keep.csv");
    writeFileSync(path, "mine\n");
    const args = ["run", "honduras", "--firms", "50", "--months", "1", "--out", "keep.csv"];
    expect((await distretto(args, { cwd })).code).toBe(2);
    expect(readFileSync(path, "utf8")).toBe("mine\n");
    expect((await distretto([...args, "--force"], { cwd })).code).toBe(0);
    expect(readFileSync(path, "utf8")).toMatch(/^run,month,networks\.formed/);
    expect(readdirSync(cwd)).toEqual(["keep.csv"]);
  });
});
