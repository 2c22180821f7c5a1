import type { Phase } from "../../sim/contract.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import { PHASE_LINES } from "./phaseLine.ts";
import type { TimeScale } from "./timeScale.ts";
import { ticksOf, xOf } from "./timeScale.ts";

/** The course of a network: months in which phases began, in order. */
export type Course = readonly { readonly phase: Phase; readonly from: number }[];

export interface StripPicture {
  readonly scale: TimeScale;
  readonly courses: readonly Course[];
  /** A letter for each phase but the last. */
  readonly letters: readonly string[];
  /** The month shown, and the last one that was played. */
  readonly month: number;
  readonly played: number;
  /** Height of a row, px. */
  readonly row: number;
  /** Which row is set off, or -1. */
  readonly focus: number;
}

const CROSS = 4;

/**
 * A row per network in the contour's own line style, a letter where a phase begins, a cross where it ends. What was played
 * beyond the month shown is veiled.
 */
export function phaseStrip({ scale, courses, letters, month, played, row, focus }: StripPicture): Mark {
  const height = Math.max(1, courses.length) * row;
  const now = xOf(scale, month);
  const signs = (isShown: (from: number) => boolean): Mark[] =>
    courses.flatMap((course, k) =>
      courseSigns(
        course.filter(({ from }) => isShown(from)),
        k * row + row / 2,
        scale,
        letters,
      ),
    );
  return mark(
    "svg",
    { class: "phase-strip", width: scale.width, height, "aria-hidden": "true" },
    ...ticksOf(scale).map((tick) =>
      mark("line", { class: "grid", x1: xOf(scale, tick), x2: xOf(scale, tick), y1: 0, y2: height }),
    ),
    ...(focus < 0
      ? []
      : [mark("rect", { class: "row-focus", x: 0, y: focus * row, width: scale.width + 12, height: row })]),
    ...courses.flatMap((course, k) => courseLines(course, k * row + row / 2, scale, played)),
    ...signs((from) => from > month),
    ...(played > month
      ? [mark("rect", { class: "later", x: now, y: 0, width: Math.max(0, xOf(scale, played) - now + 8), height })]
      : []),
    mark("line", { class: "now", x1: now, x2: now, y1: 0, y2: height }),
    // Above the line of the present month, so that what begins now is seen.
    ...signs((from) => from <= month),
  );
}

function courseLines(course: Course, y: number, scale: TimeScale, played: number): Mark[] {
  return course.flatMap(({ phase, from }, k) =>
    phase === 5 ? [] : phaseLine(phase, xOf(scale, from), xOf(scale, course[k + 1]?.from ?? played), y),
  );
}

function courseSigns(course: Course, y: number, scale: TimeScale, letters: readonly string[]): Mark[] {
  return course.map(({ phase, from }) => {
    const x = xOf(scale, from);
    if (phase !== 5)
      return mark("text", { class: "phase-letter", x, y: y + 4, "text-anchor": "middle" }, letters[phase] ?? "");
    const d = `M${x - CROSS} ${y - CROSS}l${2 * CROSS} ${2 * CROSS}m0 ${-2 * CROSS}l${-2 * CROSS} ${2 * CROSS}`;
    return mark("path", { class: "cross", d });
  });
}

/** A stretch of line as the contour of that phase is drawn. */
export function phaseLine(phase: Exclude<Phase, 5>, from: number, to: number, y: number): Mark[] {
  const { width, dash, cap, gap, ink } = PHASE_LINES[phase];
  const ends = { x1: from, x2: Math.max(from, to), y1: y, y2: y };
  const line = mark("line", {
    ...ends,
    class: `phase-line-${ink}`,
    "stroke-width": width,
    "stroke-linecap": cap,
    "stroke-dasharray": dash.length === 0 ? "none" : dash.join(" "),
  });
  return gap === 0 ? [line] : [line, mark("line", { ...ends, class: "phase-line-gap", "stroke-width": gap })];
}
