import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { LESSONS, SHORT_COURSE, wordsOf } from "./lesson.ts";

/** All lessons in their order. */
export function contents(learning: Learning): HTMLElement {
  return element(
    "div",
    { class: "lessons" },
    element("h1", { class: "learn-question", attributes: { tabindex: -1 } }, text("learn.heading")),
    element("p", { class: "learn-about" }, text("learn.about")),
    element("ol", { class: "lesson-cards" }, ...LESSONS.map((lesson) => card(lesson, learning))),
    element("p", { class: "learn-about" }, text("learn.course")),
  );
}

function card(lesson: Lesson, learning: Learning): HTMLElement {
  const { name, number, minutes } = lesson;
  const title = wordsOf(lesson, "title");
  const short = SHORT_COURSE.includes(number) ? ` · ${text("learn.short")}` : "";
  return element(
    "li",
    {},
    element(
      "button",
      {
        class: "lesson-card",
        attributes: { type: "button", "aria-label": text("learn.open", { number, title }) },
        on: { click: () => learning.open(name) },
      },
      element("span", { class: "lesson-number" }, String(number)),
      element("strong", {}, title),
      element("span", { class: "lesson-question" }, wordsOf(lesson, "question")),
      element("span", { class: "lesson-minutes" }, text("learn.minutes", { minutes }) + short),
    ),
  );
}
