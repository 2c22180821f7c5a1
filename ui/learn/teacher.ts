import type { App } from "../app.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { claimsTable } from "./claimsTable.ts";
import { copyButton, pageAddress } from "./class/copyable.ts";
import { outcomesPart } from "./outcomesPart.ts";
import { startLink } from "./place.ts";
import { page } from "./printed.ts";
import { saveLesson } from "./saveLesson.ts";
import { said } from "./words.ts";

/** The teacher's page: goal, first minute, questions, wrong answers, timing, key, and two ways without the screen. */
export function teacher(lesson: Lesson, store: Store, app: App, learning: Learning): HTMLElement {
  const words = (part: string) => linkedWords(lesson, part);
  const list = (part: string): HTMLElement =>
    element("ul", {}, ...["1", "2", "3"].map((which) => element("li", {}, ...words(`teacher.${part}.${which}`))));
  const link = (): string => `${pageAddress()}#${startLink({ lesson: lesson.name })}`;
  return page(lesson, "learn.teacher", learning, [
    element(
      "p",
      { class: "learn-where" },
      copyButton(link, said("class.copyLesson", { number: lesson.number })),
      element(
        "button",
        { class: "link-button", attributes: { type: "button" }, on: { click: () => learning.teach(lesson.name, 30) } },
        said("class.open"),
      ),
      ...saveLesson(lesson, app),
    ),
    part("learn.teacher.goal", element("p", {}, ...words("teacher.goal"))),
    part("learn.teacher.first", element("p", {}, ...words("teacher.first"))),
    part("learn.teacher.questions", list("question")),
    part("learn.teacher.wrong", list("wrong")),
    part("learn.teacher.timing", element("p", {}, ...words("teacher.timing"))),
    part("learn.teacher.exit", key(lesson)),
    outcomesPart(lesson, store),
    part("learn.teacher.paper", element("p", {}, wordsOf(lesson, "paper"))),
    part("learn.teacher.reader", element("p", {}, wordsOf(lesson, "reader"))),
    claimsTable(lesson),
  ]);
}

type PartKey = Parameters<typeof text>[0];

function part(title: PartKey, ...body: HTMLElement[]): HTMLElement {
  return element("section", {}, element("h2", { class: "small-heading" }, text(title)), ...body);
}

function key(lesson: Lesson): HTMLElement {
  return element(
    "ol",
    {},
    ...lesson.exit.map((right, k) => {
      const at = `exit.${k + 1}`;
      return element(
        "li",
        {},
        `${wordsOf(lesson, `${at}.question`)} `,
        element("strong", {}, wordsOf(lesson, `${at}.option.${right}`)),
        ` — ${wordsOf(lesson, `${at}.why`)}`,
      );
    }),
  );
}
