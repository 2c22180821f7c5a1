import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";
import type { Words } from "./panel.ts";
import { GREY, INK, INK_2, axisBelow, extentOf, panel, widthOf, words } from "./panel.ts";

/** A figure with its interval. */
export interface Reach {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** A second interval, drawn thin: for indices that of the bootstrap. */
  readonly wide?: { readonly low: number | null; readonly high: number | null } | null;
}

export interface IntervalRow {
  readonly label: string;
  /** The figure of each series, in their order. */
  readonly reaches: readonly Reach[];
  /** The figures as they are printed at the right. */
  readonly figure: string;
}

export interface IntervalPicture {
  readonly words: Words;
  /** Names of the series where there is more than one: the first is solid, the second outlined. */
  readonly series: readonly string[];
  readonly rows: readonly IntervalRow[];
  readonly axis: string;
}

const LANE = 13;
const GAP = 9;
const AXIS = 40;

function reachMarks(
  { value, low, high, wide }: Reach,
  at: (value: number) => number,
  y: number,
  solid: boolean,
): Mark[] {
  if (value === null) return [words("no value", at(0), y + 4, { fill: INK_2, "font-size": 12 })];
  const [zero, end] = [at(0), at(value)];
  const box = { x: Math.min(zero, end), y: y - 4.5, width: Math.abs(end - zero), height: 9 };
  const marks: Mark[] = [
    solid
      ? mark("rect", { ...box, fill: GREY })
      : mark("rect", { ...box, fill: "#ffffff", stroke: GREY, "stroke-width": 1.2 }),
  ];
  if (wide !== undefined && wide !== null && wide.low !== null && wide.high !== null) {
    marks.push(
      mark("line", {
        x1: at(wide.low),
        x2: at(wide.high),
        y1: y,
        y2: y,
        stroke: INK_2,
        "stroke-width": 0.8,
        "stroke-dasharray": "2 2",
      }),
    );
  }
  if (low !== null && high !== null) {
    marks.push(mark("line", { x1: at(low), x2: at(high), y1: y, y2: y, stroke: INK, "stroke-width": 2 }));
  }
  marks.push(mark("circle", { cx: end, cy: y, r: 3, fill: solid ? INK : "#ffffff", stroke: INK, "stroke-width": 1.4 }));
  return marks;
}

/** Figures with intervals, a row each, from zero: Sobol' bars, a tornado, effects, correlations, options. */
export function intervalRows({ words: around, series, rows, axis }: IntervalPicture): Mark {
  const lanes = Math.max(1, ...rows.map(({ reaches }) => reaches.length));
  const row = lanes * LANE + GAP;
  const key = series.length > 1 ? 22 : 4;
  const body = key + rows.length * row;
  return panel(around, body + AXIS, ({ width }) => {
    const left = Math.min(300, Math.max(80, ...rows.map(({ label }) => widthOf(label) + 12)));
    const right = width - Math.max(60, ...rows.map(({ figure }) => widthOf(figure, 12) + 8));
    const ends = rows.flatMap(({ reaches }) =>
      reaches.flatMap(({ value, low, high, wide }) => [value, low, high, wide?.low ?? null, wide?.high ?? null]),
    );
    const { at, marks } = axisBelow(extentOf(ends, [0]), left, right, body, axis);
    const names =
      series.length > 1
        ? series.map((name, k) => {
            const x = left + k * 150;
            const sign = { x, y: 4, width: 18, height: 9 };
            return mark(
              "g",
              {},
              mark(
                "rect",
                k === 0 ? { ...sign, fill: GREY } : { ...sign, fill: "#ffffff", stroke: GREY, "stroke-width": 1.2 },
              ),
              words(name, x + 24, 13, { "font-size": 12, fill: INK_2 }),
            );
          })
        : [];
    return [
      ...marks,
      ...names,
      ...rows.flatMap(({ label, reaches, figure }, k) => {
        const top = key + k * row;
        const middle = top + row / 2;
        return [
          words(cut(label, left - 10), 0, middle + 4),
          ...reaches.flatMap((reach, lane) => reachMarks(reach, at, top + GAP / 2 + LANE * (lane + 0.5), lane === 0)),
          words(figure, width, middle + 4, { "text-anchor": "end", "font-size": 12 }),
        ];
      }),
    ];
  });
}

/** A label that fits into some px; what is cut off is marked. */
function cut(label: string, room: number): string {
  const most = Math.floor(room / widthOf("x"));
  return label.length <= most ? label : `${label.slice(0, Math.max(1, most - 1))}…`;
}
