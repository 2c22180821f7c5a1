import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

export interface TornadoBar {
  /** The difference at the low and at the high end of an assumption. */
  readonly low: number;
  readonly high: number;
  /** As they are printed. */
  readonly lowFigure: string;
  readonly highFigure: string;
  /** The difference with nothing changed. */
  readonly base: number;
  /** Ends of the scale that all rows share; 0 lies inside. */
  readonly domain: readonly [low: number, high: number];
  readonly width: number;
}

const HEIGHT = 24;
const ROOM = 34;

/** One assumption: a grey bar between its two ends, zero as an ink line, the untouched difference dotted. */
export function tornadoBar({ low, high, lowFigure, highFigure, base, domain, width }: TornadoBar): Mark {
  const [from, to] = domain;
  const span = Math.max(1e-9, to - from);
  const x = (value: number): number => ROOM + ((value - from) / span) * (width - 2 * ROOM);
  const [left, right] = low <= high ? [low, high] : [high, low];
  const [leftFigure, rightFigure] = low <= high ? [lowFigure, highFigure] : [highFigure, lowFigure];
  const figure = (at: number, anchor: "start" | "end", words: string): Mark =>
    mark("text", { class: "tornado-figure", x: at, y: HEIGHT / 2 + 4, "text-anchor": anchor }, words);
  return mark(
    "svg",
    { class: "tornado", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, "aria-hidden": "true" },
    mark("rect", {
      class: "tornado-bar",
      x: x(left),
      y: HEIGHT / 2 - 6,
      width: Math.max(1, x(right) - x(left)),
      height: 12,
    }),
    mark("line", { class: "target-line", x1: x(0), x2: x(0), y1: 0, y2: HEIGHT }),
    mark("line", { class: "fan-event", x1: x(base), x2: x(base), y1: 0, y2: HEIGHT }),
    figure(x(left) - 5, "end", leftFigure),
    figure(x(right) + 5, "start", rightFigure),
  );
}
