import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { guessedLine } from "./guessedLine.ts";
import { guessedNumber } from "./guessedNumber.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { accent, choices, prompt } from "./prompt.ts";
import type { LearnState } from "./state.ts";

const SURE = ["guess", "fairly", "very"] as const;

/**
 * Predict: a guess before it is seen, and how sure; it can be skipped. A field or a picture in which the reader is at work
 * stays the same element while the rest is drawn anew.
 */
export function predicting(lesson: Lesson, learning: Learning): (learn: LearnState) => HTMLElement[] {
  const { predict } = lesson;
  if (predict.kind === "choice") {
    const options = predict.options.map((id) => ({ id, words: wordsOf(lesson, `predict.option.${id}`) }));
    return (learn) => [
      prompt(...linkedWords(lesson, "predict.prompt")),
      choices(options, learn.guess, (id) => learning.guess(id)),
      ...ending(
        learn,
        learning,
        accent(text("learn.guess"), () => learning.keepGuess(), learn.guess === null),
      ),
    ];
  }
  let { marks } = learning.state;
  const keep: HTMLButtonElement = accent(
    text("learn.guess"),
    () => marks !== null && learning.keepMarks(marks),
    marks === null,
  );
  const change = (next: readonly number[] | null): void => {
    marks = next;
    keep.disabled = next === null;
  };
  const field =
    predict.kind === "number"
      ? guessedNumber(lesson, predict, marks, change, () => keep.click())
      : guessedLine(lesson, predict, marks, change);
  return (learn) => [prompt(...linkedWords(lesson, "predict.prompt")), field, ...ending(learn, learning, keep)];
}

function ending(learn: LearnState, learning: Learning, keep: HTMLElement): HTMLElement[] {
  const sure = SURE.map((id) =>
    element(
      "button",
      {
        class: "learn-sure",
        attributes: { type: "button", "data-key": `sure-${id}`, "aria-pressed": String(learn.sure === id) },
        on: { click: () => learning.sure(id) },
      },
      text(`learn.sure.${id}`),
    ),
  );
  return [
    element("div", { class: "learn-sureness" }, element("span", {}, text("learn.sure")), ...sure),
    keep,
    element(
      "button",
      {
        class: "link-button",
        attributes: { type: "button", "data-key": "skip" },
        on: { click: () => learning.skipGuess() },
      },
      text("learn.skip"),
    ),
  ];
}
