import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";

/** The parts that every step of a lesson is made of. */

export function prompt(...words: readonly (string | HTMLElement)[]): HTMLElement {
  return element("h2", { class: "learn-prompt" }, ...words);
}

/** Answers one below the other, of which one may be chosen. */
export function choices(
  options: readonly { readonly id: string; readonly words: string }[],
  chosen: string | null,
  choose: (id: string) => void,
): HTMLElement {
  return element(
    "div",
    { class: "learn-choices" },
    ...options.map(({ id, words }) =>
      element(
        "button",
        {
          class: "learn-choice",
          attributes: { type: "button", "data-key": `choice-${id}`, "aria-pressed": String(id === chosen) },
          on: { click: () => choose(id) },
        },
        words,
      ),
    ),
  );
}

export function accent(words: string, act: () => void, disabled = false): HTMLButtonElement {
  return element(
    "button",
    {
      class: "button accent learn-accent",
      attributes: { type: "button", "data-key": "accent", disabled },
      on: { click: act },
    },
    words,
  );
}

/** "Go on", to the next step. */
export function onward(next: () => void): HTMLElement {
  return accent(text("learn.next"), next);
}

/** What is said back; a screen reader hears it. */
export function reading(...words: readonly (string | HTMLElement)[]): HTMLElement {
  return element("p", { class: "learn-reading", attributes: { role: "status" } }, ...words);
}
