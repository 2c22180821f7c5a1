import "./glossary.css";
import { element } from "../parts/element.ts";
import type { Term } from "./terms.ts";
import { TERMS, meaningOf, nameOf, placeIn } from "./terms.ts";

/** A text whose terms can be asked for their meaning: each where it first stands, unless it was said before. */

let count = 0;

/** @param before texts that were read already; what stands in them is not explained again */
export function linked(words: string, before: readonly string[] = []): (string | HTMLElement)[] {
  const isKnown = (term: Term) => before.some((earlier) => placeIn(term, earlier) !== null);
  const found = TERMS.filter((term) => !isKnown(term))
    .flatMap((term) => {
      const place = placeIn(term, words);
      return place === null ? [] : [{ term, ...place }];
    })
    .sort((one, two) => one.at - two.at || two.length - one.length);
  const parts: (string | HTMLElement)[] = [];
  let from = 0;
  for (const { term, at, length } of found) {
    // A term inside a longer one is part of it.
    if (at < from) continue;
    parts.push(words.slice(from, at), termButton(term, words.slice(at, at + length)));
    from = at + length;
  }
  return [...parts, words.slice(from)].filter((part) => part !== "");
}

function termButton(term: Term, shown: string): HTMLElement {
  const id = `term-${(count += 1)}`;
  const note = element(
    "span",
    { class: "term-note", attributes: { id, popover: "auto", role: "note" } },
    element("strong", {}, nameOf(term)),
    ` ${meaningOf(term)} `,
    element("small", { attributes: { translate: "no" } }, term.source),
  );
  const button = element(
    "button",
    {
      class: "term",
      attributes: { type: "button", popovertarget: id, "aria-describedby": id, "data-key": `term-${term.id}` },
    },
    shown,
  );
  note.addEventListener("beforetoggle", () => {
    const { left, bottom } = button.getBoundingClientRect();
    note.style.left = `${Math.max(8, Math.min(left, window.innerWidth - 340))}px`;
    note.style.top = `${bottom + 4}px`;
  });
  return element("span", {}, button, note);
}
