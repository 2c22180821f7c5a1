import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { LESSONS, wordsOf } from "./lesson.ts";
import { linkedWords } from "./linkedWords.ts";
import { accent, prompt } from "./prompt.ts";
import { codeOfLesson } from "./result.ts";
import type { LearnState } from "./state.ts";

const OPTIONS = ["a", "b", "c"] as const;

/** The exit check: three questions, each answered with why; the last answer gives the result code. */
export function checkPanel(lesson: Lesson, learn: LearnState, learning: Learning): HTMLElement[] {
  const isDone = learn.exit.every((given) => given !== null);
  const right = learn.exit.filter((given, k) => given === lesson.exit[k]).length;
  const next = LESSONS.find(({ number }) => number === lesson.number + 1);
  return [
    prompt(text("learn.check.heading")),
    ...learn.exit.map((given, k) => question(lesson, k, given, learning)),
    ...(isDone
      ? [
          element(
            "p",
            { class: "learn-score", attributes: { role: "status" } },
            element("strong", {}, text("learn.check.score", { right, all: lesson.exit.length })),
          ),
          element(
            "p",
            { class: "learn-code" },
            learn.worlds?.running ? text("learn.loading") : text("learn.code", { code: codeOfLesson(lesson, learn) }),
          ),
          next === undefined
            ? accent(text("learn.all"), () => learning.open(null))
            : accent(text("learn.nextLesson", { title: wordsOf(next, "title") }), () => learning.open(next.name)),
        ]
      : []),
  ];
}

function question(lesson: Lesson, at: number, given: string | null, learning: Learning): HTMLElement {
  const part = `exit.${at + 1}`;
  const name = `exit-${lesson.name}-${at}`;
  const inputs = OPTIONS.map((option) => {
    const input = element("input", {
      attributes: {
        type: "radio",
        name,
        id: `${name}-${option}`,
        "data-key": `${name}-${option}`,
        checked: option === given,
      },
      on: { change: () => learning.check(at, option) },
    });
    return element(
      "div",
      { class: "exit-option" },
      input,
      element("label", { attributes: { for: `${name}-${option}` } }, wordsOf(lesson, `${part}.option.${option}`)),
    );
  });
  const said =
    given === null
      ? []
      : [
          element(
            "p",
            { class: "learn-reading", attributes: { role: "status" } },
            element("strong", {}, text(given === lesson.exit[at] ? "learn.check.right" : "learn.check.wrong")),
            " ",
            ...linkedWords(lesson, `${part}.why`),
          ),
        ];
  return element(
    "fieldset",
    { class: "exit-question" },
    element("legend", {}, wordsOf(lesson, `${part}.question`)),
    ...inputs,
    ...said,
  );
}
