import { questionWords } from "../brief/answer.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { optionSign } from "./options.ts";

/** The question in one line, and the options beside it. */
export function head(store: Store): HTMLElement {
  const question = element("h1", { class: "compare-question" });
  const chips = element("ul", { class: "option-chips", attributes: { "aria-label": text("compare.options") } });
  store.watch(
    ({ compare }) => [compare.question, compare.currency],
    ([asked, currency]) => {
      if (asked === null) {
        question.textContent = text("compare.loading");
        return;
      }
      question.textContent = questionWords(asked.target, asked.budget, asked.months, currency);
      chips.replaceChildren(
        chip(-1, text("compare.noProgramme")),
        ...asked.options.map(({ name }, at) => chip(at, name)),
      );
    },
  );
  return element("div", { class: "compare-head" }, question, chips);
}

function chip(option: number, name: string): HTMLElement {
  return element("li", { class: "option-chip" }, optionSign(option, 20), name);
}
