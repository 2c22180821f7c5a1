import type { Catalogue } from "../scenario/catalogue.ts";
import { chainOf } from "../scenario/catalogue.ts";
import { parseScenario } from "../scenario/parse.ts";
import type { Design, Point } from "./design/design.ts";
import type { Experiment } from "./experiment.ts";
import { designOf } from "./experiment.ts";
import type { ExperimentDocument } from "./form.ts";
import type { WorldJob } from "./world.ts";

/**
 * The plan of an experiment: which runs there are, which world each of them plays, and how they are cut into shards. A
 * run is a pure function of the model version, the scenario, its settings and its world seed; nothing here depends on
 * order, worker, host or time.
 */
export const PLAN_FORMAT = "distretto/plan/1";

/** One run; runs, points and replicates are counted from 1. */
export interface PlannedRun {
  readonly run: number;
  readonly point: number;
  readonly replicate: number;
  /** The world's seed. */
  readonly seed: string;
}

/** Runs from one number to another, both among them. */
export interface RunRange {
  readonly from: number;
  readonly to: number;
}

export interface Plan {
  readonly experiment: Experiment;
  readonly design: Design;
  readonly runs: number;
  /** Runs in every shard but the last, which may have fewer. */
  readonly shardRuns: number;
  readonly shards: number;
}

/** Firm-months of a shard: about a minute of one core. */
const SHARD_WORK = 20_000_000;
/** An array of jobs may have no more tasks in a usual Slurm. */
const MOST_SHARDS = 1000;
/** So many shards at least, where there are as many runs, so that small experiments spread over machines as well. */
const FEWEST_SHARDS = 16;
/** Firms taken for models that have none. */
const USUAL_FIRMS = 1000;
const PROBED = 64;

/** Indices of some points spread over the design. */
export function probed(design: Design): number[] {
  const step = Math.max(1, Math.floor(design.points / PROBED));
  return Array.from({ length: Math.min(PROBED, design.points) }, (_, at) => at * step);
}

/** Firm-months of a point's world. */
export function firmMonths({ base }: Experiment, point: Point): number {
  const value = (path: string, other: number) => {
    const found = point[path] ?? base.values[path];
    return typeof found === "number" ? found : other;
  };
  return value("firms.count", USUAL_FIRMS) * value("months", 0);
}

/** Firm-months of a run, mean over the design. */
export function meanFirmMonths(experiment: Experiment, design: Design): number {
  const some = probed(design);
  let sum = 0;
  for (const index of some) sum += firmMonths(experiment, design.point(index));
  return sum / some.length;
}

function usualShard(experiment: Experiment, design: Design, runs: number): number {
  const fitting = Math.max(1, Math.round(SHARD_WORK / Math.max(1, meanFirmMonths(experiment, design))));
  return Math.max(Math.min(fitting, Math.ceil(runs / FEWEST_SHARDS)), Math.ceil(runs / MOST_SHARDS));
}

/** @param shardRuns as the experiment was once planned; what is usual where it is left out */
export function planOf(experiment: Experiment, shardRuns?: number): Plan {
  const design = designOf(experiment);
  const runs = design.points * experiment.replicates;
  const size = shardRuns ?? usualShard(experiment, design, runs);
  return { experiment, design, runs, shardRuns: size, shards: Math.ceil(runs / size) };
}

/** Who a run is. @param run from 1 */
export function runOf({ experiment }: Plan, run: number): PlannedRun {
  const { replicates, seed, pairing } = experiment;
  const point = Math.floor((run - 1) / replicates) + 1;
  const replicate = ((run - 1) % replicates) + 1;
  return {
    run,
    point,
    replicate,
    seed: pairing === "common" ? `${seed}/${replicate}` : `${seed}/${point}/${replicate}`,
  };
}

/** The runs of a shard. @param shard from 1 */
export function shardOf({ shardRuns, runs }: Plan, shard: number): RunRange {
  return { from: (shard - 1) * shardRuns + 1, to: Math.min(runs, shard * shardRuns) };
}

/** The settings of a run's world, its seed among them. */
export function settingsOfRun(plan: Plan, { point, seed }: PlannedRun): WorldJob["settings"] {
  const { document } = plan.experiment;
  return { ...document.settings, ...plan.design.point(point - 1), seed };
}

/** Months of which the measures are kept. */
function monthsRead({ series }: Experiment, last: number): WorldJob["read"] {
  if (series === 0) return "last";
  if (series === 1) return "every";
  return Array.from({ length: Math.floor(last / series) + 1 }, (_, at) => at * series);
}

/** The world that a run plays. */
export function jobOf(plan: Plan, planned: PlannedRun): WorldJob {
  const { experiment } = plan;
  const { document, measures, tables, base } = experiment;
  const settings = settingsOfRun(plan, planned);
  const months = typeof settings.months === "number" ? settings.months : base.plan.months;
  return {
    scenario: document.scenario,
    settings,
    without: document.without ?? [],
    read: monthsRead(experiment, months),
    ends: false,
    measures,
    tables,
  };
}

/** What of a file decides its runs; titles do not. */
export function essence(document: ExperimentDocument): Omit<ExperimentDocument, "title" | "about" | "$schema"> {
  const { title: _title, about: _about, $schema: _schema, ...rest } = document;
  return rest;
}

/**
 * Everything that decides the results, as one text: the plan's hash is taken of it. The scenario is among it with all it
 * extends, for shipped files may change between versions.
 */
export function planText({ experiment }: Plan, modelVersion: string, catalogue: Catalogue): string {
  const { document } = experiment;
  const own =
    typeof document.scenario === "string"
      ? catalogue.scenarios.get(document.scenario)
      : scenarioDocument(document.scenario);
  const chain = own && chainOf(own, catalogue);
  if (chain?.ok !== true) throw new Error("The scenario of a checked experiment is missing.");
  return JSON.stringify([PLAN_FORMAT, modelVersion, chain.value, essence(document), experiment.seed]);
}

function scenarioDocument(document: object) {
  const parsed = parseScenario(document);
  return parsed.ok ? parsed.value : undefined;
}
