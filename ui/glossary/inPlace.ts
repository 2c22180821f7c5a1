import { linked } from "./linked.ts";

/** Terms in texts that are on the page already. */

/** What can be pressed itself, is told aloud when it changes, is a picture or a heading, or is not the reader's language. */
const NOT_HERE =
  "a, button, select, option, label, summary, textarea, svg, h1, h2, h3, .aside-spoken, .term-note, [aria-live], [role], [translate=no]";

/** Parts that name their words and show those of them that are terms: a picture cannot hold a button. */
const NAMED = "[data-terms]";

/** Links each term where it first stands below an element; what has been linked there is not linked again. */
export function linkInPlace(root: Element): void {
  const before = [...root.querySelectorAll(".term")].map((term) => term.textContent);
  for (const part of root.querySelectorAll<HTMLElement>(NAMED)) {
    const words = part.dataset["terms"] ?? "";
    if (part.childElementCount > 0) continue;
    part.append(...linked(words, before).filter((each) => typeof each !== "string"));
    before.push(words);
  }
  for (const node of textsOf(root)) {
    const words = node.data;
    const parts = linked(words, before);
    before.push(words);
    if (parts.length > 1 || typeof parts[0] !== "string") node.replaceWith(...parts);
  }
}

function textsOf(root: Element): Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(`${NOT_HERE}, ${NAMED}`) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data.trim() !== "") texts.push(node);
  }
  return texts;
}
