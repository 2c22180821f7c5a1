import type { Reply, SettingsChange } from "../contract.ts";
import type { Parameter, Value } from "../kernel/params.ts";
import { problemOf } from "../kernel/params.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean, nearest, shown } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import type { RunPlan } from "../run.ts";
import { actsOf } from "./acts.ts";
import type { Catalogue } from "./catalogue.ts";
import { MAIN_MODEL, chainOf, unknownScenario } from "./catalogue.ts";
import type { RawChange } from "./changes.ts";
import { settledChanges } from "./changes.ts";
import { settingsOfEntries } from "./entries.ts";
import { givenOf } from "./firms.ts";
import { tooLarge } from "./fit.ts";
import type { Declared } from "./parameters.ts";
import { LONGEST_SEED, MONTHS, SEED, parametersOf } from "./parameters.ts";
import { parseScenario } from "./parse.ts";
import { placesOf } from "./places.ts";
import { projectsOf } from "./projects.ts";
import type { ScenarioDocument } from "./schema.ts";
import { inLanguage } from "./words.ts";

/** What is laid over a scenario from outside; goes before everything the scenario says. */
export interface Overrides {
  /** By path; `seed` and `months` may stand among them. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Mechanisms to leave out. */
  readonly without?: readonly string[] | undefined;
  /** What a person decides for firms, as `Act` objects. */
  readonly acts?: readonly unknown[] | undefined;
  /** Settings that change while the world runs. */
  readonly changes?: readonly RawChange[] | undefined;
}

/** Where and for whom a scenario is resolved. */
export interface Circumstances {
  readonly language?: string;
  /** Bytes that a world may take; no limit where it is left out. */
  readonly room?: number;
}

/** A scenario with everything laid over it, complete and checked. */
export interface Resolved {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly question: string;
  readonly sources: readonly string[];
  readonly plan: RunPlan;
  /** Every setting by path, `seed` and `months` among them. */
  readonly values: Readonly<Record<string, Value>>;
  /** What changes while the world runs, by month. */
  readonly changes: readonly SettingsChange[];
}

/** The value of a chain of documents that the last one to name it gives. */
function lastOf<K extends keyof ScenarioDocument>(chain: readonly ScenarioDocument[], key: K): ScenarioDocument[K] {
  return chain.findLast((document) => document[key] !== undefined)?.[key] as ScenarioDocument[K];
}

/** Settings as one map: the chain's, later documents over earlier ones, then the overrides. */
function layered(
  chain: readonly ScenarioDocument[],
  overrides: Overrides,
  declared: ReadonlyMap<string, Declared>,
  problems: Problem[],
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const document of chain) {
    for (const [path, value] of settingsOfEntries(document, declared, problems)) values.set(path, value);
    if (document.seed !== undefined) values.set("seed", document.seed);
    if (document.months !== undefined) values.set("months", document.months);
    for (const [path, value] of Object.entries(document.settings ?? {})) values.set(path, value);
  }
  for (const [path, value] of Object.entries(overrides.settings ?? {})) values.set(path, value);
  return values;
}

function seedProblem(value: unknown): Problem | undefined {
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === "string" && text.length > 0 && text.length <= LONGEST_SEED) return undefined;
  const expected = `text of 1 to ${LONGEST_SEED} characters, or a whole number`;
  return { path: "seed", value: shown(value), expected, mend: `Leave it out for the seed ${SEED}.` };
}

function unknownPath(path: string, model: Model, known: Iterable<string>): Problem {
  const which = model.id === MAIN_MODEL ? "" : ` --model ${model.id}`;
  const otherwise = `Run \`distretto describe parameter${which}\` for the list.`;
  const name = path === "" || path.length > 80 ? shown(path) : path;
  return {
    path: name,
    value: "unknown",
    expected: `a setting of ${model.id}`,
    mend: didYouMean(path, known, otherwise),
  };
}

/** Every setting but the seed. */
function settings(declared: ReadonlyMap<string, Declared>): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>([["months", MONTHS]]);
  for (const [path, { parameter }] of declared) parameters.set(path, parameter);
  return parameters;
}

/** Checks every value against its declaration and fills in what is not set. */
function settle(
  model: Model,
  parameters: ReadonlyMap<string, Parameter>,
  given: ReadonlyMap<string, unknown>,
  problems: Problem[],
): Map<string, Value> {
  const values = new Map<string, Value>([["seed", SEED]]);
  for (const [path, parameter] of parameters) values.set(path, parameter.start);
  for (const [path, value] of given) {
    const parameter = parameters.get(path);
    const problem =
      path === "seed"
        ? seedProblem(value)
        : parameter === undefined
          ? unknownPath(path, model, values.keys())
          : problemOf(path, parameter, value);
    if (problem !== undefined) problems.push(problem);
    else values.set(path, path === "seed" ? String(value) : (value as Value));
  }
  return values;
}

function mechanismProblems(model: Model, without: readonly string[]): Problem[] {
  const ids = model.schedule.map((mechanism) => mechanism.id);
  return without
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const near = nearest(id, ids);
      const mend = near === undefined ? `Choose one of ${ids.join(", ")}.` : `Did you mean ${near}?`;
      return { path: "without", value: shown(id), expected: `a mechanism of ${model.id}`, mend };
    });
}

/** Settings by group and name, as a model reads them. */
function grouped(declared: ReadonlyMap<string, Declared>, values: ReadonlyMap<string, Value>): RunPlan["settings"] {
  const settings: Record<string, Record<string, Value>> = {};
  for (const { path, group, name } of declared.values()) (settings[group] ??= {})[name] = values.get(path) as Value;
  // A copy by spread gives the engine an object of fixed shape, the same for every world; after so many additions by
  // name it would keep a dictionary, and every look at a rule in a loop would be a search.
  return { ...settings };
}

/** Changes as complete settings: each holds what the ones before it have changed. */
function inCourse(
  declared: ReadonlyMap<string, Declared>,
  values: ReadonlyMap<string, Value>,
  changes: readonly SettingsChange[],
): RunPlan["changes"] {
  const now = new Map(values);
  return changes.map(({ month, settings: changed }) => {
    for (const [path, value] of Object.entries(changed)) now.set(path, value);
    return { month, settings: grouped(declared, now) };
  });
}

function open(scenario: unknown, catalogue: Catalogue): Reply<readonly ScenarioDocument[]> {
  if (typeof scenario !== "string") {
    const parsed = parseScenario(scenario);
    return parsed.ok ? chainOf(parsed.value, catalogue) : parsed;
  }
  const document = catalogue.scenarios.get(scenario);
  if (document === undefined) return { ok: false, problems: [unknownScenario("scenario", scenario, catalogue)] };
  return chainOf(document, catalogue);
}

/**
 * Makes a plan of a scenario and what is laid over it, or says everything that is wrong with them. What is set from
 * outside goes before a region's own values, and these before the scenario's settings; the model sees to the regions.
 *
 * @param scenario the name of a shipped scenario, or a document
 */
export function resolve(
  scenario: unknown,
  overrides: Overrides,
  catalogue: Catalogue,
  circumstances: Circumstances = {},
): Reply<Resolved> {
  const opened = open(scenario, catalogue);
  if (!opened.ok) return opened;
  const chain = opened.value;
  const { name } = chain[chain.length - 1];
  const modelId = lastOf(chain, "model") ?? MAIN_MODEL;
  const model = catalogue.models.get(modelId);
  if (model === undefined) {
    const known = [...catalogue.models.keys()];
    const mend = didYouMean(modelId, known, `Leave it out for ${MAIN_MODEL}.`);
    return {
      ok: false,
      problems: [{ path: "/model", value: shown(modelId), expected: `one of ${known.join(", ")}`, mend }],
    };
  }

  const problems: Problem[] = [];
  const declared = parametersOf(model);
  const parameters = settings(declared);
  const values = settle(model, parameters, layered(chain, overrides, declared, problems), problems);
  const forced = new Set(Object.keys(overrides.settings ?? {}));
  const unknown = (path: string) => unknownPath(path, model, parameters.keys());
  const changes = settledChanges(chain, overrides.changes ?? [], forced, parameters, unknown, problems);
  const without = overrides.without ?? [];
  problems.push(...mechanismProblems(model, without));
  const language = circumstances.language ?? "en";
  const places = placesOf({ regions: lastOf(chain, "regions"), sectors: lastOf(chain, "sectors") }, language, problems);
  const projects = projectsOf(lastOf(chain, "projects"), model, language, problems);
  if (!declared.has("region.count")) {
    for (const list of ["regions", "sectors"] as const) {
      if (places[list].length === 0) continue;
      const expected = `no ${list}: ${model.id} makes no use of them`;
      problems.push({ path: `/${list}`, value: `${places[list].length} ${list}`, expected, mend: "Leave them out." });
    }
  } else if (places.regions.length > 0) {
    const count = places.regions.length;
    if (forced.has("region.count") && values.get("region.count") !== count) {
      const expected = `${count}, for ${name} names its own regions`;
      problems.push({
        path: "region.count",
        value: String(values.get("region.count")),
        expected,
        mend: "Leave it out.",
      });
    }
    values.set("region.count", count);
  }
  const firms = { firms: lastOf(chain, "firms"), ties: lastOf(chain, "ties") };
  const given = givenOf(firms, places, model, problems);
  if (given !== undefined) {
    const count = given.firms.length;
    if (forced.has("firms.count") && values.get("firms.count") !== count) {
      const value = String(values.get("firms.count"));
      const expected = `${count}, for ${name} names its own firms`;
      problems.push({ path: "firms.count", value, expected, mend: "Leave it out." });
    }
    values.set("firms.count", count);
  }
  const acts = actsOf(
    overrides.acts,
    model,
    Number(values.get("firms.count") ?? 0),
    Number(values.get("months")),
    problems,
  );
  if (problems.length > 0) return { ok: false, problems };

  const plan: RunPlan = {
    model,
    settings: grouped(declared, values),
    forced,
    ...places,
    projects,
    acts,
    seed: values.get("seed") as string,
    months: values.get("months") as number,
    without,
    changes: inCourse(declared, values, changes),
    given,
  };
  const large = circumstances.room === undefined ? undefined : tooLarge(plan, circumstances.room);
  if (large !== undefined) return { ok: false, problems: [large] };
  const words = (key: "title" | "about" | "question") => inLanguage(lastOf(chain, key), language);
  return {
    ok: true,
    value: {
      name,
      title: words("title") ?? name,
      about: words("about") ?? "",
      question: words("question") ?? "",
      sources: (lastOf(chain, "sources") ?? []).map((source) => inLanguage(source, language) ?? ""),
      plan,
      values: Object.fromEntries(values),
      changes,
    },
  };
}
