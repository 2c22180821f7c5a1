import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { claimShares } from "./claims.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { page } from "./printed.ts";

/** The teacher's page: goal, first minute, questions, wrong answers, timing, key, claims, and two ways without the screen. */
export function teacher(lesson: Lesson, learning: Learning): HTMLElement {
  const words = (part: string): string => wordsOf(lesson, part);
  const list = (part: string): HTMLElement =>
    element("ul", {}, ...["1", "2", "3"].map((which) => element("li", {}, words(`teacher.${part}.${which}`))));
  const link = `#view=learn&lesson=${lesson.name}`;
  return page(lesson, "learn.teacher", learning, [
    part("learn.teacher.goal", element("p", {}, words("teacher.goal"))),
    part("learn.teacher.link", element("p", {}, element("a", { attributes: { href: link } }, link))),
    part("learn.teacher.first", element("p", {}, words("teacher.first"))),
    part("learn.teacher.questions", list("question")),
    part("learn.teacher.wrong", list("wrong")),
    part("learn.teacher.timing", element("p", {}, words("teacher.timing"))),
    part("learn.teacher.exit", key(lesson)),
    ...(lesson.claims.some((id) => claimShares[id] !== undefined)
      ? [part("learn.teacher.claims", claims(lesson))]
      : []),
    part("learn.teacher.paper", element("p", {}, words("paper"))),
    part("learn.teacher.reader", element("p", {}, words("reader"))),
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

function claims(lesson: Lesson): HTMLElement {
  return element(
    "ul",
    {},
    ...lesson.claims.map((id) => {
      const known = claimShares[id];
      const words = known === undefined ? id : known.text;
      const share = known === undefined ? "" : text("learn.teacher.claim.share", { held: known.held, of: known.of });
      return element("li", {}, `${words} `, element("strong", {}, share));
    }),
  );
}
