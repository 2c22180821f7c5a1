import { element } from "../parts/element.ts";

/** A table that may be wider than its place: it is moved by itself, also by keys. */
export function scroller(name: string, table: HTMLElement): HTMLElement {
  return element(
    "div",
    { class: "table-scroll", attributes: { tabindex: 0, role: "group", "aria-label": name } },
    table,
  );
}
