import { parametersOf } from "../scenario/parameters.ts";
import type { Figure, PreparedCheck } from "./checks.ts";
import { figuresOf } from "./checks.ts";
import { comparable } from "./paired.ts";
import type { Verdict } from "./verdict.ts";
import { verdictOf } from "./verdict.ts";
import type { Runner, WorldJob } from "./world.ts";

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

/** The worlds of a check, world by world and arm by arm: the same seed in every arm. */
function* jobsOf(prepared: PreparedCheck, replicates: number): Generator<WorldJob> {
  const { check } = prepared;
  for (let world = 1; world <= replicates; world++) {
    for (const { name, scenario, settings } of check.arms) {
      const seed = `${check.seed ?? check.id}/${world}`;
      yield { scenario, settings: { ...settings, seed }, without: [], read: monthsRead(prepared, name), ends: false };
    }
  }
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
  const keyOf = ({ arm, measure, month }: Figure) =>
    JSON.stringify([arm, measure, month ?? arms.get(arm)?.plan.months]);
  const figures = check.claims.flatMap(figuresOf);
  for (const figure of figures) values.set(keyOf(figure), []);
  let at = 0;
  for await (const { readings } of run(jobsOf(prepared, replicates))) {
    const { name } = check.arms[at++ % check.arms.length];
    for (const { month, measures } of readings) {
      for (const [measure, value] of Object.entries(measures)) {
        values.get(keyOf({ arm: name, measure, month }))?.push(comparable(measure, value, month));
      }
    }
    note();
  }
  const claims = check.claims.map((claim) => verdictOf(claim, (figure) => values.get(keyOf(figure)) ?? []));
  const { claim: _, ...decisive } = claims.find(({ held }) => !held) ?? claims[0];
  return { id: check.id, text: check.text, tuned: tunedTo(prepared), ...decisive, claims };
}
