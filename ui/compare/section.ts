import { element } from "../parts/element.ts";

/** A section of the reading: a rule, a question, what varies in it, and its body. */
export function section(name: string, heading: string): { root: HTMLElement; note: HTMLElement; body: HTMLElement } {
  const id = `compare-${name}`;
  const note = element("span", { class: "section-note" });
  const body = element("div", { class: "section-body" });
  const root = element(
    "section",
    { class: `compare-section compare-${name}`, attributes: { "aria-labelledby": id } },
    element("div", { class: "section-head" }, element("h3", { attributes: { id } }, heading), note),
    body,
  );
  return { root, note, body };
}
