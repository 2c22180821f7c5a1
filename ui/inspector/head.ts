import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { icon } from "../parts/icon.ts";

/** What the inspector is about, and the way out of it. */
export function head(words: string, leave: string, close: () => void): HTMLElement {
  const button = element(
    "button",
    {
      class: "icon-button",
      attributes: { type: "button", "data-key": "close", "aria-label": leave, title: leave },
      on: { click: close },
    },
    icon("close", 20),
  );
  return element("div", { class: "section-line" }, heading(words), button);
}

export function heading(words: string): HTMLElement {
  return element("h2", { class: "why-heading", attributes: { id: "why-heading" } }, words);
}

export function subheading(words: string): HTMLElement {
  return element("h3", { class: "small-heading" }, words);
}

/** A name that leads to what it names. `key` tells it from the others, so that the focus finds it again. */
export function nameButton(words: string, key: string, open: () => void): HTMLElement {
  const attributes = { type: "button", "data-key": key };
  return element("button", { class: "link-button", attributes, on: { click: open } }, words);
}

/** Facts as names and values. */
export function facts(rows: readonly (readonly [name: string, value: string | HTMLElement])[]): HTMLElement {
  const pairs = rows.map(([name, value]) =>
    element("div", { class: "fact" }, element("dt", {}, name), element("dd", {}, value)),
  );
  return element("dl", { class: "facts" }, ...pairs);
}

/** A table with one heading a column; the first cell of a row names it. */
export function smallTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
): HTMLElement {
  return element(
    "table",
    { class: "table inspector-table" },
    element("caption", { class: "aside-spoken" }, caption),
    element(
      "thead",
      {},
      element("tr", {}, ...head.map((name) => element("th", { attributes: { scope: "col" } }, name))),
    ),
    element(
      "tbody",
      {},
      ...rows.map((cells) =>
        element(
          "tr",
          {},
          ...cells.map((cell, k) =>
            k === 0 ? element("th", { attributes: { scope: "row" } }, cell) : element("td", {}, cell),
          ),
        ),
      ),
    ),
  );
}

export function yesNo(value: boolean): string {
  return text(value ? "yes" : "no");
}
