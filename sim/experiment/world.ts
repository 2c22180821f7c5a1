import type { Value } from "../kernel/params.ts";
import { Refusal } from "../kernel/problem.ts";
import { Run } from "../run.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import { resolve } from "../scenario/resolve.ts";
import type { FirmEnds } from "./twins.ts";
import { endsOf } from "./twins.ts";

/** One world to be played, as plain data: the same job gives the same result in-process, in a worker or elsewhere. */
export interface WorldJob {
  /** Name of a shipped scenario, or a document. */
  readonly scenario: unknown;
  /** Laid over the scenario; `seed` and `months` among them. */
  readonly settings: Readonly<Record<string, Value>>;
  readonly without: readonly string[];
  /** Months after which all measures are read; the last one is read in any case unless the list is "none". */
  readonly read: "none" | "last" | "every" | readonly number[];
  /** Whether all firms are wanted as they are at the end, or at each reading, to match them with their twins. */
  readonly ends: boolean | "each";
}

/** All measures at the end of a month. */
export interface Reading {
  readonly month: number;
  readonly measures: Readonly<Record<string, number | null>>;
  /** The firms as they are then, where the job wants them at each reading. */
  readonly ends?: FirmEnds | null;
}

/** What came of a world. */
export interface WorldResult {
  readonly hash: string;
  readonly readings: readonly Reading[];
  /** Null where they were not wanted, or the model's firms have no birth keys. */
  readonly ends: FirmEnds | null;
}

/** Plays jobs somewhere; the results come in the order of the jobs. */
export type Runner = (jobs: Iterable<WorldJob>) => AsyncIterable<WorldResult>;

function isRead(read: WorldJob["read"], month: number, last: number): boolean {
  if (read === "none") return false;
  return month === last || read === "every" || (read !== "last" && read.includes(month));
}

/**
 * Plays a world to its end, yielding each month that has been played, so that whoever drives it can let others speak.
 *
 * @throws {Refusal} where the job has problems; callers check before
 */
export function* play(job: WorldJob, catalogue: Catalogue): Generator<number, WorldResult, undefined> {
  const resolved = resolve(job.scenario, job, catalogue);
  if (!resolved.ok) throw new Refusal(resolved.problems);
  const { plan } = resolved.value;
  const run = new Run(plan, { measures: job.read !== "none" || job.ends !== false, decisions: false });
  const readings: Reading[] = [];
  for (;;) {
    if (isRead(job.read, run.month, plan.months)) {
      const ends = job.ends === "each" ? { ends: endsOf(run) } : {};
      readings.push({ month: run.month, measures: run.measures(), ...ends });
    }
    yield run.month;
    if (run.month >= plan.months) break;
    run.step();
  }
  return { hash: run.hash(), readings, ends: job.ends === true ? endsOf(run) : null };
}
