import type { Comparison, ComparisonRequest, Reply } from "../contract.ts";
import type { Problem } from "../kernel/problem.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import type { Circumstances, Resolved } from "../scenario/resolve.ts";
import { resolve } from "../scenario/resolve.ts";
import { Pairs } from "./paired.ts";
import type { Runner, WorldJob, WorldResult } from "./world.ts";

export const MOST_REPLICATES = 100_000;
const MOST_ARMS = 20;
const REPLICATES = 20;

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
  const replicates = request.replicates ?? REPLICATES;
  if (!Number.isInteger(replicates) || replicates < 1 || replicates > MOST_REPLICATES) {
    const expected = `a whole number from 1 to ${MOST_REPLICATES}`;
    problems.push({ path: "replicates", value: String(replicates), expected, mend: `Leave it out for ${REPLICATES}.` });
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

/** How many worlds a comparison plays. */
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
  let done = 0;
  let worlds: WorldResult[] = [];
  for await (const result of run(comparisonJobs(prepared))) {
    worlds.push(result);
    note((done += 1), all);
    if (worlds.length < prepared.arms.length) continue;
    pairs.add(worlds);
    worlds = [];
  }
  return comparisonOf(prepared, pairs, prepared.replicates);
}

/** The comparison after so many pairs. */
export function comparisonOf(
  { request, arms, seed, months }: PreparedComparison,
  pairs: Pairs,
  count: number,
): Comparison {
  const results = arms.map(({ name, values }, arm) => ({
    name: request.arms[arm].name,
    scenario: name,
    settings: values,
    measures: pairs.summaries(arm),
  }));
  const differences = results.slice(0, -1).map((_, arm) => pairs.against(arm));
  const { additionality } = differences[0];
  return { seed, months, replicates: count, arms: results, differences, additionality };
}
