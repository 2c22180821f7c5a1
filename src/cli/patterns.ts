import type { PatternResult, PreparedCheck } from "../../sim/index.ts";
import { Refusal, parseChecks, runCheck, tunedTo, valueOfText } from "../../sim/index.ts";
import checks from "../../scenarios/checks.json" with { type: "json" };
import { PRODUCT } from "../host/opened.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { room } from "./scenarioArgument.ts";
import { figure, interval, table, wrapped } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { runnerFor } from "./workers.ts";

interface PatternsOptions {
  readonly only?: string;
  readonly replicates?: string;
  readonly workers?: string;
  readonly json?: boolean;
}

const REPLICATES = 20;
const MOST_REPLICATES = 10_000;

/** A pattern that could not be run. */
interface Failure {
  readonly id: string;
  readonly text: string;
  readonly tuned: readonly string[];
  readonly held: false;
  readonly figure: null;
  readonly low: null;
  readonly high: null;
  readonly t: null;
  readonly n: 0;
  readonly error: string;
}

function replicatesOf(text: string | undefined): number {
  const value = text === undefined ? REPLICATES : valueOfText(text);
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_REPLICATES) return value;
  const expected = `a whole number from 1 to ${MOST_REPLICATES}`;
  throw new Refusal([{ path: "--replicates", value: String(text), expected, mend: `Leave it out for ${REPLICATES}.` }]);
}

function chosen(only: string | undefined): readonly PreparedCheck[] {
  const parsed = parseChecks(checks, CATALOGUE, { room: room() });
  if (!parsed.ok) throw new Refusal(parsed.problems);
  if (only === undefined) return parsed.value;
  const ids = parsed.value.map(({ check }) => check.id);
  const found = parsed.value.filter(({ check }) => check.id === only);
  if (found.length > 0) return found;
  throw new Refusal([{ path: "--only", value: only, expected: `one of ${ids.join(", ")}`, mend: "Name one of them." }]);
}

function failure(prepared: PreparedCheck, error: unknown): Failure {
  const { id, text } = prepared.check;
  const tuned = tunedTo(prepared);
  const message = error instanceof Error ? error.message : String(error);
  return { id, text, tuned, held: false, figure: null, low: null, high: null, t: null, n: 0, error: message };
}

function summaryOf(result: PatternResult | Failure, terminal: Terminal): string {
  const verdict = result.held ? terminal.paint("green", "held") : terminal.paint("red", "missed");
  const lines = [`${terminal.paint("bold", result.id)} ${"error" in result ? "could not run" : verdict}`];
  lines.push(wrapped(result.text, 90, "  "));
  if ("error" in result) lines.push(`  ${result.error}`);
  else {
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
  }
  if (result.tuned.length > 0) lines.push(`  tuned to hold: ${result.tuned.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

async function patterns(options: PatternsOptions, { terminal, worker }: Surroundings): Promise<void> {
  const replicates = replicatesOf(options.replicates);
  const prepared = chosen(options.only);
  if (replicates < 20) terminal.err("Fewer than 20 worlds: differences are never counted as held.");
  const results: (PatternResult | Failure)[] = [];
  for (const each of prepared) {
    const worlds = replicates * each.check.arms.length;
    const run = runnerFor(options.workers, worker, worlds, [...each.arms.values()]);
    let done = 0;
    const note = () => terminal.progress(bar(each.check.id, (done += 1), worlds));
    try {
      results.push(await runCheck(each, replicates, run, note));
    } catch (error) {
      results.push(failure(each, error));
      process.exitCode = 1;
    }
    if (!options.json) terminal.out(summaryOf(results[results.length - 1], terminal));
  }
  terminal.progress("");
  if (options.json) terminal.out(json({ ...PRODUCT, replicates, patterns: results }));
  else {
    const held = results.filter((result) => result.held).length;
    terminal.out(`${held} of ${results.length} patterns held over ${replicates} worlds.`);
  }
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
    .option("--only <id>", "one pattern, such as P4")
    .option("--replicates <n>", `worlds of each arm (${REPLICATES})`)
    .option("--workers <n>", "threads (all cores but one)")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto patterns", "distretto patterns --only P4 --replicates 40 --json"))
    .action((options: PatternsOptions) => patterns(options, surroundings));
};
