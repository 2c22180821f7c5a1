import type { Comparison, ComparisonRequest, Reply, Stopping } from "../contract.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean } from "../kernel/problem.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import type { Circumstances, Resolved } from "../scenario/resolve.ts";
import { resolve } from "../scenario/resolve.ts";
import { areKnown, lookPairs } from "./looks.ts";
import { Pairs } from "./paired.ts";
import type { Runner, WorldJob, WorldResult } from "./world.ts";

export const MOST_REPLICATES = 100_000;
const MOST_ARMS = 20;
const REPLICATES = 20;
/** The most pairs that a stated precision is waited for, unless another number is asked for. */
const MOST_FOR_PRECISION = 200;

/** A comparison whose arms are all known to run. */
export interface PreparedComparison {
  readonly request: ComparisonRequest;
  readonly arms: readonly Resolved[];
  readonly seed: string;
  readonly months: number;
  readonly replicates: number;
}

/** Checks all arms before anything is run. */
export function prepareComparison(
  request: ComparisonRequest,
  catalogue: Catalogue,
  circumstances: Circumstances = {},
): Reply<PreparedComparison> {
  const problems: Problem[] = [];
  const count = request.arms.length;
  if (count < 2 || count > MOST_ARMS) {
    const mend = "Name an option and, last, the baseline.";
    problems.push({ path: "arms", value: String(count), expected: `from 2 to ${MOST_ARMS} arms`, mend });
  }
  const otherwise = request.precision === undefined ? REPLICATES : MOST_FOR_PRECISION;
  const replicates = request.replicates ?? otherwise;
  if (!Number.isInteger(replicates) || replicates < 1 || replicates > MOST_REPLICATES) {
    const expected = `a whole number from 1 to ${MOST_REPLICATES}`;
    problems.push({ path: "replicates", value: String(replicates), expected, mend: `Leave it out for ${otherwise}.` });
  }
  const arms: Resolved[] = [];
  for (const { name, scenario, settings } of request.arms) {
    const overrides = { settings: { ...request.settings, ...settings }, without: request.without };
    const resolved = resolve(scenario, overrides, catalogue, circumstances);
    if (resolved.ok) arms.push(resolved.value);
    else problems.push(...resolved.problems.map((problem) => ({ ...problem, path: `${name}, ${problem.path}` })));
    if (settings !== undefined && Object.hasOwn(settings, "seed")) {
      const expected = "one seed for all arms, so that worlds are pairs";
      problems.push({
        path: `${name}, seed`,
        value: String(settings.seed),
        expected,
        mend: "Use the seed of the comparison.",
      });
    }
  }
  problems.push(...precisionProblems(request, arms));
  if (problems.length > 0) return { ok: false, problems };
  const months = arms.map((arm) => arm.plan.months);
  if (months.some((each) => each !== months[0])) {
    const mend = "Give the comparison a number of months.";
    return {
      ok: false,
      problems: [{ path: "months", value: months.join(", "), expected: "the same for all arms", mend }],
    };
  }
  const seed = request.seed ?? arms[0].plan.seed;
  return { ok: true, value: { request, arms, seed, months: months[0], replicates } };
}

/** What stands in the way of a stated precision. */
function precisionProblems({ precision }: ComparisonRequest, arms: readonly Resolved[]): Problem[] {
  if (precision === undefined) return [];
  const { measure, half } = precision;
  const problems: Problem[] = [];
  const without = arms.find(({ plan }) => !plan.model.measures.some(({ id }) => id === measure));
  if (without !== undefined) {
    const ids = without.plan.model.measures.map(({ id }) => id);
    const mend = didYouMean(measure, ids, "Run `distretto describe measure` for the list.");
    problems.push({ path: "precision.measure", value: measure, expected: "a measure of every arm", mend });
  }
  if (!(half > 0 && half <= 1e9)) {
    const mend = "It is half the width of the interval, in the measure's own unit.";
    problems.push({ path: "precision.half", value: String(half), expected: "a number above 0", mend });
  }
  return problems;
}

/** How many worlds a comparison plays; at most, where it may end at a planned look. */
export function comparisonWorlds({ arms, replicates }: PreparedComparison): number {
  return arms.length * replicates;
}

/**
 * The worlds of a comparison, world by world and arm by arm; made one at a time, however many there are.
 *
 * @param wanted what is wanted of each world beside its last measures
 */
export function* comparisonJobs(
  { request, seed, replicates }: PreparedComparison,
  wanted: Partial<Pick<WorldJob, "ends" | "watch" | "ledger">> = { ends: true },
): Generator<WorldJob> {
  for (let world = 1; world <= replicates; world++) {
    for (const { scenario, settings } of request.arms) {
      yield {
        scenario,
        settings: { ...request.settings, ...settings, seed: `${seed}/${world}` },
        without: request.without ?? [],
        read: "last",
        ends: false,
        ...wanted,
      };
    }
  }
}

/** Runs a comparison. @param note is told how many worlds are done, of how many */
export async function runComparison(
  prepared: PreparedComparison,
  run: Runner,
  note: (done: number, all: number) => void = () => undefined,
): Promise<Comparison> {
  const pairs = new Pairs(
    prepared.request.arms.map((arm) => arm.name),
    prepared.months,
  );
  const all = comparisonWorlds(prepared);
  const looks = lookPairs(prepared.replicates);
  let done = 0;
  let count = 0;
  let worlds: WorldResult[] = [];
  for await (const result of run(comparisonJobs(prepared))) {
    worlds.push(result);
    note((done += 1), all);
    if (worlds.length < prepared.arms.length) continue;
    pairs.add(worlds);
    worlds = [];
    count += 1;
    if (looks.includes(count) && stoppingOf(prepared, pairs, count)?.reached) break;
  }
  return comparisonOf(prepared, pairs, count);
}

/** What has come of the stated precision after so many pairs; undefined where none is stated. */
export function stoppingOf(
  { request, replicates }: PreparedComparison,
  pairs: Pairs,
  count: number,
): Stopping | undefined {
  if (request.precision === undefined) return undefined;
  const { measure, half } = request.precision;
  const looks = lookPairs(replicates);
  const values = request.arms.map((_, arm) => pairs.values(arm, measure));
  return {
    measure,
    half,
    planned: replicates,
    looks,
    taken: looks.filter((each) => each <= count).length,
    reached: areKnown(values, half),
  };
}

/** The comparison after so many pairs. */
export function comparisonOf(prepared: PreparedComparison, pairs: Pairs, count: number): Comparison {
  const { request, arms, seed, months } = prepared;
  const results = arms.map(({ name, values }, arm) => ({
    name: request.arms[arm].name,
    scenario: name,
    settings: values,
    measures: pairs.summaries(arm),
  }));
  const differences = results.slice(0, -1).map((_, arm) => pairs.against(arm));
  const { additionality } = differences[0];
  const stopping = stoppingOf(prepared, pairs, count);
  return { seed, months, replicates: count, arms: results, differences, additionality, ...(stopping && { stopping }) };
}
