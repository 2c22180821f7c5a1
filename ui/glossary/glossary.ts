import "../dialogs/dialogs.css";
import "./glossary.css";
import { element } from "../parts/element.ts";
import type { Content } from "../dialogs/dialogs.ts";
import { TERMS, meaningOf, nameOf } from "./terms.ts";

/** All terms of the field in the order of the reader's language, each with its meaning and a source. */
export const content: Content = () => {
  const sorted = [...TERMS].sort((one, two) => nameOf(one).localeCompare(nameOf(two), document.documentElement.lang));
  const root = element(
    "dl",
    // Reached by the Tab key, so that the arrows scroll it.
    { class: "glossary", attributes: { tabindex: 0 } },
    ...sorted.flatMap((term) => [
      element("dt", {}, nameOf(term)),
      element("dd", {}, meaningOf(term), " ", element("small", { attributes: { translate: "no" } }, term.source)),
    ]),
  );
  return { root, leave: () => undefined };
};
