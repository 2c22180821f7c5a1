import type { App } from "../app.ts";
import { problemWords, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";
import type { Store } from "../store.ts";

/** What went wrong and what to do next: refused values, and an engine that has ended. */
export function messages(store: Store, app: App): HTMLElement {
  const root = element("div", { class: "messages", attributes: { role: "alert" } });
  store.watch(
    ({ problems, stopped }) => [problems, stopped],
    ([problems, stopped]) => {
      const parts: HTMLElement[] = [];
      if (stopped !== null) {
        const go = element(
          "button",
          { class: "button accent", attributes: { type: "button" }, on: { click: () => app.restart() } },
          text("stopped.restart"),
        );
        const reason = sentence(stopped.reason);
        const words = element("p", {}, text("stopped.text", { month: stopped.month, reason }));
        parts.push(element("div", { class: "message" }, words, go));
      }
      if (problems.length > 0) {
        const close = element(
          "button",
          {
            class: "icon-button",
            attributes: { type: "button", "aria-label": text("problem.dismiss"), title: text("problem.dismiss") },
            on: { click: () => app.dismiss() },
          },
          icon("close", 20),
        );
        const items = problems.map((problem) => element("li", {}, text("problem.text", problemWords(problem))));
        const words = element(
          "div",
          {},
          element("strong", {}, text("problem.heading", { count: problems.length })),
          element("ul", {}, ...items),
        );
        parts.push(element("div", { class: "message" }, words, close));
      }
      root.replaceChildren(...parts);
    },
  );
  return root;
}

/** With a full stop, and a small letter after the colon. */
function sentence(words: string): string {
  const trimmed = words.trim() === "" ? text("stopped.reason") : words.trim();
  const small = trimmed.charAt(0).toLocaleLowerCase() + trimmed.slice(1);
  return /[.!?。！？]$/.test(small) ? small : text("join.sentence", { words: small });
}
