import type { App } from "../app.ts";
import { linkLater } from "../glossary/linkLater.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { keepFocus } from "../parts/keepFocus.ts";
import type { Store } from "../store.ts";
import { actPanel, actScene } from "./act.ts";
import { checkPanel } from "./check.ts";
import { explainPanel } from "./explain.ts";
import { freePanel } from "./free.ts";
import type { Learning } from "./learning.ts";
import type { Lesson } from "./lesson.ts";
import { STEPS, wordsOf } from "./lesson.ts";
import { predicting } from "./predict.ts";
import type { LearnState } from "./state.ts";
import { said } from "./words.ts";
import { watchPanel, watchScene } from "./watch.ts";

/** One lesson: the question, the scene, and one prompt beside it. */
export function lessonView(lesson: Lesson, store: Store, app: App, learning: Learning): HTMLElement {
  const panel = element("div", { class: "learn-panel" });
  const acting = element("div", { class: "learn-scene" });
  const watching = watchScene(store, app);
  const predictPanel = predicting(lesson, learning);
  const failed = element("p", { class: "learn-failed", attributes: { role: "alert" } });
  const steps = element("ol", { class: "learn-steps", attributes: { "aria-label": text("learn.steps") } });
  const side = element("aside", { class: "learn-side" }, steps, failed, panel);
  const root = element(
    "div",
    { class: "lesson" },
    head(lesson, learning),
    element("div", { class: "learn-stage" }, acting, watching),
    side,
  );
  store.watch(
    ({ learn }) => [learn],
    ([learn]) => {
      if (learn.lesson !== lesson.name) return;
      const isWatching = learn.step === "watch" || (learn.reached >= STEPS.indexOf("watch") && learn.step !== "act");
      watching.hidden = !isWatching;
      acting.hidden = isWatching;
      failed.hidden = learn.failed === null;
      failed.textContent = learn.failed ?? "";
      keepFocus(root, () => {
        steps.replaceChildren(...STEPS.map((step, at) => stepItem(step, at, learn.step, learn.reached, learning)));
        if (!isWatching) {
          acting.replaceChildren(...actScene(lesson, learn));
          linkLater(acting);
        }
        panel.replaceChildren(...panelOf(lesson, store, learning, predictPanel));
      });
    },
  );
  return root;
}

function head(lesson: Lesson, learning: Learning): HTMLElement {
  const { seat } = learning.state;
  const button = (words: string, act: () => void) =>
    element("button", { class: "link-button", attributes: { type: "button" }, on: { click: act } }, words);
  return element(
    "div",
    { class: "learn-head" },
    element(
      "p",
      { class: "learn-where" },
      button(text("learn.all"), () => learning.open(null)),
      element("span", {}, `${lesson.number} ${wordsOf(lesson, "title")}`),
      ...(seat === null ? [] : [element("span", {}, said("class.seatNumber", { seat }))]),
      button(text("learn.teacher"), () => learning.show("teacher")),
      button(text("learn.sheet"), () => learning.show("sheet")),
    ),
    element("h1", { class: "learn-question", attributes: { tabindex: -1 } }, wordsOf(lesson, "question")),
  );
}

function stepItem(
  step: (typeof STEPS)[number],
  at: number,
  now: string,
  reached: number,
  learning: Learning,
): HTMLElement {
  return element(
    "li",
    {},
    element(
      "button",
      {
        class: "learn-step",
        attributes: {
          type: "button",
          "data-key": `step-${step}`,
          disabled: at > reached,
          "aria-current": step === now ? "step" : undefined,
        },
        on: { click: () => learning.go(step) },
      },
      text(`learn.step.${step}`),
    ),
  );
}

function panelOf(
  lesson: Lesson,
  store: Store,
  learning: Learning,
  predictPanel: (learn: LearnState) => HTMLElement[],
): HTMLElement[] {
  const { learn } = store.state;
  switch (learn.step) {
    case "act":
      return actPanel(lesson, learn, learning);
    case "predict":
      return predictPanel(learn);
    case "watch":
      return watchPanel(lesson, store, learning);
    case "explain":
      return explainPanel(lesson, learn, learning);
    case "free":
      return freePanel(lesson, learning);
    case "check":
      return checkPanel(lesson, learn, learning);
  }
}
