import type { Value } from "../kernel/params.ts";
import type { Reply } from "./reply.ts";

/** What may be asked of an experiment on the page: types only, plain data that crosses a worker's boundary. */

/** An experiment whose file has been checked. */
export interface ExperimentFacts {
  /** Null where the file gives none. */
  readonly title: string | null;
  readonly about: string | null;
  /** Name and title of its scenario. */
  readonly scenario: string;
  readonly scenarioTitle: string;
  readonly design: string;
  readonly points: number;
  readonly replicates: number;
  readonly runs: number;
  readonly parameters: readonly string[];
  readonly measures: readonly string[];
  /** A sentence on what is known to be too few points; null where nothing is amiss. */
  readonly advice: string | null;
}

export type RunCell = number | string | boolean | null;

export interface RunColumn {
  readonly name: string;
  readonly kind: "integer" | "number" | "text" | "flag";
}

/** Runs as the table `runs` has them: run, point, replicate, seed, status, error, parameters, measures, hash. */
export interface RunTable {
  readonly columns: readonly RunColumn[];
  readonly rows: readonly (readonly RunCell[])[];
}

export interface RunsProgress {
  readonly done: number;
  readonly of: number;
  /** Runs among them that failed. */
  readonly failed: number;
  /** Seconds that the rest will take, at the pace so far. */
  readonly left: number;
}

/** A run's world, as it is opened on the stage. */
export interface RunWorld {
  readonly scenario: string;
  /** The scenario itself, where it is not one of those that are shipped. */
  readonly document?: object;
  readonly seed: string;
  readonly settings: Readonly<Record<string, Value>>;
  /** The last month, of which the hash is. */
  readonly month: number;
}

/** One experiment in hand, and tables of its runs. */
export interface Experimenter {
  /** Checks an experiment's file, which is in hand then. */
  open(text: string): Promise<Reply<ExperimentFacts>>;
  /**
   * Plays some runs of the experiment in hand, spread evenly over all of them; a run that fails is a row that says why.
   * Ends early, with the rows there are, when it is stopped or another is asked for.
   */
  play(most: number, listen: (progress: RunsProgress) => void): Promise<RunTable>;
  /** Reads the table `runs` of a finished experiment: the text of a CSV file, or the bytes of a Parquet file. */
  read(file: string | ArrayBuffer): Promise<Reply<RunTable>>;
  /** The world of a row, or what keeps it from being shown; a row of another experiment than the one in hand is refused. */
  world(table: Pick<RunTable, "columns">, row: readonly RunCell[]): Promise<Reply<RunWorld>>;
  /** Stops what is being played. */
  stop(): Promise<void>;
}
