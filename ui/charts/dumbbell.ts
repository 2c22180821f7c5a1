import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { OptionPlace } from "./optionMark.ts";
import { optionClass, optionMark } from "./optionMark.ts";

export interface DumbbellEnd {
  readonly option: OptionPlace;
  readonly value: number;
  /** The value as it is printed below. */
  readonly figure: string;
}

const RADIUS = 9;
const MARGIN = 18;
/** Mean width of a digit of a printed figure, and the gap between two, px. */
const DIGIT = 6.4;
const GAP = 8;

/** One measure: every option on one scale, those that are held against each other joined by a bar. */
export function dumbbell(ends: readonly DumbbellEnd[], joined: readonly OptionPlace[], width: number): Mark {
  const values = ends.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = width - 2 * MARGIN;
  const x = (value: number): number => (high > low ? MARGIN + ((value - low) / (high - low)) * span : width / 2);
  const bar = ends.filter(({ option }) => joined.includes(option)).map(({ value }) => x(value));
  const figures = spread(
    ends.map(({ value }) => x(value)),
    Math.max(...ends.map(({ figure }) => figure.length)) * DIGIT + GAP,
    width,
  );
  const y = 14;
  // Options with nothing to do lie below, so that their open dot hides nothing.
  const order = [...ends.keys()].sort((a, b) => ends[a].option - ends[b].option);
  return mark(
    "svg",
    { class: "dumbbell", viewBox: `0 0 ${width} 44`, width, height: 44, "aria-hidden": "true" },
    mark("line", { class: "hairline", x1: 0, x2: width, y1: y, y2: y }),
    ...(bar.length < 2
      ? []
      : [mark("line", { class: "dumbbell-bar", x1: Math.min(...bar), x2: Math.max(...bar), y1: y, y2: y })]),
    ...order.map((k) => optionMark(ends[k].option, { x: x(ends[k].value), y, r: RADIUS })),
    ...ends.map(({ option, figure }, k) =>
      mark(
        "text",
        { class: `${optionClass(option)} option-figure`, x: figures[k], y: y + 25, "text-anchor": "middle" },
        figure,
      ),
    ),
  );
}

/** Moves places along a line apart, keeping their order, none beyond the ends. */
function spread(places: readonly number[], apart: number, width: number): number[] {
  const order = [...places.keys()].sort((a, b) => places[a] - places[b]);
  const moved = [...places];
  const half = apart / 2;
  let least = half;
  for (const k of order) {
    moved[k] = Math.max(least, places[k]);
    least = moved[k] + apart;
  }
  let most = width - half;
  for (const k of order.reverse()) {
    moved[k] = Math.min(most, moved[k]);
    most = moved[k] - apart;
  }
  return moved;
}
