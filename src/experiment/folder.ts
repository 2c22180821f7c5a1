import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Experiment, ExperimentDocument, Plan, Problem } from "../../sim/index.ts";
import { PLAN_FORMAT, Refusal, essence, parseExperiment, parseJson, planOf, planText, shown } from "../../sim/index.ts";
import { PRODUCT } from "../host/opened.ts";
import { CATALOGUE } from "../host/shipped.ts";
import type { Disk } from "./disk.ts";
import { StagedFile, writeWhole } from "./disk.ts";

/** The folder of an experiment: everything about it, and all that came of it. */
export interface Folder {
  readonly path: string;
  readonly plan: Plan;
  /** SHA-256 of everything that decides the results. */
  readonly hash: string;
}

/** `plan.json`: written once and never changed. */
interface PlanFile {
  readonly format: typeof PLAN_FORMAT;
  readonly product: string;
  readonly version: string;
  readonly modelVersion: string;
  readonly hash: string;
  readonly scenario: string;
  readonly seed: string;
  readonly points: number;
  readonly replicates: number;
  readonly runs: number;
  readonly shardRuns: number;
  readonly shards: number;
  readonly experiment: ExperimentDocument;
}

export const FOLDERS = ["parts", "logs", "results", "slurm"] as const;

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function planHash(plan: Plan): string {
  return hashOf(planText(plan, PRODUCT.modelVersion, CATALOGUE));
}

/** What differs between two documents, as problems: path, what is there now, what was planned. */
function differences(now: unknown, planned: unknown, path: string): Problem[] {
  if (JSON.stringify(now) === JSON.stringify(planned)) return [];
  const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
  if (isObject(now) && isObject(planned) && Array.isArray(now) === Array.isArray(planned)) {
    const keys = [...new Set([...Object.keys(planned), ...Object.keys(now)])];
    const value = (of: object, key: string): unknown => (of as Record<string, unknown>)[key];
    const found = keys.flatMap((key) => differences(value(now, key), value(planned, key), `${path}/${key}`));
    if (found.length > 0) return found;
  }
  const text = (value: unknown) => (value === undefined ? "nothing" : shown(value));
  const mend = "Put it back, or plan the changed experiment in a new folder.";
  return [{ path: path || "/", value: text(now), expected: `${text(planned)}, as planned`, mend }];
}

/** @throws {Refusal} where the file is not there, or no plan of ours */
function readPlan(path: string): PlanFile {
  const file = join(path, "plan.json");
  const refuse = (value: string, expected: string, mend: string): never => {
    throw new Refusal([{ path: file, value, expected, mend }]);
  };
  if (!existsSync(file)) {
    return refuse("missing", "the folder of an experiment", "Make one with `distretto plan EXPERIMENT DIR`.");
  }
  const parsed = parseJson(readFileSync(file, "utf8"), file);
  if (!parsed.ok) throw new Refusal(parsed.problems);
  const found = parsed.value as Partial<PlanFile> | null;
  if (found?.format !== PLAN_FORMAT || typeof found.hash !== "string" || !Number.isInteger(found.shardRuns)) {
    return refuse(shown(found?.format), PLAN_FORMAT, "Plan the experiment anew in another folder.");
  }
  return found as PlanFile;
}

/** @param content what the experiment's file holds */
function opened(content: unknown, room: number | undefined): Experiment {
  const parsed = parseExperiment(content, CATALOGUE, room === undefined ? {} : { room });
  if (!parsed.ok) throw new Refusal(parsed.problems);
  return parsed.value;
}

/** Refuses where an experiment is not the one that was planned in a folder. */
function refuseChanged(experiment: Experiment, planned: PlanFile): void {
  const found = differences(essence(experiment.document), essence(planned.experiment), "");
  if (found.length > 0) throw new Refusal(found);
}

/**
 * Opens the folder of a planned experiment.
 *
 * @param content an experiment that must be the planned one; where it is left out the file in the folder must be
 * @throws {Refusal} where there is none, the experiment has changed, or its runs would give other results today
 */
export function openFolder(path: string, content?: unknown): Folder {
  const planned = readPlan(path);
  const own = join(path, "experiment.json");
  const parsed = parseJson(readFileSync(own, "utf8"), own);
  if (!parsed.ok) throw new Refusal(parsed.problems);
  refuseChanged(opened(parsed.value, undefined), planned);
  const experiment = opened(content ?? parsed.value, undefined);
  refuseChanged(experiment, planned);
  const plan = planOf(experiment, planned.shardRuns);
  const hash = planHash(plan);
  if (hash !== planned.hash) {
    const now = `model ${PRODUCT.modelVersion} of ${PRODUCT.product} ${PRODUCT.version}`;
    const then = `model ${planned.modelVersion} of ${planned.product} ${planned.version}`;
    const mend = "Use the version it was planned with, or plan it anew in another folder.";
    throw new Refusal([{ path: join(path, "plan.json"), value: now, expected: `${then} with its scenarios`, mend }]);
  }
  return { path, plan, hash };
}

/** Whether a folder holds a plan. */
export function isPlanned(path: string): boolean {
  return existsSync(join(path, "plan.json"));
}

/** @throws {Refusal} where something else stands there */
function refuseStrange(path: string): void {
  if (!existsSync(path)) return;
  let names: readonly string[] | undefined;
  try {
    names = readdirSync(path);
  } catch {
    names = undefined;
  }
  // What a planning that was cut off has left is ours.
  const ours = new Set<string>([...FOLDERS, "experiment.json", "design.jsonl", "lock"]);
  const strange = names?.find((name) => !ours.has(name) && !name.startsWith("."));
  if (names !== undefined && strange === undefined) return;
  const value = strange === undefined ? "a file" : `a folder with ${shown(strange)} in it`;
  throw new Refusal([{ path, value, expected: "a new or empty folder", mend: "Choose another one." }]);
}

/** The design as lines of JSON, one a point. */
export function* designLines({ design }: Plan): Generator<string> {
  for (let index = 0; index < design.points; index++) {
    yield `${JSON.stringify({ point: index + 1, ...design.point(index) })}\n`;
  }
}

/** An experiment that has been checked, and the plan of it. */
export function prepare(content: unknown, room: number): { readonly plan: Plan; readonly hash: string } {
  const plan = planOf(opened(content, room));
  return { plan, hash: planHash(plan) };
}

/**
 * Makes the folder of an experiment; `plan.json` is written last, so that a folder either holds a whole plan or none.
 *
 * @throws {Refusal} where something else stands there
 */
export function makeFolder(disk: Disk, path: string, plan: Plan, hash: string): Folder {
  refuseStrange(path);
  disk.makeFolder(path);
  for (const name of FOLDERS) disk.makeFolder(join(path, name));
  const { experiment, design, runs, shardRuns, shards } = plan;
  const { document, base, replicates, seed } = experiment;
  writeWhole(disk, join(path, "experiment.json"), `${JSON.stringify(document, null, 2)}\n`);
  const lines = new StagedFile(disk, path, "design.jsonl");
  try {
    for (const line of designLines(plan)) lines.write(line);
    lines.place();
  } catch (error) {
    lines.drop();
    throw error;
  }
  const file: PlanFile = {
    format: PLAN_FORMAT,
    ...PRODUCT,
    hash,
    scenario: base.name,
    seed,
    points: design.points,
    replicates,
    runs,
    shardRuns,
    shards,
    experiment: document,
  };
  writeWhole(disk, join(path, "plan.json"), `${JSON.stringify(file, null, 2)}\n`);
  return { path, plan, hash };
}
