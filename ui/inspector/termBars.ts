import type { Why } from "../../sim/contract.ts";
import type { Bar } from "../charts/signedBars.ts";
import { signedBars } from "../charts/signedBars.ts";
import { percent, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";

/**
 * What joining would bring and cost, as signed bars in shares of sales, and the same as a table that is heard.
 * @param most terms with a bar of their own; what is left shares one, and labels are short
 */
export function termBars({ terms, members, utility }: Why, width: number, type: number, most = Infinity): HTMLElement {
  const isShort = most < Infinity;
  const bars = terms
    .map(({ id, value }) => ({
      label: isShort ? text(`term.short.${id}`) : text(`term.${id}`, { others: members - 1 }),
      value,
      figure: percent(value, 1, true),
    }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (bars.length > most) bars.splice(most, Infinity, rest(bars.slice(most)));
  const sum = { label: text("why.sum"), value: utility, figure: percent(utility, 1, true) };
  const picture = svg(signedBars(bars, { against: text("why.against"), for: text("why.for"), sum }, width, type));
  const rows = [...bars, sum].map(({ label, figure }) =>
    element("tr", {}, element("th", { attributes: { scope: "row" } }, label), element("td", {}, `${figure} %`)),
  );
  return element(
    "figure",
    { class: "why-bars" },
    picture as unknown as HTMLElement,
    element("table", { class: "aside-spoken" }, element("tbody", {}, ...rows)),
    // What the words mean, once the glossary is there.
    element("p", { class: "why-terms", attributes: { "data-terms": bars.map(({ label }) => label).join("; ") } }),
  );
}

/** Small terms in one bar, for a screen that is read from afar. */
function rest(bars: readonly Bar[]): Bar {
  const value = bars.reduce((sum, bar) => sum + bar.value, 0);
  return { label: text("term.short.other"), value, figure: percent(value, 1, true) };
}
