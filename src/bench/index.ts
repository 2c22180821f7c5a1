import type { Problem, RunPlan, Value } from "../../sim/index.ts";
import { Refusal, Run, resolve, shown, stateBytesOf } from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";

/** How fast worlds are played: wall time of the months alone, after warm-up, one thread. */

/** What is raced, by name. */
const RACES: ReadonlyMap<string, { readonly scenario: string; readonly months: number }> = new Map([
  ["dyadic-trust", { scenario: "reference/dyadic-trust", months: 120 }],
  ["honduras", { scenario: "honduras", months: 120 }],
]);

const FIRMS = 10_000;
/** Full runs before anything is measured, and measured runs; the median counts. */
const WARM_UP = 2;
const MEASURED = 3;

export interface BenchOptions {
  /** Name of one race; all where it is left out. */
  readonly only?: string | undefined;
  /** How many firms; checked like the setting `firms.count`. */
  readonly firms?: unknown;
  readonly threads?: unknown;
}

export interface BenchRow {
  readonly name: string;
  readonly firms: number;
  readonly months: number;
  readonly threads: number;
  readonly nsPerFirmMonth: number;
  /** State alone: what the hash covers. */
  readonly bytesPerFirm: number;
}

function problemsOf({ only, threads }: BenchOptions): Problem[] {
  const problems: Problem[] = [];
  if (only !== undefined && !RACES.has(only)) {
    const expected = `one of ${[...RACES.keys()].join(", ")}`;
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

/** Milliseconds that the months of one world take; making the world does not count. */
function race(plan: RunPlan): { ms: number; bytes: number } {
  const run = new Run(plan, { measures: false, decisions: false });
  const start = performance.now();
  run.playTo(plan.months);
  return { ms: performance.now() - start, bytes: stateBytesOf(run) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Runs the races.
 *
 * @param note is told before each run what is being run
 * @throws {Refusal} where the options or the size cannot be used
 */
export function bench(options: BenchOptions, note: (text: string) => void = () => undefined): BenchRow[] {
  const problems = problemsOf(options);
  if (problems.length > 0) throw new Refusal(problems);
  const chosen = [...RACES].filter(([name]) => options.only === undefined || options.only === name);
  return chosen.map(([name, { scenario, months }]) => {
    const plan = planOf(scenario, options.firms ?? FIRMS, months);
    const firms = plan.settings.firms.count as number;
    const times: number[] = [];
    let bytes = 0;
    for (let at = 0; at < WARM_UP + MEASURED; at++) {
      note(`${name}: run ${at + 1} of ${WARM_UP + MEASURED}`);
      const result = race(plan);
      bytes = result.bytes;
      if (at >= WARM_UP) times.push(result.ms);
    }
    const nsPerFirmMonth = (median(times) * 1e6) / (firms * months);
    return { name, firms, months, threads: 1, nsPerFirmMonth, bytesPerFirm: bytes / firms };
  });
}
