import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

/** Where one world lies in a range, on a scale from `from` to `to`; what lies beyond is drawn at its end. */
export interface RangePicture {
  readonly from: number;
  readonly to: number;
  /** This world; null where it has no value. */
  readonly own: number | null;
  /** Where nine of ten worlds lie; null where none has a value. */
  readonly most: { readonly low: number; readonly high: number; readonly words: readonly [string, string] } | null;
  /** The same worlds without the programme; null where they have no value. */
  readonly none: number | null;
  readonly width: number;
  /** Size of letters, px. */
  readonly type: number;
}

/** Mean width of a digit, in sizes of letters. */
const DIGIT = 0.55;

/** A hairline, the range as a bar with its two figures below, a tick for this world, an open dot without the programme. */
export function rangeStrip({ from, to, own, most, none, width, type }: RangePicture): Mark {
  const height = Math.round(type * 2.9);
  const y = Math.round(type);
  const margin = 6;
  const span = Math.max(1e-9, to - from);
  const x = (value: number): number => margin + Math.min(1, Math.max(0, (value - from) / span)) * (width - 2 * margin);
  const parts: Mark[] = [mark("line", { class: "hairline", x1: margin, x2: width - margin, y1: y, y2: y })];
  if (most !== null) {
    const [low, high] = [x(most.low), x(most.high)];
    parts.push(mark("line", { class: "range-most", x1: low, x2: Math.max(high, low + 1), y1: y, y2: y }));
    parts.push(...figures([low, high], most.words, { y: y + type * 1.6, type, width }));
  }
  if (none !== null) parts.push(mark("circle", { class: "range-none", cx: x(none), cy: y, r: 4 }));
  if (own !== null) {
    const tall = type * 0.75;
    parts.push(mark("line", { class: "range-own", x1: x(own), x2: x(own), y1: y - tall, y2: y + tall }));
  }
  return mark(
    "svg",
    { class: "range-strip", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    ...parts,
  );
}

/** Both figures under their ends, moved apart where they would touch, never beyond the picture. */
function figures(
  ends: readonly [number, number],
  words: readonly [string, string],
  { y, type, width }: { readonly y: number; readonly type: number; readonly width: number },
): Mark[] {
  const [first, second] = words.map((each) => each.length * type * DIGIT);
  if (words[0] === words[1]) {
    const middle = clamp((ends[0] + ends[1]) / 2, first / 2, width - first / 2);
    return [figure(words[0], middle, y)];
  }
  const apart = (first + second) / 2 + type * 0.7;
  const push = Math.max(0, apart - (ends[1] - ends[0])) / 2;
  let low = Math.max(first / 2, ends[0] - push);
  const high = Math.min(width - second / 2, Math.max(ends[1] + push, low + apart));
  low = Math.min(low, high - apart);
  return [figure(words[0], low, y), figure(words[1], high, y)];
}

function figure(words: string, x: number, y: number): Mark {
  return mark("text", { class: "range-figure", x, y, "text-anchor": "middle" }, words);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
