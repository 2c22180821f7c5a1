import { median } from "simple-statistics";
import type { Problem, RunPlan, Snapshot, Value } from "../../sim/index.ts";
import { Refusal, Run, resolve, shown, stateBytesOf } from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { cProgram } from "./cProgram.ts";
import { plainObjects } from "./plainObjects.ts";
import type { Found } from "./rival.ts";

/** How fast worlds are played: wall time of the months alone, after warm-up, one thread. */

interface Course {
  readonly scenario: string;
  readonly months: number;
  /** Measured runs, of which the median counts. */
  readonly runs: number;
  /** Other programs for the same rules. */
  readonly rivals: readonly ((folder: URL, plan: RunPlan) => Found | Promise<Found>)[];
}

const COURSES: ReadonlyMap<string, Course> = new Map<string, Course>([
  ["dyadic-trust", { scenario: "reference/dyadic-trust", months: 120, runs: 7, rivals: [cProgram, plainObjects] }],
  ["honduras", { scenario: "honduras", months: 120, runs: 3, rivals: [] }],
]);

/** Benches of their own. */
export const PAGE = "page";
export const BATCH = "batch";
export const COMPARE = "compare";

export const COURSE_NAMES = [...COURSES.keys(), BATCH, COMPARE, PAGE];

const FIRMS = 10_000;
/** Full runs before anything is measured. */
const WARM_UP = 2;
/** Runs beside each rival, by turns. */
const PAIRS = 7;

export interface BenchOptions {
  /** Name of one course; all where it is left out. */
  readonly only?: string | undefined;
  /** How many firms; checked like the setting `firms.count`. */
  readonly firms?: unknown;
  readonly threads?: unknown;
  /** Where the sources of rivals lie. */
  readonly folder: URL;
}

/** Our time next to a rival's, pair by pair. */
export interface Comparison {
  readonly rival: string;
  /** Median of our time over its time. */
  readonly ratio: number;
  readonly pairs: number;
}

export interface BenchRow {
  readonly name: string;
  readonly firms: number;
  readonly months: number;
  readonly threads: number;
  readonly nsPerFirmMonth: number;
  /** State alone: what the hash covers. */
  readonly bytesPerFirm: number;
  readonly comparisons: readonly Comparison[];
  /** Why there is no comparison, a sentence for each rival that could not run. */
  readonly missing: readonly string[];
}

function problemsOf({ only, threads }: BenchOptions): Problem[] {
  const problems: Problem[] = [];
  if (only !== undefined && !COURSE_NAMES.includes(only)) {
    const expected = `one of ${COURSE_NAMES.join(", ")}`;
    problems.push({ path: "--only", value: only, expected, mend: "Leave it out for all." });
  }
  if (threads !== undefined && threads !== 1) {
    const mend = "Leave it out. Batches use a thread for each world.";
    problems.push({ path: "--threads", value: shown(threads), expected: "1: one thread plays a world", mend });
  }
  return problems;
}

function planOf(scenario: string, firms: unknown, months: number): RunPlan {
  const resolved = resolve(scenario, { settings: { "firms.count": firms as Value, months } }, CATALOGUE);
  if (!resolved.ok) throw new Refusal(resolved.problems);
  return resolved.value.plan;
}

/** Plays the months of a world from its start, with its recorder: nanoseconds a firm-month. */
function play(run: Run, start: Snapshot, firms: number): number {
  run.restore(start);
  const began = performance.now();
  run.playTo(run.plan.months);
  return ((performance.now() - began) * 1e6) / (firms * run.plan.months);
}

async function race(name: string, course: Course, options: BenchOptions, note: Note): Promise<BenchRow> {
  const plan = planOf(course.scenario, options.firms ?? FIRMS, course.months);
  const firms = plan.settings.firms.count as number;
  note(`${name}: getting ready`);
  const run = new Run(plan, { measures: true, decisions: false });
  const start = run.snapshot();
  for (let at = 0; at < WARM_UP; at++) play(run, start, firms);
  const ours = Array.from({ length: course.runs }, (_, at) => {
    note(`${name}: run ${at + 1} of ${course.runs}`);
    return play(run, start, firms);
  });
  const comparisons: Comparison[] = [];
  const missing: string[] = [];
  // One rival after the other, so that none is in the way of another.
  for (const find of course.rivals) {
    const found = await find(options.folder, plan);
    if ("missing" in found) {
      missing.push(found.missing);
      continue;
    }
    try {
      found.rival.run();
      const ratios = Array.from({ length: PAIRS }, (_, at) => {
        note(`${name}: beside ${found.rival.name}, pair ${at + 1} of ${PAIRS}`);
        return play(run, start, firms) / found.rival.run();
      });
      comparisons.push({ rival: found.rival.name, ratio: median(ratios), pairs: PAIRS });
    } finally {
      found.rival.end();
    }
  }
  return {
    name,
    firms,
    months: course.months,
    threads: 1,
    nsPerFirmMonth: median(ours),
    bytesPerFirm: stateBytesOf(run) / firms,
    comparisons,
    missing,
  };
}

/** Is told before each run what is being run. */
type Note = (text: string) => void;

/**
 * Runs the races, one after the other.
 * @throws {Refusal} where the options or the size cannot be used
 */
export async function bench(options: BenchOptions, note: Note = () => undefined): Promise<BenchRow[]> {
  const problems = problemsOf(options);
  if (problems.length > 0) throw new Refusal(problems);
  const rows: BenchRow[] = [];
  for (const [name, course] of COURSES) {
    if (options.only === undefined || options.only === name) rows.push(await race(name, course, options, note));
  }
  return rows;
}
