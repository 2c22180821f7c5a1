import { curveStepAfter, line, scaleLinear } from "d3";
import type { Course } from "../../sim/contract.ts";
import { courseBand, courseLine } from "./courseBands.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { OptionPlace } from "./optionMark.ts";
import { isFilled, optionClass } from "./optionMark.ts";

export interface FanPicture {
  readonly option: OptionPlace;
  readonly course: Course;
  /** The median of "no programme". */
  readonly none: readonly number[] | null;
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly { readonly value: number; readonly figure: string }[];
  /** A month that is marked, with its words. */
  readonly event: { readonly month: number; readonly words: string } | null;
  /** Names at the ends of lines; null where there is no room and they are said beside the picture. */
  readonly words: { readonly median: string; readonly bands: string; readonly none: string } | null;
  readonly width: number;
  readonly height: number;
}

const MARGIN = { left: 30, top: 10, bottom: 22 };
/** Room at the right end, with and without names. */
const NAMED = 92;
const BARE = 10;
const NAME_STEP = 15;

/** How a measure unfolds over worlds: where most of them lie, the middle half, the median, ten of them by themselves. */
export function fan(picture: FanPicture): Mark {
  const { option, course, none, domain, ticks, event, words, width, height } = picture;
  const last = course.median.length - 1;
  const right = width - (words === null ? BARE : NAMED);
  const x = scaleLinear([0, Math.max(1, last)], [MARGIN.left, right]);
  const y = scaleLinear([...domain], [height - MARGIN.bottom, MARGIN.top]);
  const isKnown = (value: number): boolean => !Number.isNaN(value);
  const steps = line<number>()
    .defined(isKnown)
    .curve(curveStepAfter)
    .x((_, m) => x(m))
    .y((value) => y(value));
  const scales = { x, y };
  const ends = (
    words === null
      ? []
      : [
          { name: words.median, value: course.median[last], kind: "fan-name-median" },
          { name: words.bands, value: course.most[1][last], kind: "fan-name" },
          ...(none === null ? [] : [{ name: words.none, value: none[last], kind: "fan-name" }]),
        ]
  ).filter(({ value }) => isKnown(value));
  const months = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((k) => k * tickStep(last)).filter((m) => m <= last);
  return mark(
    "svg",
    { class: `fan ${optionClass(option)}`, viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    ...ticks.flatMap(({ value, figure }) => [
      mark("line", { class: "hairline", x1: MARGIN.left, x2: right, y1: y(value), y2: y(value) }),
      mark("text", { class: "tick", x: MARGIN.left - 6, y: y(value) + 4, "text-anchor": "end" }, figure),
    ]),
    courseBand(course.most, scales, "fan-most"),
    courseBand(course.half, scales, "fan-half"),
    ...course.runs.map((run) => mark("path", { class: "fan-run", d: steps([...run]) ?? "" })),
    ...(none === null ? [] : [courseLine(none, scales, "fan-none")]),
    courseLine(course.median, scales, isFilled(option) ? "fan-median" : "fan-median fan-dashed"),
    ...(event === null || event.month > last
      ? []
      : [
          mark("line", {
            class: "fan-event",
            x1: x(event.month),
            x2: x(event.month),
            y1: MARGIN.top,
            y2: height - MARGIN.bottom,
          }),
          mark(
            "text",
            event.month > last * 0.6
              ? { class: "tick", x: x(event.month) - 4, y: MARGIN.top + 8, "text-anchor": "end" }
              : { class: "tick", x: x(event.month) + 4, y: MARGIN.top + 8 },
            event.words,
          ),
        ]),
    ...months.map((m) => mark("text", { class: "tick", x: x(m), y: height - 6, "text-anchor": "middle" }, String(m))),
    ...names(ends, y, right + 6, height),
  );
}

function tickStep(last: number): number {
  return [6, 12, 24, 36, 60, 120, 240].find((step) => last / step <= 6) ?? 600;
}

/** Names at the ends of lines, pushed apart, the highest first. */
function names(
  ends: readonly { readonly name: string; readonly value: number; readonly kind: string }[],
  y: (value: number) => number,
  x: number,
  height: number,
): Mark[] {
  let at = -Infinity;
  const placed = [...ends]
    .sort((a, b) => b.value - a.value)
    .map((end) => {
      at = Math.max(y(end.value) + 4, at + NAME_STEP);
      return { ...end, at };
    });
  const over = Math.max(0, at - (height - MARGIN.bottom));
  return placed.map(({ name, kind, at: end }) => mark("text", { class: kind, x, y: end - over }, name));
}
