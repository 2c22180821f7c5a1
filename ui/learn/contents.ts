import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { copyButton, pageAddress } from "./class/copyable.ts";
import { testWords } from "./concepts/concepts.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { LESSONS, SHORT_COURSE, wordsOf } from "./lesson.ts";
import { MOST_SEATS, startLink } from "./place.ts";
import { said } from "./words.ts";

const USUAL_SEATS = 30;

/** All lessons in their order, the short course, and the way to a class. */
export function contents(learning: Learning): HTMLElement {
  const short = LESSONS.filter(({ number }) => SHORT_COURSE.includes(number));
  return element(
    "div",
    { class: "lessons" },
    element("h1", { class: "learn-question", attributes: { tabindex: -1 } }, text("learn.heading")),
    element("p", { class: "learn-about" }, text("learn.about")),
    element("ol", { class: "lesson-cards" }, ...LESSONS.map((lesson) => card(lesson, learning))),
    element(
      "div",
      { class: "lesson-ways" },
      element(
        "section",
        {},
        element("h2", { class: "small-heading" }, said("course.heading")),
        element("p", {}, said("course.about")),
        element("ol", { class: "course" }, ...short.map((lesson) => element("li", {}, way(lesson, learning)))),
      ),
      withClass(learning),
      conceptTest(learning),
    ),
  );
}

function card(lesson: Lesson, learning: Learning): HTMLElement {
  const { name, number, minutes } = lesson;
  const short = SHORT_COURSE.includes(number) ? ` · ${text("learn.short")}` : "";
  const link = (): string => `${pageAddress()}#${startLink({ lesson: name })}`;
  return element(
    "li",
    {},
    element(
      "button",
      {
        class: "lesson-card",
        attributes: { type: "button" },
        on: { click: () => learning.open(name) },
      },
      element("span", { class: "lesson-number" }, String(number)),
      element("strong", {}, wordsOf(lesson, "title")),
      element("span", { class: "lesson-question" }, wordsOf(lesson, "question")),
      element("span", { class: "lesson-minutes" }, text("learn.minutes", { minutes }) + short),
    ),
    copyButton(link, said("class.copyLesson", { number })),
  );
}

function way(lesson: Lesson, learning: Learning): HTMLElement {
  return element(
    "button",
    { class: "link-button", attributes: { type: "button" }, on: { click: () => learning.open(lesson.name) } },
    `${lesson.number} ${wordsOf(lesson, "title")}`,
  );
}

function conceptTest(learning: Learning): HTMLElement {
  const traits = { class: "button", attributes: { type: "button" } } as const;
  return element(
    "section",
    {},
    element("h2", { class: "small-heading" }, testWords("concepts.heading")),
    element("p", {}, testWords("concepts.way")),
    element(
      "p",
      { class: "class-way" },
      element("button", { ...traits, on: { click: () => learning.testConcepts() } }, testWords("concepts.open")),
      element("button", { ...traits, on: { click: () => learning.showTerms() } }, text("open.glossary")),
    ),
  );
}

function withClass(learning: Learning): HTMLElement {
  const seats = element("input", {
    attributes: { id: "class-seats", type: "number", min: 1, max: MOST_SEATS, value: USUAL_SEATS },
  });
  const open = (): void => {
    if (seats.reportValidity()) learning.teach(null, Number(seats.value));
  };
  return element(
    "section",
    {},
    element("h2", { class: "small-heading" }, said("class.with")),
    element("p", {}, said("class.withHow")),
    element(
      "p",
      { class: "class-way" },
      element("label", { attributes: { for: "class-seats" } }, said("class.seats")),
      seats,
      element("button", { class: "button", attributes: { type: "button" }, on: { click: open } }, said("class.open")),
    ),
  );
}
