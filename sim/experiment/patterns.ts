import { parametersOf } from "../scenario/parameters.ts";
import type { Figure, PreparedCheck } from "./checks.ts";
import { CAUSAL, figuresOf } from "./checks.ts";
import { comparable } from "./paired.ts";
import { compareTwins } from "./twins.ts";
import type { Resolved } from "../scenario/resolve.ts";
import type { Verdict } from "./verdict.ts";
import { verdictOf } from "./verdict.ts";
import type { Runner, WorldJob, WorldResult } from "./world.ts";

/** What came of a check: the figures are those of the claim that decided, the first that was missed or else the first. */
export interface PatternResult extends Omit<Verdict, "claim"> {
  readonly id: string;
  readonly text: string;
  /** Parameters whose declared source says that they were chosen to make this check hold. */
  readonly tuned: readonly string[];
  readonly claims: readonly Verdict[];
}

/** Months in which any claim reads an arm. */
function monthsRead({ check }: PreparedCheck, arm: string): number[] {
  const figures = check.claims.flatMap(figuresOf).filter((figure) => figure.arm === arm);
  return [...new Set(figures.flatMap(({ month }) => (month === undefined ? [] : [month])))];
}

/** Arms whose firms are held against those of another. */
function armsOfTwins({ check }: PreparedCheck): Set<string> {
  const figures = check.claims.flatMap(figuresOf);
  return new Set(figures.flatMap(({ arm, against }) => (against === undefined ? [] : [arm, against])));
}

/** The worlds of a check, world by world and arm by arm: the same seed in every arm. */
function* jobsOf(prepared: PreparedCheck, replicates: number): Generator<WorldJob> {
  const { check } = prepared;
  const twins = armsOfTwins(prepared);
  for (let world = 1; world <= replicates; world++) {
    for (const { name, scenario, settings } of check.arms) {
      const seed = `${check.seed ?? check.id}/${world}`;
      const read = monthsRead(prepared, name);
      yield { scenario, settings: { ...settings, seed }, without: [], read, ends: twins.has(name) };
    }
  }
}

/** The value of a figure in one world, played in every arm. */
function valueOf(figure: Figure, prepared: PreparedCheck, world: ReadonlyMap<string, WorldResult>): number | null {
  const { arm, measure, against } = figure;
  const result = world.get(arm) as WorldResult;
  if (measure === CAUSAL && against !== undefined) {
    const { ends: theirs } = world.get(against) as WorldResult;
    return result.ends && theirs ? compareTwins(result.ends, theirs).causal : null;
  }
  const month = figure.month ?? (prepared.arms.get(arm) as Resolved).plan.months;
  const reading = result.readings.find((each) => each.month === month);
  return comparable(measure, reading?.measures[measure] ?? null, month);
}

/** Parameters with `tuned: P4` as their source, where the check is P4. */
export function tunedTo({ check, arms }: PreparedCheck): string[] {
  const isTuned = new RegExp(`\\btuned:.*\\b${check.id}\\b`);
  const paths = [...arms.values()].flatMap(({ plan }) =>
    [...parametersOf(plan.model).values()]
      .filter(({ parameter }) => isTuned.test(parameter.source))
      .map(({ path }) => path),
  );
  return [...new Set(paths)];
}

/** Runs one check. @param note is told after each world */
export async function runCheck(
  prepared: PreparedCheck,
  replicates: number,
  run: Runner,
  note: () => void = () => undefined,
): Promise<PatternResult> {
  const { check, arms } = prepared;
  const values = new Map<string, (number | null)[]>();
  const keyOf = ({ arm, measure, month, against }: Figure) =>
    JSON.stringify([arm, measure, month ?? arms.get(arm)?.plan.months, against]);
  const figures = new Map(check.claims.flatMap(figuresOf).map((figure) => [keyOf(figure), figure]));
  for (const key of figures.keys()) values.set(key, []);
  let world = new Map<string, WorldResult>();
  for await (const result of run(jobsOf(prepared, replicates))) {
    world.set(check.arms[world.size].name, result);
    note();
    if (world.size < check.arms.length) continue;
    for (const [key, figure] of figures) values.get(key)?.push(valueOf(figure, prepared, world));
    world = new Map();
  }
  const claims = check.claims.map((claim) => verdictOf(claim, (figure) => values.get(keyOf(figure)) ?? []));
  const { claim: _, ...decisive } = claims.find(({ held }) => !held) ?? claims[0];
  return { id: check.id, text: check.text, tuned: tunedTo(prepared), ...decisive, claims };
}
