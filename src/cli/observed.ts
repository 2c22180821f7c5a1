import type { PatternResult, PreparedCheck } from "../../sim/index.ts";
import { CHECKS_FORMAT, Refusal, parseChecks } from "../../sim/index.ts";
import figures from "../../scenarios/observed/figures.json" with { type: "json" };
import zhongguancun from "../../scenarios/observed/zhongguancun.json" with { type: "json" };
import { CATALOGUE } from "../host/shipped.ts";

/** What was counted in the field, laid beside what the model gives. It decides nothing; checks do. */

/** One figure of the field and its counterpart: mean and 95 % interval over worlds; null where there is none. */
export interface FieldFigure {
  readonly scenario: string;
  readonly what: string;
  /** A value, a range or a word. */
  readonly observed: number | string | readonly number[];
  readonly sure: string;
  readonly measure: string | null;
  readonly month: number | null;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** A series of the field and its counterpart, both as multiples of the first year. */
export interface FieldSeries {
  readonly title: string;
  readonly source: string;
  readonly note: string;
  readonly measure: string;
  readonly worlds: number;
  readonly points: readonly {
    readonly year: number;
    readonly month: number;
    readonly observed: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
}

export interface Field {
  readonly figures: readonly FieldFigure[];
  readonly series: FieldSeries;
}

interface Entry {
  readonly scenario: string;
  readonly what: string;
  readonly observed: number | string | readonly number[];
  readonly sure: string;
  readonly settings?: Readonly<Record<string, number | string | boolean>>;
  readonly measure?: string;
  readonly month?: number;
}

const ENTRIES: readonly Entry[] = figures.figures;
const SERIES = "field.series";
const exportsOfField = zhongguancun.series.find(({ id }) => id === "exports")?.values ?? [];

/** A check that reads and claims nothing; run with the others it shares their worlds. */
function reading(id: string, entry: Omit<Entry, "what" | "observed" | "sure">, text: string): object {
  const { scenario, settings, measure, month } = entry;
  const arm = { name: scenario, scenario, ...(settings && { settings }) };
  const of = { arm: scenario, measure, ...(month !== undefined && { month }) };
  return { id, text, arms: [arm], claims: [{ kind: "band", of }] };
}

/** The series, year by year, each as a multiple of the first. */
function seriesReading(): object {
  const { scenario, measure, months, title } = zhongguancun;
  const claims = months.map((month) => ({
    kind: "factor",
    of: { arm: scenario, measure, month },
    to: { arm: scenario, measure, month: months[0] },
  }));
  return { id: SERIES, text: title, arms: [{ name: scenario, scenario }], claims };
}

/** Everything that the field is laid beside, as checks that claim nothing. */
export function fieldChecks(): readonly PreparedCheck[] {
  const readings = ENTRIES.flatMap((entry, at) =>
    entry.measure === undefined ? [] : [reading(`field.${at}`, entry, entry.what)],
  );
  const document = { format: CHECKS_FORMAT, checks: [...readings, seriesReading()] };
  const parsed = parseChecks(document, CATALOGUE);
  if (!parsed.ok) throw new Refusal(parsed.problems);
  return parsed.value;
}

function figureOf(entry: Entry, result: PatternResult | undefined): FieldFigure {
  const { scenario, what, observed, sure, measure = null } = entry;
  const { figure: mean = null, low = null, high = null, n = 0, months = [] } = result ?? {};
  return { scenario, what, observed, sure, measure, month: months[0] ?? null, mean, low, high, n };
}

/** The field beside the model. @param results of `fieldChecks`; those that could not be run are missing */
export function fieldOf(results: ReadonlyMap<string, PatternResult>): Field {
  const { title, source, note, measure, months, years } = zhongguancun;
  const series = results.get(SERIES);
  const points = (series?.claims ?? []).map(({ figure, low, high }, at) => ({
    year: years[at],
    month: months[at],
    observed: exportsOfField[at] / exportsOfField[0],
    mean: figure ?? NaN,
    low: low ?? NaN,
    high: high ?? NaN,
  }));
  return {
    figures: ENTRIES.map((entry, at) => figureOf(entry, results.get(`field.${at}`))),
    series: { title, source, note, measure, worlds: series?.n ?? 0, points },
  };
}
