import type { Experiment } from "./experiment.ts";
import type { Plan, PlannedRun } from "./plan.ts";
import type { Cell, TableColumn } from "./tables.ts";

/** The table `runs`: a row for every run, with what was varied, what was measured and the hash of its world. */

/** What is kept of a run for the table. */
export interface RunRecord {
  readonly status: string;
  readonly error: string | null;
  /** State hash of the last month. */
  readonly hash: string | null;
  /** In the order of the experiment's measures; empty for a run that failed. */
  readonly measures: readonly (number | null)[];
}

export function measureColumns({ measures }: Experiment): TableColumn[] {
  return measures.map((name) => ({ name, kind: "number" }));
}

/** Columns of the table of runs. */
export function runColumns({ experiment, design }: Plan): TableColumn[] {
  const kinds = { integer: "integer", number: "number", choice: "text", flag: "flag" } as const;
  const varied = design.names.map((name): TableColumn => {
    const dimension = experiment.dimensions.find(({ path }) => path === name);
    const known = experiment.base.values[name];
    const usual = typeof known === "number" ? "number" : typeof known === "boolean" ? "flag" : "text";
    return { name, kind: dimension === undefined ? usual : kinds[dimension.parameter.kind] };
  });
  return [
    { name: "run", kind: "integer" },
    { name: "point", kind: "integer" },
    { name: "replicate", kind: "integer" },
    { name: "seed", kind: "text" },
    { name: "status", kind: "text" },
    { name: "error", kind: "text" },
    ...varied,
    ...measureColumns(experiment),
    { name: "hash", kind: "text" },
  ];
}

/** A run of the table of runs. What a point leaves out is as in the scenario. */
export function runCells({ experiment, design }: Plan, planned: PlannedRun, record: RunRecord): Cell[] {
  const point = design.point(planned.point - 1);
  const { base, measures } = experiment;
  const { run, replicate, seed } = planned;
  return [
    run,
    planned.point,
    replicate,
    seed,
    record.status,
    record.error,
    ...design.names.map((name) => point[name] ?? base.values[name] ?? null),
    ...measures.map((_, at) => record.measures[at] ?? null),
    record.hash,
  ];
}
