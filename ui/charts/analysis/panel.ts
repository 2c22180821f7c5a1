import { scaleLinear } from "d3";
import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";

/**
 * The frame of a picture that stands by itself, in a file or a report: paper, a title, what the figures rest on, and what
 * their range leaves out. Colours are written into the marks, for there is no style sheet beside a file.
 */

export const INK = "#1a1c20";
export const INK_2 = "#4a4e57";
export const LINE = "#ddddd8";
export const GREY = "#8a8d93";
export const FIRST = "#0072b2";
export const SECOND = "#d55e00";

export const WIDTH = 720;
const EDGE = 16;
const HEAD = 58;
const FOOT = 30;
const LINE_HEIGHT = 16;

/** Words of a picture. */
export interface Words {
  readonly title: string;
  /** n, design and seed. */
  readonly caption: string;
  /** What the ranges do not include. */
  readonly note: string;
}

/** Where a picture may draw, from 0, 0. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const FONT = '"Source Sans 3", system-ui, sans-serif';

export function words(
  text: string,
  x: number,
  y: number,
  traits: Readonly<Record<string, string | number>> = {},
): Mark {
  return mark("text", { x, y, "font-size": 13, fill: INK, ...traits }, text);
}

/** About how wide a text is, px. */
export function widthOf(text: string, size = 13): number {
  return text.length * size * 0.53;
}

/** Words between dots, in as few lines as they fit into. */
function linesOf(caption: string): string[] {
  const lines: string[] = [];
  for (const part of caption.split(" · ")) {
    const longer = `${lines.at(-1) ?? ""} · ${part}`;
    if (lines.length > 0 && widthOf(longer, 12) <= WIDTH - 2 * EDGE) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** A picture in its frame. @param height of what is drawn */
export function panel({ title, caption, note }: Words, height: number, draw: (room: Room) => readonly Mark[]): Mark {
  const lines = linesOf(caption);
  const head = HEAD + LINE_HEIGHT * (lines.length - 1);
  const whole = head + height + FOOT;
  return mark(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${whole}`,
      width: WIDTH,
      height: whole,
      role: "img",
      "aria-label": title,
      "font-family": FONT,
    },
    mark("title", {}, title),
    mark("rect", { width: WIDTH, height: whole, fill: "#ffffff" }),
    words(title, EDGE, 24, { "font-size": 17, "font-weight": 600 }),
    ...lines.map((line, at) => words(line, EDGE, 44 + LINE_HEIGHT * at, { fill: INK_2, "font-size": 12 })),
    mark("g", { transform: `translate(${EDGE},${head})` }, ...draw({ width: WIDTH - 2 * EDGE, height })),
    words(note, EDGE, whole - 10, { fill: INK_2, "font-size": 12 }),
  );
}

/** An axis below: ticks, their figures, and the zero line in ink. */
export function axisBelow(
  domain: readonly [number, number],
  from: number,
  to: number,
  bottom: number,
  label = "",
): { readonly at: (value: number) => number; readonly marks: readonly Mark[] } {
  const scale = scaleLinear([...domain], [from, to]);
  const ticks = scale.ticks(6);
  const format = scale.tickFormat(6);
  const marks = ticks.flatMap((tick) => [
    mark("line", { x1: scale(tick), x2: scale(tick), y1: 0, y2: bottom, stroke: tick === 0 ? INK : LINE }),
    words(format(tick), scale(tick), bottom + 16, { "text-anchor": "middle", fill: INK_2, "font-size": 12 }),
  ]);
  if (label !== "") marks.push(words(label, to, bottom + 32, { "text-anchor": "end", fill: INK_2, "font-size": 12 }));
  return { at: (value) => scale(value), marks };
}

/** An axis at the left: hairlines and figures. */
export function axisLeft(
  domain: readonly [number, number],
  top: number,
  bottom: number,
  left: number,
  right: number,
  label = "",
): { readonly at: (value: number) => number; readonly marks: readonly Mark[] } {
  const scale = scaleLinear([...domain], [bottom, top]);
  const format = scale.tickFormat(5);
  const marks = scale
    .ticks(5)
    .flatMap((tick) => [
      mark("line", { x1: left, x2: right, y1: scale(tick), y2: scale(tick), stroke: tick === 0 ? INK : LINE }),
      words(format(tick), left - 6, scale(tick) + 4, { "text-anchor": "end", fill: INK_2, "font-size": 12 }),
    ]);
  if (label !== "") marks.push(words(label, left, top - 8, { fill: INK_2, "font-size": 12 }));
  return { at: (value) => scale(value), marks };
}

/** From the least to the most of some values, a little beyond both, and some length where they are all the same. */
export function extentOf(values: readonly (number | null)[], always: readonly number[] = []): [number, number] {
  const known = [...values.filter((value) => value !== null), ...always].filter(Number.isFinite);
  if (known.length === 0) return [0, 1];
  // Many values: no spreading into arguments.
  const low = known.reduce((least, value) => Math.min(least, value));
  const high = known.reduce((most, value) => Math.max(most, value));
  const beyond = (high - low || Math.abs(high) || 1) * 0.04;
  return [low === 0 ? 0 : low - beyond, high === 0 ? 0 : high + beyond];
}
