/**
 * Distretto as a library, the same in Node and in browsers:
 *
 *     import { compare, openScenario, run } from "distretto";
 *
 *     const result = await run("honduras", { seed: "7", settings: { "brokers.count": 0 } });
 *     const world = openScenario("honduras");
 *     world.playTo(66);
 *     console.log(world.measure("networks.alive"));
 *
 * Bad input is refused with a `Refusal`, whose `problems` say where, what was found, what was expected and how to mend
 * it. Everything runs in the calling thread; `run` and `compare` give it back now and then.
 */
import type { Precision, Resolved, Value } from "../sim/index.ts";
import { Refusal, Run, prepareComparison, resolve, runComparison, splitArm } from "../sim/index.ts";
import type { ComparisonDocument, RunDocument } from "./host/documents.ts";
import { comparisonDocument, runDocument } from "./host/documents.ts";
import { playHere, runHere } from "./host/jobs.ts";
import { PRODUCT } from "./host/opened.ts";
import { CATALOGUE } from "./host/shipped.ts";

export type { Comparison, Descriptions, Precision, Problem, Value } from "../sim/index.ts";
export { Refusal } from "../sim/index.ts";
export type { ComparisonDocument, RunDocument } from "./host/documents.ts";
export { PRODUCT };

/** Name of a shipped scenario, or a scenario document. */
export type Scenario = string | object;

/** What is laid over a scenario; goes before everything the scenario says. */
export interface WorldOptions {
  /** The same text gives the same world for ever. */
  readonly seed?: string | number;
  readonly months?: number;
  /** Settings by path, as in `{ "brokers.count": 0 }`. */
  readonly settings?: Readonly<Record<string, Value>>;
  /** Ids of mechanisms to leave out. */
  readonly without?: readonly string[];
}

export interface RunOptions extends WorldOptions {
  /** Whether to read all measures every month; they then stand in `series`. */
  readonly series?: boolean;
  /** Told of every month that has been played. */
  readonly onMonth?: (month: number) => void;
}

export interface CompareOptions extends WorldOptions {
  /** Pairs of worlds; 20 where it is left out. World r has the seed `SEED/r`. */
  readonly replicates?: number;
  /** Ends at the planned look at which every difference is so well known; `replicates` is then the most, 200 where it is left out. */
  readonly precision?: Precision;
  /** Told after each world how many are done, of how many at most. */
  readonly onWorld?: (done: number, all: number) => void;
}

/** One option of a comparison: `SCENARIO`, `SCENARIO:path=value,path=value`, or a scenario with settings of its own. */
export type ArmOption =
  string | { readonly name: string; readonly scenario: Scenario; readonly settings?: Readonly<Record<string, Value>> };

function settingsOf({ seed, months, settings }: WorldOptions): Record<string, Value> {
  return { ...settings, ...(seed !== undefined && { seed }), ...(months !== undefined && { months }) };
}

function resolved(scenario: Scenario, options: WorldOptions): Resolved {
  const reply = resolve(scenario, { settings: settingsOf(options), without: options.without }, CATALOGUE);
  if (!reply.ok) throw new Refusal(reply.problems);
  return reply.value;
}

/** A world to be played by hand, month by month. */
export interface OpenWorld {
  readonly scenario: string;
  readonly title: string;
  readonly seed: string;
  /** Months the scenario is meant to be played. */
  readonly months: number;
  readonly settings: Readonly<Record<string, Value>>;
  /** The month that was played last. */
  readonly month: number;
  step(): void;
  playTo(month: number): void;
  /** One measure now; undefined where there is none of that name. */
  measure(id: string): number | null | undefined;
  measures(): Record<string, number | null>;
  /** The state hash of the month that was played last. */
  hash(): string;
}

/**
 * Opens a world at month 0.
 *
 * @throws {Refusal} where scenario or options have problems
 */
export function openScenario(scenario: Scenario, options: WorldOptions = {}): OpenWorld {
  const { name, title, plan, values } = resolved(scenario, options);
  const world = new Run(plan);
  return {
    scenario: name,
    title,
    seed: plan.seed,
    months: plan.months,
    settings: values,
    get month() {
      return world.month;
    },
    step: () => world.step(),
    playTo: (month) => world.playTo(month),
    measure: (id) => world.measure(id),
    measures: () => world.measures(),
    hash: () => world.hash(),
  };
}

/**
 * Plays one world to its end: what `distretto run SCENARIO --json` prints.
 *
 * @throws {Refusal} (as a rejection) where scenario or options have problems
 */
export async function run(scenario: Scenario, options: RunOptions = {}): Promise<RunDocument> {
  const found = resolved(scenario, options);
  const read = options.series ? "every" : "last";
  const job = { scenario, settings: settingsOf(options), without: options.without ?? [], read, ends: false } as const;
  return runDocument(found, await playHere(job, CATALOGUE, options.onMonth), options.series ?? false);
}

/**
 * Plays the same worlds in every arm, the last of which is the baseline: what `distretto compare A B --json` prints.
 *
 * @throws {Refusal} (as a rejection) where arms or options have problems
 */
export async function compare(arms: readonly ArmOption[], options: CompareOptions = {}): Promise<ComparisonDocument> {
  const { seed, replicates, precision, without, ...others } = options;
  const request = {
    arms: arms.map((arm) => (typeof arm === "string" ? { name: arm, ...splitArm(arm) } : arm)),
    replicates,
    precision,
    seed: seed === undefined ? undefined : String(seed),
    settings: settingsOf(others),
    without,
  };
  const prepared = prepareComparison(request, CATALOGUE);
  if (!prepared.ok) throw new Refusal(prepared.problems);
  return comparisonDocument(await runComparison(prepared.value, runHere(CATALOGUE), options.onWorld));
}

export { describeMain as describe } from "./host/describeMain.ts";
