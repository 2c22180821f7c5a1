import type { Course } from "../../sim/contract.ts";
import type { Band } from "./class/band.ts";
import { valueAt } from "./guess.ts";
import type { Measured } from "./guess.ts";
import type { LinePredict } from "./lesson.ts";

/** A guess held against what the worlds show. */

/** Where a guessed value lies against the range of nine in ten worlds. */
export type Side = "inside" | "above" | "below";

export interface Held {
  readonly value: number;
  readonly median: number;
  readonly most: readonly [low: number, high: number];
  readonly side: Side;
}

/** A guess is as good as its steps are fine: half a step beside the range counts as in it. */
export function held(predict: Measured, mark: number, { median, most }: Pick<Band, "median" | "most">): Held {
  const value = valueAt(predict, mark);
  // What is left of a step after adding decimals is not to decide.
  const slack = predict.step * 0.5001;
  const side = value > most[1] + slack ? "above" : value < most[0] - slack ? "below" : "inside";
  return { value, median, most, side };
}

/** Each point of a line; those in whose month no world has a value are left out. */
export function heldLine(
  predict: LinePredict,
  marks: readonly number[],
  { median, most }: Course,
): readonly (Held & { readonly month: number })[] {
  return predict.months.flatMap((month, k) => {
    const middle = median[month];
    // A course that was carried over has null where there was no number.
    if (!Number.isFinite(middle)) return [];
    return [{ month, ...held(predict, marks[k], { median: middle, most: [most[0][month], most[1][month]] }) }];
  });
}
