import type { RunCell, RunTable } from "../../sim/contract.ts";
import { figure, text } from "../i18n/text.ts";
import type { SortedTable } from "../list/sortedTable.ts";
import { element } from "../parts/element.ts";

type Row = RunTable["rows"][number];

/** Columns that are the same in every row, or say nothing beside the run's number. */
const LEFT_OUT = new Set(["point", "replicate"]);
/** Columns that are shown where a run has failed. */
const OF_FAILURE = new Set(["status", "error"]);

/** A figure as it is read, not as it is kept. */
function shortFigure(value: number): string {
  if (Number.isInteger(value)) return figure(value);
  const size = Math.abs(value);
  return figure(value, size >= 100 ? 1 : size >= 1 ? 2 : 4);
}

/** Runs as rows; the number of a run that has a hash opens its world. */
export function runTable({ columns, rows }: RunTable, open: (row: Row) => void): SortedTable<Row> {
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const [run, status, hash] = [at("run"), at("status"), at("hash")];
  const hasFailed = rows.some((row) => row[status] !== "ok" && row[status] !== undefined);
  const shown = columns.flatMap(({ name }, k) => {
    const isShown = !LEFT_OUT.has(name) && (hasFailed || !OF_FAILURE.has(name));
    return isShown && name !== "run" ? [k] : [];
  });
  const opener = (row: Row): string | HTMLElement => {
    const number = String(row[run]);
    if (row[hash] === null) return number;
    const name = text("experiments.row.open", { run: number });
    return element(
      "button",
      {
        class: "link-button",
        attributes: { type: "button", "data-key": `run ${number}`, "aria-label": name },
        on: { click: () => open(row) },
      },
      number,
    );
  };
  const plain = (cell: RunCell): number | string | null => (typeof cell === "boolean" ? String(cell) : cell);
  return {
    caption: text("experiments.table"),
    rows,
    columns: [
      { name: "run", value: (row) => plain(row[run]), cell: opener },
      ...shown.map((k) => ({
        name: columns[k].name,
        isFigure: columns[k].kind === "number" || columns[k].kind === "integer",
        value: (row: Row) => plain(row[k]),
        cell: (row: Row) => {
          const value = plain(row[k]);
          return value === null ? text("number.none") : typeof value === "number" ? shortFigure(value) : value;
        },
      })),
    ],
  };
}
