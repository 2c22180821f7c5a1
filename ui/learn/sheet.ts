import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { paperGuess } from "./paperGuess.ts";
import { page } from "./printed.ts";

/** Lines to write on; fewer where a frame to draw in takes its room, so that the sheet is one page. */
const LINES = 4;
const LINES_BESIDE_FRAME = 3;

/** The student sheet: what to write down before, while watching and afterwards; made to be printed. */
export function sheet(lesson: Lesson, learning: Learning): HTMLElement {
  return page(lesson, "learn.sheet", learning, [
    element("p", { class: "sheet-name" }, text("learn.sheet.name")),
    written("before", lesson),
    element(
      "section",
      {},
      element("h2", { class: "small-heading" }, text("learn.step.predict")),
      element("p", {}, wordsOf(lesson, "predict.prompt")),
      ...paperGuess(lesson),
    ),
    written("during", lesson),
    written("after", lesson),
  ]);
}

function written(when: "before" | "during" | "after", lesson: Lesson): HTMLElement {
  const lines = lesson.predict.kind === "line" ? LINES_BESIDE_FRAME : LINES;
  return element(
    "section",
    {},
    element("h2", { class: "small-heading" }, text(`learn.sheet.${when}`)),
    element("p", {}, wordsOf(lesson, `sheet.${when}`)),
    ...Array.from({ length: lines }, () => element("div", { class: "sheet-line" })),
  );
}
