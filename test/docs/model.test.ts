import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import { prepare } from "../../src/experiment/folder.ts";
import { assumptionsText } from "./assumptions.ts";
import { EVIDENCE, takeScreening } from "./evidenceTables.ts";
import { renewed } from "./tables.ts";

const MODEL = new URL("../../sim/MODEL.md", import.meta.url);

/** `npm run docs` writes the tables anew; this test fails where they no longer say what the declarations say. */
test("the tables of MODEL.md are those of the declarations", () => {
  if (process.env.RENEW === "1") takeScreening();
  const text = readFileSync(MODEL, "utf8");
  const right = renewed(text);
  if (process.env.RENEW === "1") writeFileSync(MODEL, right);
  else expect(right === text, "run `npm run docs`").toBe(true);
});

test("whatever rests on runs says by which command and file it is made again, and these are there", () => {
  const root = new URL("../../", import.meta.url);
  const read = (path: string) => readFileSync(new URL(path, root), "utf8");
  const text = readFileSync(MODEL, "utf8");
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  expect([...EVIDENCE.keys()].length).toBeGreaterThan(0);
  for (const name of EVIDENCE.keys()) {
    const [, block = ""] = new RegExp(`<!-- table: ${name} -->([^]*?)<!-- end -->`).exec(text) ?? [];
    const [, command = "", file = ""] =
      /Made by\s`npm run ([a-z:]+)`,? (?:from|in the worlds of) `([^`]+)`/.exec(block) ?? [];
    expect(Object.keys(scripts), name).toContain(command);
    expect(existsSync(new URL(file, root)), name).toBe(true);
    if (file.startsWith("examples/")) expect(scripts[command], name).toContain(file);
  }
  const named = [...text.matchAll(/`(examples\/[^`]+)`/g)].map(([, path]) => path);
  for (const path of named) expect(existsSync(new URL(path, root)), path).toBe(true);
});

test("every experiment among the examples can be planned", () => {
  const folder = new URL("../../examples/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const runs = files.flatMap((name) => {
    const content = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    return content.format === "distretto/experiment/1" ? [prepare(content, Number.MAX_SAFE_INTEGER).plan.runs] : [];
  });
  expect(runs.length).toBeGreaterThanOrEqual(3);
});

/** A part of the page, from its heading to the next of the same rank. */
function part(heading: string): string {
  const text = readFileSync(MODEL, "utf8");
  const from = text.indexOf(`\n## ${heading}`);
  expect(from, heading).toBeGreaterThan(0);
  const next = text.indexOf("\n## ", from + 1);
  return text.slice(from, next < 0 ? undefined : next);
}

test("every mechanism is told, and no other", () => {
  const told = [...part("7 Submodels").matchAll(/^\*\*[^*]+\*\* \(`(\w+)`|, \*\*[^*]+\*\*\s\(`(\w+)`/gm)];
  const ids = told.map(([, first, further]) => first ?? further);
  expect(ids.toSorted()).toEqual(SCHEDULE.map(({ id }) => id).toSorted());
});

test("all elements of ODD are there, in their order, and every design concept", () => {
  const elements = ["1 Purpose", "2 Entities", "3 A month", "4 Design", "5 Initialisation", "6 Input", "7 Submodels"];
  const text = readFileSync(MODEL, "utf8");
  const places = elements.map((each) => text.indexOf(`\n## ${each}`));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  const concepts =
    "Basic principles,Emergence,Adaptation,Objectives,Learning,Prediction,Sensing,Interaction,Stochasticity,Collectives,Observation,Heterogeneity";
  for (const concept of concepts.split(",")) expect(part("4 Design")).toContain(`**${concept}`);
});

test("lessons name mechanisms and checks that there are", () => {
  const checks: { checks: { id: string }[] } = JSON.parse(
    readFileSync(new URL("../../scenarios/checks.json", import.meta.url), "utf8"),
  );
  const known = {
    2: [...SCHEDULE.map(({ id }) => id)],
    3: checks.checks.map(({ id }) => id),
  };
  const rows = part("12 Nine lessons")
    .split("\n")
    .filter((line) => /^\| \d/.test(line))
    .map((line) => line.split("|"));
  expect(rows).toHaveLength(9);
  for (const row of rows) {
    for (const column of [2, 3] as const) {
      const names = [...row[column].matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(known[column]).toContain(name);
    }
  }
});

test("the screening of assumptions is that of the declarations", () => {
  const file = new URL("../../examples/assumptions.json", import.meta.url);
  const right = assumptionsText();
  if (process.env.RENEW === "1") writeFileSync(file, right);
  else expect(readFileSync(file, "utf8") === right, "run `npm run docs`").toBe(true);
});

test("the report on patterns is on the checks that there are", () => {
  const file = (name: string) => readFileSync(new URL(`../../scenarios/${name}`, import.meta.url), "utf8");
  const all: { checks: { id: string; text: string }[] } = JSON.parse(file("checks.json"));
  // What lessons claim is measured apart.
  const checks = all.checks.filter(({ id }) => !id.startsWith("lesson."));
  const report = file("PATTERNS.md").replace(/\s+/g, " ");
  const missing = checks.filter(({ id, text }) => !report.includes(`### ${id} ${text.replace(/\s+/g, " ")}`));
  expect(missing.map(({ id }) => id)).toEqual([]);
  expect([...report.matchAll(/### (?!Foreign trade)/g)]).toHaveLength(checks.length);
});
