import { existsSync, statSync } from "node:fs";
import type { PreparedStudy, StudyRequest, Value } from "../../sim/index.ts";
import { Refusal, Study, pointName, prepareStudy } from "../../sim/index.ts";
import type { Plan, Results } from "../../sim/index.ts";
import { openFolder } from "../experiment/folder.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { checkMeasures, resultsOrTell } from "./analyse.ts";
import { LETTERS, NO_PROGRAMME, wrong } from "./studyArguments.ts";
import type { Surroundings } from "./verb.ts";

/** A study from the folder of an experiment that has run: its points are the options, nothing is played. */
export interface FolderStudy {
  readonly study: Study;
  readonly prepared: PreparedStudy;
  /** Laid over the scenario in all options. */
  readonly layer: Readonly<Record<string, Value>>;
  /** The file of a scenario of one's own. */
  readonly file: string | null;
  /** Pairs at each point where assumptions are tried, unless another number is asked for. */
  readonly doubt: number;
}

type Wanted = Pick<StudyRequest, "target" | "budget" | "valuation">;

/** What an experiment says itself, as the command line calls it. */
const OF_EXPERIMENT = ["replicates", "precision", "stopEarly", "seed", "months", "firms"] as const;

export function isFolder(text: string): boolean {
  return !CATALOGUE.scenarios.has(text) && existsSync(text) && statSync(text).isDirectory();
}

/** @throws {Refusal} where something is asked beside a folder that its experiment has settled */
export function refuseBeside(
  folder: string,
  others: readonly string[],
  options: Readonly<Partial<Record<(typeof OF_EXPERIMENT)[number], unknown>>> & {
    readonly set: readonly string[];
    readonly without: readonly string[];
  },
): void {
  const given = OF_EXPERIMENT.filter((name) => options[name] !== undefined).map((name) =>
    name === "stopEarly" ? "--stop-early" : `--${name}`,
  );
  if (options.set.length > 0) given.push("--set");
  if (options.without.length > 0) given.push("--without");
  const mend = `${folder} is an experiment that has run: leave it out, or name the options instead of the folder.`;
  const expected = "nothing beside the folder of an experiment";
  const problems = [...others, ...given].map((value) => ({ path: "options", value, expected, mend }));
  if (problems.length > 0) throw new Refusal(problems);
}

/** @throws {Refusal} where a plan holds no options against each other on the same worlds */
function refuseOther({ experiment, design }: Plan, path: string): void {
  const { document, pairing, replicates } = experiment;
  const most = LETTERS.length + 1;
  const mend = `Plan a list or a factorial design of 2 to ${most} points with common pairing, or use \`distretto analyse\`.`;
  const refuse = (value: string, expected: string): never => {
    throw wrong(path, value, expected, mend);
  };
  const { kind } = document.design;
  if (kind !== "list" && kind !== "factorial")
    refuse(`the design ${kind}`, "a comparison: a list or a factorial design");
  if (design.points < 2 || design.points > most)
    refuse(`${design.points} points`, `a comparison of 2 to ${most} points`);
  if (pairing !== "common") refuse(`pairing ${pairing}`, "common pairing, the same worlds at every point");
  if (replicates < 2) refuse(`${replicates} replicate`, "at least 2 replicates");
}

/** Places of the points, the baseline last: the one without brokers, or else the last. */
function inOrder({ experiment, design }: Plan): number[] {
  const places = Array.from({ length: design.points }, (_, at) => at);
  const isNone = (at: number): boolean =>
    (design.point(at)["brokers.count"] ?? experiment.base.values["brokers.count"]) === 0;
  const none = places.findLast(isNone) ?? design.points - 1;
  return [...places.filter((at) => at !== none), none];
}

/** Hands the worlds of the experiment to a study, as if they had just been played. */
function filled(prepared: PreparedStudy, order: readonly number[], { values, experiment }: Results): Study {
  const study = new Study(prepared);
  const { replicates, measures } = experiment;
  const month = prepared.comparison.months;
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (const point of order) {
      const at = point * replicates + replicate;
      const read = Object.fromEntries(measures.map((id) => [id, values.get(id)?.[at] ?? null]));
      study.add({ hash: "", readings: [{ month, measures: read }], ends: null });
    }
  }
  return study;
}

/**
 * The study that an experiment's folder holds; undefined where runs are missing, which is told.
 *
 * @param names of the options, in the order of the points without the baseline's
 * @throws {Refusal} where the experiment compares nothing, has failed runs, or did not keep what is asked about
 */
export function studyOfFolder(
  path: string,
  wanted: Wanted,
  names: readonly string[],
  surroundings: Surroundings,
): FolderStudy | undefined {
  const folder = openFolder(path);
  const { plan } = folder;
  refuseOther(plan, path);
  const { document, seed, replicates, measures } = plan.experiment;
  checkMeasures([wanted.target.measure], measures, "--target");
  const results = resultsOrTell(folder, surroundings);
  if (results === undefined) return undefined;
  if (results.failed > 0) {
    const mend = "Look for the reason in results/runs.csv, mend it and plan the experiment anew.";
    throw wrong(path, `${results.failed} runs that failed`, "an experiment whose runs have all succeeded", mend);
  }
  const order = inOrder(plan);
  const layer = (document.settings ?? {}) as Readonly<Record<string, Value>>;
  const arms = order.map((point, at) => {
    const settings: Record<string, Value> = { ...plan.design.point(point) };
    const isLast = at === order.length - 1;
    const count = settings["brokers.count"] ?? plan.experiment.base.values["brokers.count"];
    // Named where the scenario itself is the baseline, so that everybody sees what it is.
    if (isLast && count === 0) settings["brokers.count"] = 0;
    const own = isLast && count === 0 ? NO_PROGRAMME : pointName(plan.design.point(point));
    return { name: names[at] ?? own, scenario: document.scenario, settings };
  });
  const request: StudyRequest = {
    arms,
    replicates,
    seed,
    settings: layer,
    without: document.without,
    ...wanted,
  };
  const prepared = prepareStudy(request, CATALOGUE);
  if (!prepared.ok) throw new Refusal(prepared.problems);
  const file = typeof document.scenario === "string" ? null : "experiment.json";
  return { study: filled(prepared.value, order, results), prepared: prepared.value, layer, file, doubt: 0 };
}
