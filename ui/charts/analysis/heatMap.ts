import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";
import type { Words } from "./panel.ts";
import { INK_2, LINE, panel, widthOf, words } from "./panel.ts";

export interface HeatPicture {
  readonly words: Words;
  readonly x: string;
  readonly y: string;
  readonly columns: readonly string[];
  /** The first row is drawn at the bottom. */
  readonly rows: readonly string[];
  /** One value for each row and column; null where no run lies there. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** Values as they are printed in the cells. */
  readonly figures: readonly (readonly string[])[];
  /** Runs in each cell. */
  readonly counts: readonly (readonly number[])[];
  /** Values of white and of full ink. */
  readonly from: number;
  readonly to: number;
}

const CELL = 40;

/** A measure over two parameters: the darker, the more; cells without a run are empty. */
export function heatMap(picture: HeatPicture): Mark {
  const { words: around, x, y, columns, rows, cells, figures, counts, from, to } = picture;
  const height = rows.length * CELL;
  return panel(around, height + 64, ({ width }) => {
    const left = Math.max(60, ...rows.map((row) => widthOf(row, 12) + 10));
    const size = (width - left) / columns.length;
    const share = (value: number) => (to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0.5);
    return [
      words(y, 0, 8, { "font-size": 12, fill: INK_2 }),
      ...rows.map((row, r) =>
        words(row, left - 8, 16 + height - (r + 0.5) * CELL + 4, {
          "text-anchor": "end",
          "font-size": 12,
          fill: INK_2,
        }),
      ),
      ...columns.map((column, c) =>
        words(column, left + (c + 0.5) * size, height + 32, { "text-anchor": "middle", "font-size": 12, fill: INK_2 }),
      ),
      words(x, width, height + 50, { "text-anchor": "end", "font-size": 12, fill: INK_2 }),
      ...cells.flatMap((line, r) =>
        line.flatMap((value, c) => {
          const box = { x: left + c * size, y: 16 + height - (r + 1) * CELL, width: size - 1.5, height: CELL - 1.5 };
          if (value === null)
            return [mark("rect", { ...box, fill: "#ffffff", stroke: LINE, "stroke-dasharray": "3 3" })];
          const grey = Math.round(250 - 190 * share(value));
          const ink = grey < 140 ? "#ffffff" : "#1a1c20";
          return [
            mark("rect", { ...box, fill: `rgb(${grey},${grey},${grey})` }),
            words(figures[r][c], box.x + box.width / 2, box.y + 19, {
              "text-anchor": "middle",
              "font-size": 12,
              fill: ink,
            }),
            words(`n ${counts[r][c]}`, box.x + box.width / 2, box.y + 32, {
              "text-anchor": "middle",
              "font-size": 10,
              fill: ink,
            }),
          ];
        }),
      ),
    ];
  });
}
