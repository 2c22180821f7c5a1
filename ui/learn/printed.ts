import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";

/** A page beside the lesson that prints well, with the way back. */
export function page(
  lesson: Lesson,
  title: "learn.teacher" | "learn.sheet",
  learning: Learning,
  body: readonly HTMLElement[],
): HTMLElement {
  const button = (words: string, act: () => void) =>
    element("button", { class: "button", attributes: { type: "button" }, on: { click: act } }, words);
  return element(
    "article",
    { class: "learn-page" },
    element(
      "p",
      { class: "learn-where" },
      button(text("learn.back"), () => learning.show("lesson")),
      button(text("learn.print"), () => window.print()),
    ),
    element(
      "h1",
      { class: "learn-question", attributes: { tabindex: -1 } },
      `${text(title)}: ${lesson.number} ${wordsOf(lesson, "title")}`,
    ),
    ...body,
  );
}
