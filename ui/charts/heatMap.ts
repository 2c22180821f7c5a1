import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { OptionPlace } from "./optionMark.ts";
import { optionClass } from "./optionMark.ts";

export interface HeatMap {
  /** Differences [row][column], the first row at the bottom; null where there is none. */
  readonly values: readonly (readonly (number | null)[])[];
  /** As they are printed. */
  readonly figures: readonly (readonly string[])[];
  /** Who leads above zero, and who below. */
  readonly above: OptionPlace;
  readonly below: OptionPlace;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowName: string;
  readonly columnName: string;
  readonly width: number;
  /** Height of a cell. */
  readonly cell?: number;
}

const LEFT = 64;
const FOOT = 38;
const HEAD = 20;
const CELL = 26;
/** Opacity of the strongest tint: figures in ink stay readable on it. */
const STRONGEST = 0.42;

/** Two assumptions against each other: tint says who leads and how far, the figure says it in grey as well. */
export function heatMap(picture: HeatMap): Mark {
  const { values, figures, above, below, rows, columns, rowName, columnName, width, cell: tall = CELL } = picture;
  const known = values.flat().filter((value) => value !== null);
  const most = Math.max(1e-9, ...known.map(Math.abs));
  const cell = (width - LEFT) / Math.max(1, columns.length);
  const height = HEAD + tall * rows.length + FOOT;
  const y = (row: number): number => HEAD + (rows.length - 1 - row) * tall;
  return mark(
    "svg",
    { class: "heat-map", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    mark("text", { class: "heat-name", x: 0, y: 12 }, rowName),
    ...values.flatMap((line, row) =>
      line.map((value, column) =>
        mark(
          "g",
          { class: optionClass(value !== null && value < 0 ? below : above) },
          mark("rect", {
            class: "heat-cell",
            x: LEFT + column * cell + 1,
            y: y(row) + 1,
            width: cell - 2,
            height: tall - 2,
            "fill-opacity": value === null ? 0 : (Math.abs(value) / most) * STRONGEST,
          }),
          mark(
            "text",
            {
              class: value !== null && value < 0 ? "heat-figure heat-below" : "heat-figure",
              x: LEFT + (column + 0.5) * cell,
              y: y(row) + tall / 2 + 4,
              "text-anchor": "middle",
            },
            figures[row][column],
          ),
        ),
      ),
    ),
    ...rows.map((words, row) =>
      mark("text", { class: "tick", x: LEFT - 8, y: y(row) + tall / 2 + 4, "text-anchor": "end" }, words),
    ),
    ...columns.map((words, column) =>
      mark(
        "text",
        { class: "tick", x: LEFT + (column + 0.5) * cell, y: height - FOOT + 16, "text-anchor": "middle" },
        words,
      ),
    ),
    mark("text", { class: "heat-name", x: width, y: height - 4, "text-anchor": "end" }, columnName),
  );
}
