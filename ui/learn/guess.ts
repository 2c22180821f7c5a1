import { figure, percent } from "../i18n/text.ts";
import type { Lesson, LinePredict, NumberPredict } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import type { CodeForm } from "./resultCode.ts";
import { said } from "./words.ts";

/** A guess as it is kept, shown and put into a code: an option, or marks, which are steps above the lowest value. */
export type Measured = NumberPredict | LinePredict;

/** Steps between the lowest and the highest value. */
export function stepsOf({ low, high, step }: Measured): number {
  return Math.round((high - low) / step);
}

export function valueAt({ low, step }: Measured, mark: number): number {
  return low + mark * step;
}

/** The nearest mark to a value. */
export function markAt(predict: Measured, value: number): number {
  return Math.max(0, Math.min(stepsOf(predict), Math.round((value - predict.low) / predict.step)));
}

/** A value as it is read, with its sign where it has one. */
export function shownBy({ shown }: Measured): (value: number) => string {
  switch (shown) {
    case "percent":
      return (value) => `${percent(value)}\u00a0%`;
    case "count":
      return (value) => figure(value);
    case "degree":
      return (value) => figure(value, 2);
  }
}

export function formOf({ predict, watch }: Lesson): CodeForm {
  const marks = predict.kind === "choice" ? 0 : predict.kind === "number" ? 1 : predict.months.length;
  return { scale: watch.scale, marks };
}

/** A guess in words: the option, the number, or the values of the line from point to point. */
export function guessWords(lesson: Lesson, guess: string | null, marks: readonly number[] | null): string {
  const { predict } = lesson;
  if (predict.kind === "choice")
    return guess === null ? said("class.skipped") : wordsOf(lesson, `predict.option.${guess}`);
  if (marks === null) return said("class.skipped");
  const show = shownBy(predict);
  return marks.map((mark) => show(valueAt(predict, mark))).join(" · ");
}
