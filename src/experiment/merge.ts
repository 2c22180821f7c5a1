import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Cell, TableColumn, TableName } from "../../sim/index.ts";
import { TABLE_COLUMNS, measureColumns, runCells, runColumns, runOf } from "../../sim/index.ts";
import { csvLine } from "../formats/csv.ts";
import { parquetStream } from "../formats/parquet.ts";
import type { Disk } from "./disk.ts";
import { StagedFile, writeWhole } from "./disk.ts";
import type { Folder } from "./folder.ts";
import type { Part } from "./parts.ts";
import { rowLines } from "./parts.ts";
import { rowOfLine } from "./rows.ts";

/** Tables of the whole experiment, in the order of runs: the same bytes whatever machine or engine played them. */

/** Cells of a group of Parquet rows. */
const GROUP_CELLS = 60_000;

interface Sink {
  add(cells: readonly Cell[]): void;
  end(): void;
  drop(): void;
  readonly sums: readonly (readonly [name: string, sum: string])[];
}

/** One table as CSV and as Parquet. */
async function sinkOf(disk: Disk, folder: string, id: string, columns: readonly TableColumn[]): Promise<Sink> {
  const sums: [string, string][] = [];
  const files: StagedFile[] = [];
  const open = (name: string) => {
    const file = new StagedFile(disk, folder, name);
    const sum = createHash("sha256");
    files.push(file);
    return {
      write(content: string | Uint8Array) {
        sum.update(content);
        file.write(content);
      },
      end() {
        file.place();
        sums.push([name, sum.digest("hex")]);
      },
    };
  };
  const drop = () => {
    for (const file of files) file.drop();
  };
  try {
    const csv = open(`${id}.csv`);
    const binary = open(`${id}.parquet`);
    const parquet = await parquetStream(columns, (bytes) => binary.write(bytes));
    csv.write(csvLine(columns.map(({ name }) => name)));
    const most = Math.max(1000, Math.floor(GROUP_CELLS / columns.length));
    let rows: (readonly Cell[])[] = [];
    const group = () => {
      parquet.group(columns.map((column, at) => ({ ...column, values: rows.map((row) => row[at]) })));
      rows = [];
    };
    return {
      sums,
      drop,
      add(cells) {
        csv.write(csvLine(cells));
        if (rows.push(cells) >= most) group();
      },
      end() {
        if (rows.length > 0) group();
        parquet.end();
        csv.end();
        binary.end();
      },
    };
  } catch (error) {
    drop();
    throw error;
  }
}

/** What a merge has found. */
export interface Merged {
  readonly runs: number;
  readonly failed: number;
  /** Files of `results/`, in the order of their names. */
  readonly files: readonly string[];
}

/**
 * Merges the parts of a complete experiment into `results/`: `runs` and, where asked for, `months`, `networks`, `firms`,
 * `events`, each as CSV and Parquet, with their sums in `SHA256SUMS`.
 *
 * @param parts all that hold, in the order of their runs; together they have every run
 */
export async function merge(
  disk: Disk,
  folder: Folder,
  parts: readonly Part[],
  note: (done: number) => void = () => undefined,
): Promise<Merged> {
  const { plan, path } = folder;
  const { experiment } = plan;
  const results = join(path, "results");
  disk.makeFolder(results);
  const sinks = new Map<string, Sink>();
  let failed = 0;
  try {
    const number: TableColumn = { name: "run", kind: "integer" };
    sinks.set("runs", await sinkOf(disk, results, "runs", runColumns(plan)));
    if (experiment.series > 0) {
      const columns: TableColumn[] = [number, { name: "month", kind: "integer" }, ...measureColumns(experiment)];
      sinks.set("months", await sinkOf(disk, results, "months", columns));
    }
    for (const name of experiment.tables) {
      sinks.set(name, await sinkOf(disk, results, name, [number, ...TABLE_COLUMNS[name]]));
    }
    for (const line of rowLines(folder, parts, plan.runs)) {
      const row = rowOfLine(line);
      if (row.status !== "ok") failed += 1;
      sinks.get("runs")?.add(runCells(plan, runOf(plan, row.run), row));
      for (const cells of row.months ?? []) sinks.get("months")?.add([row.run, ...cells]);
      for (const [name, rows] of Object.entries(row.tables ?? {}) as [TableName, readonly (readonly Cell[])[]][]) {
        for (const cells of rows) sinks.get(name)?.add([row.run, ...cells]);
      }
      note(row.run);
      // Others, such as a signal, get their turn now and then.
      if (row.run % 1000 === 0) await new Promise((resume) => setImmediate(resume));
    }
    for (const sink of sinks.values()) sink.end();
  } catch (error) {
    for (const sink of sinks.values()) sink.drop();
    throw error;
  }
  const sums = [...sinks.values()].flatMap((sink) => sink.sums).sort(([a], [b]) => (a < b ? -1 : 1));
  writeWhole(disk, join(results, "SHA256SUMS"), sums.map(([name, sum]) => `${sum}  ${name}\n`).join(""));
  return { runs: plan.runs, failed, files: sums.map(([name]) => name) };
}
