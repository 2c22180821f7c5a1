import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { paperGuess } from "./paperGuess.ts";
import { page } from "./printed.ts";

const LINES = 4;

/** The student sheet: what to write down before, while watching and afterwards; made to be printed. */
export function sheet(lesson: Lesson, learning: Learning): HTMLElement {
  return page(lesson, "learn.sheet", learning, [
    element("p", { class: "sheet-name" }, text("learn.sheet.name")),
    element(
      "section",
      {},
      element("h2", { class: "small-heading" }, text("learn.step.predict")),
      element("p", {}, wordsOf(lesson, "predict.prompt")),
      ...paperGuess(lesson),
    ),
    ...(["before", "during", "after"] as const).map((when) =>
      element(
        "section",
        {},
        element("h2", { class: "small-heading" }, text(`learn.sheet.${when}`)),
        element("p", {}, wordsOf(lesson, `sheet.${when}`)),
        ...Array.from({ length: LINES }, () => element("div", { class: "sheet-line" })),
      ),
    ),
  ]);
}
