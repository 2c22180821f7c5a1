import type { Reply } from "../contract.ts";
import type { Parameter, Value } from "../kernel/params.ts";
import { problemOf } from "../kernel/params.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean, shown } from "../kernel/problem.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import { MONTHS, parametersOf } from "../scenario/parameters.ts";
import { parseForm } from "../scenario/parse.ts";
import type { Circumstances, Resolved } from "../scenario/resolve.ts";
import { resolve } from "../scenario/resolve.ts";
import type { Design, Dimension, Range } from "./design/design.ts";
import { isList } from "./design/design.ts";
import { DESIGNS } from "./design/index.ts";
import type { ExperimentDocument } from "./form.ts";
import { experimentForm, keysAt } from "./form.ts";
import type { TableName } from "./tables.ts";

/** An experiment whose design, parameters and measures are all known to be sound. */
export interface Experiment {
  readonly document: ExperimentDocument;
  /** The scenario with the experiment's settings, before any point is laid over it. */
  readonly base: Resolved;
  readonly dimensions: readonly Dimension[];
  readonly replicates: number;
  readonly seed: string;
  readonly pairing: "common" | "independent";
  /** Ids of the measures that are kept, in the order of columns. */
  readonly measures: readonly string[];
  /** Months between rows of the table `months`, or 0 for none; the last month is among them in any case. */
  readonly series: number;
  /** Further tables that are kept. */
  readonly tables: readonly TableName[];
}

/** Run numbers are 32-bit numbers in tables. */
export const MOST_RUNS = 2_000_000_000;

/** Points whose settings are resolved before the start; the rest is checked value by value. */
const PROBED = 64;

/** The problem of a path that nothing may vary, or that the model has not. */
function pathProblem(at: string, path: string, declared: ReadonlyMap<string, Parameter>): Problem | undefined {
  if (path === "seed") {
    const expected = "no seed: replicates have seeds of their own";
    return { path: `${at}/seed`, value: "seed", expected, mend: "Use `seed` of the experiment." };
  }
  if (declared.has(path)) return undefined;
  const mend = didYouMean(path, declared.keys(), "Run `distretto describe parameter` for the list.");
  return { path: at, value: shown(path), expected: "a setting of the scenario's model", mend };
}

/** Why a range cannot be used for a parameter. */
function rangeProblems(path: string, parameter: Parameter, range: Range): Problem[] {
  const at = `/parameters/${path}`;
  if (!isList(range)) {
    const { low, high } = range;
    if (parameter.kind === "choice" || parameter.kind === "flag") {
      const values = parameter.kind === "flag" ? [true, false] : parameter.options;
      const mend = `Write ${JSON.stringify(values)}.`;
      return [{ path: at, value: shown(range), expected: "a list of values", mend }];
    }
    const wrong = [problemOf(`${at}/low`, parameter, low), problemOf(`${at}/high`, parameter, high)];
    if (wrong.every((each) => each === undefined) && low >= high) {
      const expected = "low below high";
      return [{ path: at, value: shown(range), expected, mend: "Change the two, or write a list with one value." }];
    }
    return wrong.filter((each) => each !== undefined);
  }
  const problems = range.flatMap((value, index) => problemOf(`${at}/${index}`, parameter, value) ?? []);
  if (new Set(range).size < range.length) {
    problems.push({ path: at, value: shown(range), expected: "each value once", mend: "Take doubles out." });
  }
  return problems;
}

/** Points of a list are written out, so that each of their values can be checked where it stands. */
function pointProblems({ design }: ExperimentDocument, declared: ReadonlyMap<string, Parameter>): Problem[] {
  const { points } = design as { points?: readonly Readonly<Record<string, Value>>[] };
  if (design.kind !== "list" || points === undefined) return [];
  return points.flatMap((point, index) =>
    Object.entries(point).flatMap(([path, value]) => {
      const at = `/design/points/${index}`;
      const parameter = declared.get(path);
      const problem = pathProblem(at, path, declared) ?? (parameter && problemOf(`${at}/${path}`, parameter, value));
      return problem ?? [];
    }),
  );
}

function measureProblems(wanted: readonly string[], known: readonly string[]): Problem[] {
  return wanted.flatMap((id, at) => {
    const path = `/measures/${at}`;
    if (!known.includes(id)) {
      const mend = didYouMean(id, known, "Run `distretto describe measure` for the list.");
      return [{ path, value: shown(id), expected: "a measure of the scenario's model", mend }];
    }
    return wanted.indexOf(id) === at ? [] : [{ path, value: id, expected: "each measure once", mend: "Take it out." }];
  });
}

/** The design of an experiment that has been checked. */
export function designOf({ document, dimensions, seed }: Experiment): Design {
  const kind = DESIGNS.find((each) => each.kind === document.design.kind);
  if (kind === undefined) throw new Error(`There is no design ${document.design.kind}.`);
  return kind.make({ options: document.design as never, dimensions, seed: designSeed(seed) });
}

/** What is known to be too few points for sound answers, as a sentence; undefined where nothing is amiss. */
export function adviceOf({ document, dimensions, seed }: Experiment): string | undefined {
  const kind = DESIGNS.find((each) => each.kind === document.design.kind);
  return kind?.advice?.({ options: document.design as never, dimensions, seed: designSeed(seed) });
}

/** World seeds end in a number, so no world has the seed of the design. */
export function designSeed(seed: string): string {
  return `${seed}/design`;
}

/** Problems that only show when a point is laid over the scenario as a whole, such as a world that does not fit. */
function wholeProblems(experiment: Experiment, catalogue: Catalogue, circumstances: Circumstances): Problem[] {
  const { document, seed } = experiment;
  const design = designOf(experiment);
  const runs = design.points * experiment.replicates;
  if (runs > MOST_RUNS) {
    const expected = `at most ${MOST_RUNS} runs`;
    return [{ path: "/design", value: `${runs} runs`, expected, mend: "Take fewer points or replicates." }];
  }
  const step = Math.max(1, Math.floor(design.points / PROBED));
  for (let index = 0; index < design.points; index += step) {
    const settings = { ...document.settings, ...design.point(index), seed };
    const resolved = resolve(document.scenario, { settings, without: document.without }, catalogue, circumstances);
    if (!resolved.ok) {
      return resolved.problems.map((problem) => ({ ...problem, path: `point ${index + 1}, ${problem.path}` }));
    }
  }
  return [];
}

/**
 * An experiment from a document, with everything that is wrong with it told before anything is run: a misspelt measure
 * or parameter, values out of their declared range, a design that does not fit its parameters.
 */
export function parseExperiment(
  content: unknown,
  catalogue: Catalogue,
  circumstances: Circumstances = {},
): Reply<Experiment> {
  const parsed = parseForm(experimentForm, keysAt, content);
  if (!parsed.ok) return parsed;
  const document = parsed.value as ExperimentDocument;
  const { scenario, settings, without, design, parameters = {}, measures, series, tables } = document;
  const bare = resolve(scenario, { without }, catalogue);
  if (!bare.ok) return bare;
  const { model } = bare.value.plan;

  const declared = new Map<string, Parameter>([["months", MONTHS]]);
  for (const [path, { parameter }] of parametersOf(model)) declared.set(path, parameter);
  const problems: Problem[] = [];
  for (const [path, value] of Object.entries(settings ?? {})) {
    const parameter = declared.get(path);
    const problem =
      pathProblem("/settings", path, declared) ?? (parameter && problemOf(`/settings/${path}`, parameter, value));
    if (problem !== undefined) problems.push(problem);
  }
  const dimensions: Dimension[] = [];
  for (const [path, range] of Object.entries(parameters)) {
    const wrong = pathProblem("/parameters", path, declared);
    const parameter = declared.get(path);
    if (wrong !== undefined || parameter === undefined) {
      if (wrong !== undefined) problems.push(wrong);
      continue;
    }
    if (Object.hasOwn(settings ?? {}, path)) {
      const mend = "Take it out of one of the two.";
      problems.push({ path: `/settings/${path}`, value: path, expected: "a setting that is not varied", mend });
    }
    problems.push(...rangeProblems(path, parameter, range));
    dimensions.push({ path, range, parameter });
  }
  const known = model.measures.map(({ id }) => id);
  problems.push(...measureProblems(measures ?? [], known), ...pointProblems(document, declared));
  if (tables !== undefined && model.id !== "distretto") {
    const expected = `no tables: ${model.id} has no networks of firms`;
    problems.push({ path: "/tables", value: shown(tables), expected, mend: "Leave them out." });
  }
  const seed = String(document.seed ?? bare.value.plan.seed);
  const kind = DESIGNS.find((each) => each.kind === design.kind);
  if (problems.length === 0 && kind !== undefined) {
    problems.push(...kind.problems({ options: design as never, dimensions, seed: designSeed(seed) }));
  }
  if (problems.length > 0) return { ok: false, problems };
  const base = resolve(scenario, { settings, without }, catalogue);
  if (!base.ok) return base;
  const experiment: Experiment = {
    document,
    base: base.value,
    dimensions,
    replicates: document.replicates ?? 1,
    seed,
    pairing: document.pairing ?? "common",
    measures: measures ?? known,
    series: series === undefined || series === false ? 0 : series,
    tables: tables ?? [],
  };
  const whole = wholeProblems(experiment, catalogue, circumstances);
  return whole.length > 0 ? { ok: false, problems: whole } : { ok: true, value: experiment };
}
