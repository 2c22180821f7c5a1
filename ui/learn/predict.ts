import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { accent, choices, prompt } from "./prompt.ts";
import type { LearnState } from "./state.ts";

const SURE = ["guess", "fairly", "very"] as const;

/** Predict: a guess before it is seen, and how sure; it can be skipped. */
export function predictPanel(lesson: Lesson, learn: LearnState, learning: Learning): HTMLElement[] {
  const options = lesson.predict.options.map((id) => ({ id, words: wordsOf(lesson, `predict.option.${id}`) }));
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
    prompt(...linkedWords(lesson, "predict.prompt")),
    choices(options, learn.guess, (id) => learning.guess(id)),
    element("div", { class: "learn-sureness" }, element("span", {}, text("learn.sure")), ...sure),
    accent(text("learn.guess"), () => learning.keepGuess(false), learn.guess === null),
    element(
      "button",
      {
        class: "link-button",
        attributes: { type: "button", "data-key": "skip" },
        on: { click: () => learning.keepGuess(true) },
      },
      text("learn.skip"),
    ),
  ];
}
