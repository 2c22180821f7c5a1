import { line, scaleLinear } from "d3";
import type { Course } from "../../sim/contract.ts";
import type { CourseScales } from "../charts/courseBands.ts";
import { courseBand, courseLine } from "../charts/courseBands.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { shownBy, valueAt } from "./guess.ts";
import type { LinePredict } from "./lesson.ts";

/** The frame in which a line is guessed, drawn, and held against what the worlds show. */

export interface LineWords {
  readonly month: string;
  /** What happens in the marked month. */
  readonly event: string;
}

export interface DrawnLines {
  /** The reader's own line, as marks; null before it is drawn. */
  readonly own: readonly number[] | null;
  /** Lines of a class, thin. */
  readonly others?: readonly (readonly number[])[];
  readonly course?: Course | null;
}

const WIDTH = 420;
const HEIGHT = 260;
const LEFT = 46;
const RIGHT = 14;
const TOP = 20;
const BOTTOM = 34;

export interface LineScales {
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
  /** The month and the value at a place of the picture, given as shares of its width and height. */
  readonly at: (across: number, down: number) => { readonly month: number; readonly value: number };
}

export function lineScales({ months, low, high }: LinePredict): LineScales {
  const x = scaleLinear([0, months[months.length - 1]], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([low, high], [HEIGHT - BOTTOM, TOP]);
  const at = (across: number, down: number) => ({ month: x.invert(across * WIDTH), value: y.invert(down * HEIGHT) });
  return { x, y, at };
}

export function lineChart(
  predict: LinePredict,
  { own, others = [], course = null }: DrawnLines,
  words: LineWords,
): Mark {
  const { x, y } = lineScales(predict);
  const { months, low, high, start, event } = predict;
  const show = shownBy(predict);
  const floor = HEIGHT - BOTTOM;
  const ticks = scaleLinear([low, high], [0, 1]).ticks(5);
  const points = (marks: readonly number[]): (readonly [number, number])[] => [
    [x(0), y(start)],
    ...marks.map((each, k) => [x(months[k]), y(valueAt(predict, each))] as const),
  ];
  const path = line<readonly [number, number]>();
  const drawn = (name: string, marks: readonly number[]): Mark =>
    mark("path", { class: name, d: path(points(marks).map(([across, down]) => [across, down])) ?? "" });
  return mark(
    "svg",
    { class: `line-chart line-of-${predict.arm}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    ...ticks.flatMap((tick) => [
      mark("line", { class: "line-grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }),
      mark("text", { class: "axis-word", x: LEFT - 10, y: y(tick) + 4, "text-anchor": "end" }, show(tick)),
    ]),
    ...(course === null ? [] : courseMarks(course, { x, y: (value) => y(Math.max(low, Math.min(high, value))) })),
    ...months.flatMap((month) => [
      mark("line", { class: "line-stop", x1: x(month), x2: x(month), y1: TOP, y2: floor }),
      mark("text", { class: "axis-word", x: x(month), y: floor + 15, "text-anchor": "middle" }, String(month)),
    ]),
    mark("text", { class: "axis-word", x: x(0), y: floor + 15, "text-anchor": "middle" }, "0"),
    mark("text", { class: "axis-word", x: WIDTH - RIGHT, y: HEIGHT - 4, "text-anchor": "end" }, words.month),
    ...(event === undefined
      ? []
      : [
          mark("line", { class: "line-event", x1: x(event), x2: x(event), y1: TOP, y2: floor }),
          mark("text", { class: "axis-word", x: x(event), y: TOP - 7, "text-anchor": "middle" }, words.event),
        ]),
    ...others.map((marks) => drawn("line-other", marks)),
    mark("circle", { class: "line-start", cx: x(0), cy: y(start), r: 4.5 }),
    ...(own === null ? [] : [drawn("line-own", own)]),
    ...(own === null
      ? []
      : points(own)
          .slice(1)
          .map(([cx, cy]) => mark("circle", { class: "line-point", cx, cy, r: 5.5 }))),
  );
}

/** Nine in ten worlds as a pale band, half of them as a darker one, the middle one as a line. */
function courseMarks({ median, half, most }: Course, scales: CourseScales): Mark[] {
  return [
    courseBand(most, scales, "line-most"),
    courseBand(half, scales, "line-half"),
    courseLine(median, scales, "line-median"),
  ];
}
