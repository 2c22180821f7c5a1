import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { TimeScale } from "./timeScale.ts";
import { ticksOf, xOf } from "./timeScale.ts";

export interface ProgrammeBar {
  readonly from: number;
  readonly to: number;
  /** Thickness at the start and at the end, 0 to 1; a rising fee is a wedge. */
  readonly rise: boolean;
  /** What is said at its end; empty for a bar that runs to the end. */
  readonly end: string;
}

export interface ProgrammePicture {
  readonly scale: TimeScale;
  readonly month: number;
  readonly bars: readonly (ProgrammeBar | null)[];
  /** Months with an event, or null where they are not shown. */
  readonly events: readonly number[] | null;
  /** Height of the axis and of a row, px. */
  readonly axis: number;
  readonly row: number;
}

const END_ROOM = 150;
/** From the middle of the present month's flag, in heights of the axis. */
const FLAG_ROOM = 1.25;

/** Axis, programme bars (solid is done, outlined is planned, its end named) and events as small triangles. */
export function programmeBars({ scale, month, bars, events, axis, row }: ProgrammePicture): Mark {
  const height = axis + row * (bars.length + (events === null ? 0 : 1));
  const now = xOf(scale, month);
  return mark(
    "svg",
    { class: "programme", width: scale.width, height, "aria-hidden": "true" },
    ...ticksOf(scale).flatMap((tick) => {
      const x = xOf(scale, tick);
      const line = mark("line", { class: "grid", x1: x, x2: x, y1: axis, y2: height });
      // Where the flag of the present month stands there is no room for another number.
      if (Math.abs(x - now) < axis * FLAG_ROOM) return [line];
      return [line, mark("text", { class: "axis-word", x, y: axis * 0.67, "text-anchor": "middle" }, String(tick))];
    }),
    ...bars.flatMap((bar, k) => (bar === null ? [] : barMarks(bar, axis + row * (k + 0.5), row / 2, scale, month))),
    ...(events ?? []).map((at) => triangle(xOf(scale, at), axis + row * bars.length + 4, at === month)),
    mark("line", { class: "now", x1: now, x2: now, y1: axis - 2, y2: height }),
    ...bars.flatMap((bar, k) => (bar === null ? [] : endWords(bar, axis + row * (k + 0.5), scale))),
  );
}

function barMarks(bar: ProgrammeBar, middle: number, full: number, scale: TimeScale, month: number): Mark[] {
  const from = xOf(scale, bar.from);
  const to = xOf(scale, bar.to);
  const done = Math.min(to, Math.max(from, xOf(scale, month)));
  const thick = (at: number): number => (bar.rise ? 1.5 + (full - 1.5) * ((at - from) / Math.max(1, to - from)) : full);
  const foot = middle + full / 2;
  const marks: Mark[] = [];
  if (done > from) {
    const d = `M${from} ${foot}V${foot - thick(from)}L${done} ${foot - thick(done)}V${foot}Z`;
    marks.push(mark("path", { class: "bar-done", d }));
  }
  if (to > done) {
    const d = `M${done} ${foot - 0.5}V${foot + 0.5 - thick(done)}L${to - 0.5} ${foot + 0.5 - thick(to)}V${foot - 0.5}Z`;
    marks.push(mark("path", { class: "bar-planned", d }));
  }
  return marks;
}

function endWords(bar: ProgrammeBar, middle: number, scale: TimeScale): Mark[] {
  if (bar.end === "") return [];
  const [from, to] = [xOf(scale, bar.from), xOf(scale, bar.to)];
  // Beside the end where there is room, else before the beginning.
  const isRoom = scale.width - to > END_ROOM;
  const beside = isRoom ? { x: to + 8 } : { x: from - 8, "text-anchor": "end" };
  if (!isRoom && from <= END_ROOM) return [];
  return [mark("text", { class: "axis-word bar-end", ...beside, y: middle + 4 }, bar.end)];
}

function triangle(x: number, top: number, isNow: boolean): Mark {
  return mark("path", { class: isNow ? "event event-now" : "event", d: `M${x - 4} ${top}h8l-4 7z` });
}
