import type { SettingsChange } from "../contract.ts";
import type { Value } from "../kernel/params.ts";
import { Refusal } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import { MeasureLog } from "../observe/index.ts";
import { Run } from "../run.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import type { Circumstances } from "../scenario/resolve.ts";
import { resolve } from "../scenario/resolve.ts";
import type { Ledger } from "./ledger.ts";
import { Bookkeeper } from "./ledger.ts";
import type { Cell, TableName } from "./tables.ts";
import { tableOf } from "./tables.ts";
import type { FirmEnds } from "./twins.ts";
import { endsOf } from "./twins.ts";

/** One world to be played, as plain data: the same job gives the same result in-process, in a worker or elsewhere. */
export interface WorldJob {
  /** Name of a shipped scenario, or a document. */
  readonly scenario: unknown;
  /** Laid over the scenario; `seed` and `months` among them. */
  readonly settings: Readonly<Record<string, Value>>;
  readonly without: readonly string[];
  /** Settings that change while the world runs. */
  readonly changes?: readonly SettingsChange[];
  /** Months after which all measures are read; the last one is read in any case unless the list is "none". */
  readonly read: "none" | "last" | "every" | readonly number[];
  /** Whether all firms are wanted as they are at the end, or at each reading, to match them with their twins. */
  readonly ends: boolean | "each";
  /** Ids of measures that are read after every month; few of them cost little. */
  readonly watch?: readonly string[];
  /** Whether the books of the programme and of all firms are wanted, month by month. */
  readonly ledger?: boolean;
  /** Ids of the measures to read; all where it is left out. */
  readonly measures?: readonly string[] | undefined;
  /** Tables of the last month that are wanted; only the main model has them. */
  readonly tables?: readonly TableName[] | undefined;
}

/** Measures at the end of a month. */
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
  /** The watched measures: entry m is month m, NaN where there is no value. Only where any were wanted. */
  readonly courses?: Readonly<Record<string, Float64Array>>;
  /** Only where it was wanted and the model has money. */
  readonly ledger?: Ledger;
  /** Those that were wanted. */
  readonly tables?: Readonly<Partial<Record<TableName, readonly (readonly Cell[])[]>>>;
}

/** Plays jobs somewhere; the results come in the order of the jobs. */
export type Runner = (jobs: Iterable<WorldJob>) => AsyncIterable<WorldResult>;

function isRead(read: WorldJob["read"], month: number, last: number): boolean {
  if (read === "none") return false;
  return month === last || read === "every" || (read !== "last" && read.includes(month));
}

function watchedOf(model: Model, ids: readonly string[]): Model["measures"] {
  return model.measures.filter(({ id }) => ids.includes(id));
}

function coursesOf(log: MeasureLog<never, never>, last: number): NonNullable<WorldResult["courses"]> {
  const { measures } = log.upTo(last);
  const column = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? NaN);
  return Object.fromEntries(Object.entries(measures).map(([id, values]) => [id, column(values)]));
}

/**
 * Plays a world to its end, yielding each month that has been played, so that whoever drives it can let others speak.
 *
 * @param circumstances where it is played: a world that would not fit there is refused
 * @throws {Refusal} where the job has problems; callers check before
 */
export function* play(
  job: WorldJob,
  catalogue: Catalogue,
  circumstances: Circumstances = {},
): Generator<number, WorldResult, undefined> {
  const resolved = resolve(job.scenario, job, catalogue, circumstances);
  if (!resolved.ok) throw new Refusal(resolved.problems);
  const { plan } = resolved.value;
  const { tables = [], measures: wanted } = job;
  const watched = watchedOf(plan.model, job.watch ?? []);
  const measures = job.read !== "none" || job.ends !== false || watched.length > 0 || tables.includes("net");
  const decisions = tables.includes("events") || tables.includes("net");
  const run = new Run(plan, { measures, decisions });
  const readings: Reading[] = [];
  const log = new MeasureLog(watched);
  const books = job.ledger === true ? Bookkeeper.of(run) : null;
  for (;;) {
    if (watched.length > 0) log.note(run.world, run.memory);
    books?.note();
    if (isRead(job.read, run.month, plan.months)) {
      const ends = job.ends === "each" ? { ends: endsOf(run) } : {};
      readings.push({ month: run.month, measures: run.measures(wanted), ...ends });
    }
    yield run.month;
    if (run.month >= plan.months) break;
    run.step();
  }
  return {
    hash: run.hash(),
    readings,
    ends: job.ends === true ? endsOf(run) : null,
    ...(watched.length > 0 && { courses: coursesOf(log, plan.months) }),
    ...(books !== null && { ledger: books.ledger }),
    tables: Object.fromEntries(tables.map((name) => [name, tableOf(run, name)])),
  };
}
