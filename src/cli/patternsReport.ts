import type { PatternFailure, PatternResult } from "../../sim/index.ts";
import { PRODUCT } from "../host/opened.ts";
import { markdownTable } from "./markdown.ts";
import type { Field, FieldFigure } from "./observed.ts";
import { figure, interval, wrapped } from "./table.ts";

/** The report on patterns as Markdown: what was claimed, what the model gave, and what was tried where it gave less. */

type Result = PatternResult | PatternFailure;

const WIDTH = 118;
const HISTORY_BEGINS = "<!-- history: one line a model version; written by `distretto patterns --report` -->";
const HISTORY_ENDS = "<!-- end -->";
const HISTORY_HEAD = ["model", "worlds", "P1 to P25 held", "missed", "checks of scenarios held", "missed"];

/** Checks of the field's general patterns; the others belong to a scenario. */
function isPattern({ id }: { id: string }): boolean {
  return /^P\d+$/.test(id);
}

function isHeld(result: Result): boolean {
  return !("error" in result) && result.held;
}

function number(value: number | null): string {
  return value === null ? "" : figure(value);
}

function monthsOf(months: readonly number[]): string {
  return months.join(", ");
}

function summaryRow(result: Result): string[] {
  if ("error" in result) return [result.id, "could not run", "", "", "", "", "", ""];
  const { id, held, figure: value, low, high, t, n, months, tuned } = result;
  const tunedTo = tuned.length === 0 ? "nothing" : tuned.map((path) => `\`${path}\``).join(", ");
  const verdict = held ? "held" : "**missed**";
  return [id, verdict, figure(value), interval(low, high), number(t), String(n), monthsOf(months), tunedTo];
}

const SUMMARY_HEAD = ["check", "", "figure", "95 % interval", "t", "n", "month", "tuned to it"];

/** What the figure of a claim is. */
const KINDS: Readonly<Record<PatternResult["claims"][number]["kind"], string>> = {
  band: "mean",
  difference: "difference",
  notMore: "difference",
  ratio: "ratio",
  factor: "ratio",
  monotone: "last less first",
  mostly: "share of worlds",
};

/** The means that a claim reads, where they say more than its figure. */
function partsOf({ kind, parts }: PatternResult["claims"][number]): string {
  return kind === "band" ? "" : parts.map(({ mean }) => figure(mean)).join(", ");
}

function claimsTable(claims: PatternResult["claims"]): string {
  return markdownTable(
    ["", "claim", "", "figure", "95 % interval", "t", "n", "means"],
    claims.map((claim) => [
      claim.held ? "held" : "**missed**",
      claim.claim,
      KINDS[claim.kind],
      figure(claim.figure),
      interval(claim.low, claim.high),
      number(claim.t),
      String(claim.n),
      partsOf(claim),
    ]),
  );
}

function bareText({ what, held, claims }: NonNullable<PatternResult["bare"]>): string {
  const missed = claims.filter((claim) => !claim.held);
  const figures = (held ? claims : missed).map((claim) => figure(claim.figure)).join("; ");
  return held
    ? `**Without ${what} it holds all the same** (${figures}).`
    : `Without ${what} it is missed, as it must be (${figures}).`;
}

function section(result: Result): string {
  const parts = [`### ${result.id}`, wrapped(result.text, WIDTH)];
  if ("error" in result) return [...parts, `It could not be run: ${result.error}`].join("\n\n");
  const { tried, claims, bare, held } = result;
  parts.push(claimsTable(claims));
  if (bare !== undefined) parts.push(wrapped(bareText(bare), WIDTH));
  if (!held) parts.push(wrapped(`**What was tried.** ${tried ?? "Nothing yet."}`, WIDTH));
  return parts.join("\n\n");
}

function observedText(observed: FieldFigure["observed"]): string {
  if (typeof observed === "string") return observed;
  return typeof observed === "number" ? figure(observed) : observed.map((each) => figure(each)).join(" to ");
}

function fieldTable(figures: readonly FieldFigure[]): string {
  return markdownTable(
    ["scenario", "in the field", "counted", "how sure", "model", "95 % interval", "measure", "month"],
    figures.map(({ scenario, what, observed, sure, mean, low, high, measure, month }) => [
      `\`${scenario}\``,
      what,
      observedText(observed),
      sure,
      measure === null ? "no counterpart" : figure(mean),
      measure === null ? "" : interval(low, high),
      measure === null ? "" : `\`${measure}\``,
      month === null ? "" : String(month),
    ]),
  );
}

function seriesText({ title, source, note, measure, points, worlds }: Field["series"], picture: string): string {
  const rows = points.map(({ year, month, observed, mean, low, high }) => [
    String(year),
    String(month),
    figure(observed),
    figure(mean),
    interval(low, high),
  ]);
  const head = ["year", "month", "exports counted, first year 1", `\`${measure}\`, first year 1`, "95 % interval"];
  return [
    `### ${title}`,
    wrapped(`${source}. ${note} Means of ${worlds} worlds.`, WIDTH),
    `![Exports counted and simulated, first year 1](${picture})`,
    markdownTable(head, rows),
  ].join("\n\n");
}

/** Lines of the history in an earlier report, by model version. */
function historyOf(earlier: string): Map<string, string[]> {
  const begin = earlier.indexOf(HISTORY_BEGINS);
  const lines = begin < 0 ? [] : earlier.slice(begin, earlier.indexOf(HISTORY_ENDS, begin)).split("\n");
  const rows = lines
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return new Map(rows.map((row) => [row[0], row]));
}

function historyRow(results: readonly Result[], replicates: number): string[] {
  const count = (some: readonly Result[]) => `${some.filter(isHeld).length} of ${some.length}`;
  const missed = (some: readonly Result[]) =>
    some
      .filter((result) => !isHeld(result))
      .map(({ id }) => id)
      .join(", ") || "none";
  const patterns = results.filter(isPattern);
  const own = results.filter((result) => !isPattern(result));
  return [PRODUCT.modelVersion, String(replicates), count(patterns), missed(patterns), count(own), missed(own)];
}

export interface Reported {
  readonly results: readonly Result[];
  readonly replicates: number;
  /** Null where only some checks were run; the history is left as it was then. */
  readonly field: Field | null;
  /** The report as it was before. */
  readonly earlier: string;
  /** Where the picture of the series stands beside the report. */
  readonly picture: string;
}

/** The report as Markdown. */
export function patternsReport({ results, replicates, field, earlier, picture }: Reported): string {
  const held = (some: readonly Result[]) => `${some.filter(isHeld).length} of ${some.length}`;
  const patterns = results.filter(isPattern);
  const own = results.filter((result) => !isPattern(result));
  const history = historyOf(earlier);
  if (field !== null) {
    const row = historyRow(results, replicates);
    history.set(row[0], row);
  }
  const seeds = [...new Set(results.flatMap((result) => ("error" in result ? [] : [result.seed])))].join(", ");
  const parts = [
    "# Patterns",
    wrapped(
      `What the world has shown, and whether model ${PRODUCT.modelVersion} shows it. This page is written by ` +
        "`npm run check:patterns`; the checks stand in `checks.json`. Each arm was played in " +
        `${replicates} worlds (seeds ${seeds}/1 to ${seeds}/${replicates}; the same worlds for all checks, so their ` +
        "verdicts are not independent). A difference or ratio is held with its sign and |t| > 3 over at least 20 " +
        "pairs of worlds, a band when the mean lies inside, a row when its ends differ so and no step runs against " +
        "the sign with |t| > 2. The figure in the first table is that of the claim that decided: the first that was " +
        "missed, or else the first. Intervals are over simulated worlds; they leave out the chance that the model is " +
        "wrong. A pattern that is missed is reported as missed. What lessons claim is measured apart, by " +
        "`npm run check:lessons`, in `evidence/lessons.json`.",
      WIDTH,
    ),
    wrapped(
      `**${held(patterns)} patterns and ${held(own)} checks of scenarios are held.** The starting values of the ` +
        "parameters come from a first trial of the core that looked at P1 to P16; P17 to P25 are predictions. " +
        "Parameters that were tuned to a pattern since are named beside it.",
      WIDTH,
    ),
    markdownTable(SUMMARY_HEAD, results.map(summaryRow)),
    "## History",
    HISTORY_BEGINS,
    markdownTable(HISTORY_HEAD, [...history.values()]),
    HISTORY_ENDS,
    "## Patterns of the field",
    ...patterns.map(section),
    "## Checks of the scenarios",
    ...own.map(section),
  ];
  if (field !== null) {
    parts.push("## Beside the field", fieldTable(field.figures), seriesText(field.series, picture));
  }
  return `${parts.join("\n\n")}\n`;
}
