import type { Cell, Experiment, Plan, PlannedRun, RunRecord, TableName } from "../../sim/index.ts";
import type { Failure, Outcome } from "../host/crew.ts";

/** What is kept of a run: one line of JSON in a part. A run that failed has a row as well, and says why. */
export interface Row extends RunRecord {
  readonly run: number;
  readonly status: "ok" | Failure;
  /** Months in their order, each followed by its measures, where a series was asked for. */
  readonly months?: readonly (readonly (number | null)[])[];
  /** Tables that were asked for. */
  readonly tables?: Readonly<Partial<Record<TableName, readonly (readonly Cell[])[]>>>;
}

const LONGEST_ERROR = 500;

/** The row of a run. Nothing in it tells when or where it was played. */
export function rowOf({ experiment }: Plan, { run }: PlannedRun, outcome: Outcome): Row {
  if (outcome.status !== "ok") {
    const error = outcome.error.slice(0, LONGEST_ERROR);
    return { run, status: outcome.status, error, hash: null, measures: [] };
  }
  const { readings, hash, tables = {} } = outcome.result;
  const values = (at: number) => experiment.measures.map((id) => readings[at].measures[id]);
  return {
    run,
    status: "ok",
    error: null,
    hash,
    measures: values(readings.length - 1),
    ...(experiment.series > 0 && { months: readings.map(({ month }, at) => [month, ...values(at)]) }),
    ...(experiment.tables.length > 0 && { tables }),
  };
}

export function lineOf(row: Row): string {
  return JSON.stringify(row);
}

export function rowOfLine(line: string): Row {
  return JSON.parse(line) as Row;
}

/** About how many bytes a row takes, before any was played. */
export function usualRowBytes({ measures, series, tables, base }: Experiment): number {
  const { months } = base.plan;
  const firms = base.values["firms.count"];
  const CELL = 12;
  const readings = series === 0 ? 1 : 2 + Math.floor(months / series);
  const PER_FIRM: Readonly<Record<TableName, number>> = { firms: 40, networks: 4, events: 30, net: 40 };
  const count = typeof firms === "number" ? firms : 0;
  const cells = tables.reduce((sum, name) => sum + PER_FIRM[name] * count, measures.length * readings);
  return 120 + CELL * cells;
}
