import { parametersOf } from "../scenario/parameters.ts";
import type { Figure, PreparedArm, PreparedCheck } from "./checks.ts";
import { figuresOf } from "./checks.ts";
import type { KeptValue } from "./sharedWorlds.ts";
import { SEED, SharedWorlds } from "./sharedWorlds.ts";
import type { Verdict } from "./verdict.ts";
import { verdictOf } from "./verdict.ts";
import type { Runner, WorldJob } from "./world.ts";

/** What came of a check: the figures are those of the claim that decided, the first that was missed or else the first. */
export interface PatternResult extends Omit<Verdict, "claim" | "kind" | "parts"> {
  readonly id: string;
  readonly text: string;
  /** For a check that is missed: what was tried. */
  readonly tried: string | undefined;
  /** World r has the seed `SEED/r`. */
  readonly seed: string;
  /** Months in which it is read. */
  readonly months: readonly number[];
  /** Parameters whose declared source says that they were chosen to make this check hold. */
  readonly tuned: readonly string[];
  readonly claims: readonly Verdict[];
  /** What came of it without what defines it; missed is right. */
  readonly bare: { readonly what: string; readonly held: boolean; readonly claims: readonly Verdict[] } | undefined;
}

/** A check that could not be run. */
export interface PatternFailure {
  readonly id: string;
  readonly text: string;
  readonly error: string;
}

/** Parameters with `tuned: P4` as their source, where the check is P4. */
export function tunedTo({ check, arms }: PreparedCheck): string[] {
  const isTuned = new RegExp(`\\btuned:.*\\b${check.id}\\b`);
  const paths = [...arms.values()].flatMap(({ resolved }) =>
    [...parametersOf(resolved.plan.model).values()]
      .filter(({ parameter }) => isTuned.test(parameter.source))
      .map(({ path }) => path),
  );
  return [...new Set(paths)];
}

/** Where checks are run and what is told meanwhile. */
export interface Checking {
  readonly run: Runner;
  /** Worlds of each arm. */
  readonly replicates: number;
  /** Makes a short text of a long one, another for each; keys of kept values are made of it. */
  readonly shorten?: (text: string) => string;
  /** Values that are known from an earlier time. */
  readonly known?: Iterable<KeptValue> | undefined;
  /** Told of the values that became known with a world. */
  readonly keep?: ((values: readonly KeptValue[]) => void) | undefined;
  /** Told after each world how many are done, of how many. */
  readonly note?: (done: number, all: number) => void;
}

/** A world to be played, and the check that was the first to ask for it. */
interface Task {
  readonly check: number;
  readonly arm: string;
  readonly world: number;
}

/** Worlds that are still to be played for checks, in their order; each once. */
function tasksOf(asked: readonly (readonly string[])[], worlds: SharedWorlds, replicates: number): Task[] {
  const tasks: Task[] = [];
  const planned = new Set<string>();
  asked.forEach((arms, check) => {
    const fresh = arms.filter((arm) => !planned.has(arm));
    for (const arm of fresh) planned.add(arm);
    for (let world = 1; world <= replicates; world++) {
      for (const arm of fresh) if (worlds.isWanted(arm, world)) tasks.push({ check, arm, world });
    }
  });
  return tasks;
}

function resultOf(prepared: PreparedCheck, worlds: SharedWorlds, replicates: number): PatternResult {
  const { check, bare } = prepared;
  const { id, text, tried, seed, defining } = check;
  const verdicts = (arms: PreparedCheck["arms"]) => {
    const valuesOf = (figure: Figure) => worlds.valuesOf(figure, arms, seed, replicates);
    return check.claims.map((claim) => verdictOf(claim, valuesOf));
  };
  const claims = verdicts(prepared.arms);
  const { held, figure, low, high, t, n } = claims.find((each) => !each.held) ?? claims[0];
  const without = bare && verdicts(bare);
  const monthOf = ({ arm, month }: Figure) => month ?? (prepared.arms.get(arm) as PreparedArm).resolved.plan.months;
  const months = [...new Set(check.claims.flatMap(figuresOf).map(monthOf))].sort((a, b) => a - b);
  return {
    ...{ id, text, tried, seed: seed ?? SEED, months, tuned: tunedTo(prepared), held, figure, low, high, t, n, claims },
    bare: without && { what: defining?.what ?? "", held: without.every((each) => each.held), claims: without },
  };
}

/**
 * Runs checks, each world once however many of them ask for it. Results come in the order of the checks, each as soon
 * as its last world has been played. Where a world fails, the check that asked for it first fails; the others go on.
 */
export async function* runChecks(
  checks: readonly PreparedCheck[],
  { run, replicates, shorten = (text) => text, known = [], keep, note }: Checking,
): AsyncGenerator<PatternResult | PatternFailure> {
  const worlds = new SharedWorlds(shorten);
  for (const value of known) worlds.know(value);
  const asked = checks.map((check) => worlds.ask(check));
  let next = 0;
  while (next < checks.length) {
    const from = next;
    const tasks = tasksOf(asked.slice(from), worlds, replicates);
    let done = 0;
    const jobs = function* (): Generator<WorldJob> {
      for (const { arm, world } of tasks) yield worlds.jobOf(arm, world);
    };
    const isReady = () => next < checks.length && (done === tasks.length || from + tasks[done].check > next);
    while (isReady()) yield resultOf(checks[next++], worlds, replicates);
    try {
      for await (const result of tasks.length === 0 ? [] : run(jobs())) {
        const { arm, world } = tasks[done];
        const values = worlds.take(arm, world, result);
        done += 1;
        keep?.(values);
        note?.(done, tasks.length);
        while (isReady()) yield resultOf(checks[next++], worlds, replicates);
      }
    } catch (error) {
      if (next >= checks.length) throw error;
      const { id, text } = checks[next].check;
      next += 1;
      yield { id, text, error: error instanceof Error ? error.message : String(error) };
    }
  }
}
