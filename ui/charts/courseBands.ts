import { area, line } from "d3";
import type { Course } from "../../sim/contract.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

/** A measure over worlds, month by month, as paths; months without a value are gaps. */

export interface CourseScales {
  readonly x: (month: number) => number;
  readonly y: (value: number) => number;
}

/** NaN, or null in a course that was carried over as JSON, is no value. */
const isKnown = (value: number | null): boolean => value !== null && !Number.isNaN(value);

/** Between two values in each month. */
export function courseBand([from, to]: Course["half"], { x, y }: CourseScales, name: string): Mark {
  const path = area<number>()
    .defined(isKnown)
    .x((_, m) => x(m))
    .y0((_, m) => y(from[m]))
    .y1((value) => y(value));
  return mark("path", { class: name, d: path([...to]) ?? "" });
}

export function courseLine(values: readonly number[], { x, y }: CourseScales, name: string): Mark {
  const path = line<number>()
    .defined(isKnown)
    .x((_, m) => x(m))
    .y((value) => y(value));
  return mark("path", { class: name, d: path([...values]) ?? "" });
}
