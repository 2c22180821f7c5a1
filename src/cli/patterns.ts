import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PatternFailure, PatternResult, PreparedCheck } from "../../sim/index.ts";
import { Refusal, didYouMean, parseChecks, runChecks, valueOfText } from "../../sim/index.ts";
import checks from "../../scenarios/checks.json" with { type: "json" };
import { PRODUCT } from "../host/opened.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { keptValues } from "./keptValues.ts";
import type { Field } from "./observed.ts";
import { claimsDocument } from "./claims.ts";
import { fieldChecks, fieldOf } from "./observed.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import { patternsReport } from "./patternsReport.ts";
import { room } from "./scenarioArgument.ts";
import { seriesPicture } from "./seriesPicture.ts";
import { figure, interval, table, wrapped } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { runnerFor } from "./workers.ts";

interface PatternsOptions {
  readonly only?: string;
  readonly except?: string;
  readonly replicates?: string;
  readonly workers?: string;
  readonly keep?: string;
  readonly report?: string;
  readonly claims?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const REPLICATES = 20;
const MOST_REPLICATES = 10_000;

type Result = PatternResult | PatternFailure;

function replicatesOf(text: string | undefined): number {
  const value = text === undefined ? REPLICATES : valueOfText(text);
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_REPLICATES) return value;
  const expected = `a whole number from 1 to ${MOST_REPLICATES}`;
  throw new Refusal([{ path: "--replicates", value: String(text), expected, mend: `Leave it out for ${REPLICATES}.` }]);
}

/** Checks by id, several with commas between; the name of a scenario or a lesson stands for all of its own. */
function chosen({ only, except }: PatternsOptions): readonly PreparedCheck[] {
  const parsed = parseChecks(checks, CATALOGUE, { room: room() });
  if (!parsed.ok) throw new Refusal(parsed.problems);
  const ids = parsed.value.map(({ check }) => check.id);
  const isWanted = only === undefined ? () => true : named("--only", only, ids);
  const isLeftOut = except === undefined ? () => false : named("--except", except, ids);
  return parsed.value.filter(({ check: { id } }) => isWanted(id) && !isLeftOut(id));
}

/** Whether an id is among those that an option names. */
function named(path: string, list: string, ids: readonly string[]): (id: string) => boolean {
  const names = list.split(",").map((name) => name.trim());
  const isNamed = (id: string, name: string) => id === name || id.startsWith(`${name}.`);
  const problems = names
    .filter((name) => !ids.some((id) => isNamed(id, name)))
    .map((name) => {
      const mend = didYouMean(name, ids, "Name one of them, or several with commas between.");
      return { path, value: name, expected: `one of ${ids.join(", ")}`, mend };
    });
  if (problems.length > 0) throw new Refusal(problems);
  return (id) => names.some((name) => isNamed(id, name));
}

/** What `--json` prints of a check; one that could not be run has the same fields. */
function documentOf(result: Result): object {
  if (!("error" in result)) return result;
  const nothing = { held: false, figure: null, low: null, high: null, t: null, n: 0, tuned: [], claims: [] };
  return { id: result.id, text: result.text, ...nothing, error: result.error };
}

function summaryOf(result: Result, terminal: Terminal): string {
  const isHeld = !("error" in result) && result.held;
  const verdict = isHeld ? terminal.paint("green", "held") : terminal.paint("red", "missed");
  const lines = [`${terminal.paint("bold", result.id)} ${"error" in result ? "could not run" : verdict}`];
  lines.push(wrapped(result.text, 90, "  "));
  if ("error" in result) return `${[...lines, `  ${result.error}`].join("\n")}\n`;
  const rows = result.claims.map(({ held, claim, figure: value, low, high, t, n }) => [
    held ? "yes" : "no",
    figure(value),
    interval(low, high),
    t === null ? "" : `t ${figure(t)}`,
    `n ${n}`,
    claim,
  ]);
  const columns = rows[0].map((_, at) => ({ title: "", side: at === 1 ? ("right" as const) : ("left" as const) }));
  lines.push(...table(columns, rows).map((line) => `  ${line}`));
  if (result.bare !== undefined) {
    const { what, held } = result.bare;
    lines.push(`  without ${what}: ${held ? terminal.paint("red", "holds all the same") : "missed, as it must be"}`);
  }
  if (!result.held && result.tried !== undefined) lines.push(wrapped(`What was tried: ${result.tried}`, 90, "  "));
  if (result.tuned.length > 0) lines.push(`  tuned to hold: ${result.tuned.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

/** The picture's name: that of the report, and what it shows. */
function pictureOf(report: string): string {
  return join(dirname(report), `${basename(report, ".md")}-zhongguancun.svg`);
}

function checkReport({ report, claims, force = false }: PatternsOptions): void {
  if (claims !== undefined) checkOut(claims, [".json"], force);
  if (report === undefined) return;
  checkOut(report, [".md"], force);
  checkOut(pictureOf(report), [".svg"], force);
}

function writeReport(
  report: string,
  force: boolean,
  results: readonly Result[],
  replicates: number,
  field: Field | null,
) {
  const earlier = existsSync(report) ? readFileSync(report, "utf8") : "";
  const picture = pictureOf(report);
  writeWhole(report, patternsReport({ results, replicates, field, earlier, picture: basename(picture) }), force);
  if (field !== null) writeWhole(picture, seriesPicture(field.series), force);
}

async function patterns(options: PatternsOptions, { terminal, worker }: Surroundings): Promise<void> {
  const replicates = replicatesOf(options.replicates);
  const wanted = chosen(options);
  checkReport(options);
  // What the field counted is laid beside the whole; it needs few worlds that the checks have not played.
  const field = options.only === undefined ? fieldChecks() : [];
  const all = [...wanted, ...field];
  if (replicates < REPLICATES) terminal.err("Fewer than 20 worlds: differences are never counted as held.");
  const arms = all.flatMap((each) => [...each.arms.values()].map(({ resolved }) => resolved));
  const run = runnerFor(options.workers, worker, replicates * arms.length, arms);
  const { known, keep } = options.keep === undefined ? {} : keptValues(options.keep);
  const note = (done: number, count: number) => terminal.progress(bar("worlds", done, count));
  const shorten = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 24);
  const results: Result[] = [];
  const beside = new Map<string, PatternResult>();
  for await (const result of runChecks(all, { run, replicates, shorten, known, keep, note })) {
    if ("error" in result) process.exitCode = 1;
    if (results.length === wanted.length) {
      if (!("error" in result)) beside.set(result.id, result);
      continue;
    }
    results.push(result);
    if (!options.json) terminal.out(summaryOf(result, terminal));
  }
  terminal.progress("");
  const found = field.length === 0 ? null : fieldOf(beside);
  if (options.json) terminal.out(json({ ...PRODUCT, replicates, patterns: results.map(documentOf), field: found }));
  else {
    const held = results.filter((result) => !("error" in result) && result.held).length;
    terminal.out(`${held} of ${results.length} patterns held over ${replicates} worlds.`);
  }
  if (options.claims !== undefined) {
    writeWhole(options.claims, claimsDocument(results, replicates), options.force ?? false);
    terminal.err(`${options.claims} written.`);
  }
  if (options.report === undefined) return;
  writeReport(options.report, options.force ?? false, results, replicates, found);
  terminal.err(`${options.report} written.`);
}

/** `patterns`: holds the model against what the world has shown. */
export const patternsVerb: Verb = (program, surroundings) => {
  program
    .command("patterns")
    .summary("hold the model against what the world has shown")
    .description(
      "Runs the checks of scenarios/checks.json. A difference is held with |t| > 3 over at least 20 paired worlds, a\n" +
        "band when the mean lies inside. A missed pattern is a result: the exit code is 0; it is 1 where one cannot run.",
    )
    .option("--only <ids>", "some checks, such as P4,P15; the name of a scenario stands for its own")
    .option("--except <ids>", "leave some out, such as lesson")
    .option("--replicates <n>", `worlds of each arm (${REPLICATES})`)
    .option("--workers <n>", "threads (all cores but one)")
    .option("--keep <file>", "keep values there, and go on with those that are there already")
    .option("--report <file>", "write a report: .md, and a picture beside it")
    .option("--claims <file>", "write what was measured of each claim: .json")
    .option("--force", "replace what is written where it exists")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples(
        "distretto patterns",
        "distretto patterns --only P4,P15 --replicates 40 --json",
        "distretto patterns --except lesson --keep values.jsonl --report PATTERNS.md",
      ),
    )
    .action((options: PatternsOptions) => patterns(options, surroundings));
};
