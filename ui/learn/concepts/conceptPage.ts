import type { App } from "../../app.ts";
import { element } from "../../parts/element.ts";
import type { Learning } from "../learning.ts";
import { text } from "../../i18n/text.ts";
import { conceptKey } from "./conceptKey.ts";
import { conceptResult } from "./conceptResult.ts";
import { CONCEPTS, testWords } from "./concepts.ts";
import { questions } from "./questions.ts";
import type { Tries } from "./tries.ts";
import { NO_TRIES, begun, finished, score, triesOf, triesText } from "./tries.ts";

/** The concept test: twelve questions before the lessons and after them, scored here and kept in this browser alone. */
export function conceptPage(app: App, learning: Learning): HTMLElement {
  const { conceptAnswers } = app.outside;
  const body = element("div", {});
  const status = element("p", { class: "learn-note", attributes: { role: "status" } });
  let tries = triesOf(conceptAnswers.read(), CONCEPTS);

  const keep = (next: Tries): void => {
    tries = next;
    conceptAnswers.write(next === NO_TRIES ? null : triesText(next));
  };
  /** Shows what comes next, and leads there whoever reads with the keyboard. */
  const go = (next: Tries): void => {
    keep(next);
    status.textContent = next === NO_TRIES ? testWords("concepts.cleared") : "";
    draw();
    body.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
  };
  const button = (words: string, act: () => void, look = "button"): HTMLElement =>
    element("button", { class: look, attributes: { type: "button" }, on: { click: act } }, words);

  const draw = (): void => {
    const { before, after, draft } = tries;
    const clear = button(testWords("concepts.clear"), () => go(NO_TRIES));
    if (draft !== null) {
      const taking = before === null ? "concepts.taking.before" : "concepts.taking.after";
      body.replaceChildren(
        element("h2", { class: "learn-prompt", attributes: { tabindex: -1 } }, testWords(taking)),
        ...questions(draft, (answers) => keep({ ...tries, draft: answers })),
        element(
          "p",
          { class: "learn-where" },
          button(testWords("concepts.finish"), () => go(finished(tries, CONCEPTS)), "button accent"),
          button(testWords("concepts.leave"), () => go({ ...tries, draft: null })),
        ),
      );
    } else if (before === null) {
      body.replaceChildren(
        element("p", {}, testWords("concepts.kept")),
        button(testWords("concepts.begin.before"), () => go(begun(tries)), "button accent"),
      );
    } else {
      const again = after === null ? "concepts.begin.after" : "concepts.again";
      body.replaceChildren(
        ...(after === null ? [counted(score(before, CONCEPTS))] : conceptResult(before, after)),
        element(
          "p",
          { class: "learn-where" },
          button(testWords(again), () => go(begun(tries)), after === null ? "button accent" : "button"),
          clear,
        ),
        element("p", { class: "learn-note" }, testWords("concepts.kept")),
      );
    }
  };
  draw();
  return element(
    "article",
    { class: "learn-page concept-page" },
    element(
      "p",
      { class: "learn-where" },
      button(text("learn.all"), () => learning.open(null)),
      button(testWords("concepts.print"), () => window.print()),
    ),
    element("h1", { class: "learn-question", attributes: { tabindex: -1 } }, testWords("concepts.heading")),
    element("p", {}, testWords("concepts.about")),
    body,
    status,
    conceptKey(),
  );
}

/** The score of the first time, and why nothing more is said yet. */
function counted(right: number): HTMLElement {
  const all = CONCEPTS.length;
  return element(
    "div",
    { class: "concept-score", attributes: { tabindex: -1 } },
    element("p", { class: "learn-prompt" }, testWords("concepts.beforeScore", { right, all })),
    element("p", {}, testWords("concepts.wait")),
  );
}
