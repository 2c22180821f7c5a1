import type { Why } from "../../sim/contract.ts";
import { signedBars } from "../charts/signedBars.ts";
import { percent, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";

/** What an invitation would bring and cost, as signed bars in shares of sales, and the same as a table that is heard. */
export function termBars({ terms, members, utility }: Why, width: number, type: number): HTMLElement {
  const bars = terms
    .map(({ id, value }) => ({
      label: text(`term.${id}`, { others: members - 1 }),
      value,
      figure: percent(value, 1, true),
    }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const sum = { label: text("why.sum"), value: utility, figure: percent(utility, 1, true) };
  const rows = [...bars, sum].map(({ label, figure }) =>
    element("tr", {}, element("th", { attributes: { scope: "row" } }, label), element("td", {}, `${figure} %`)),
  );
  return element(
    "figure",
    { class: "why-bars learn-figure" },
    svg(
      signedBars(bars, { against: text("why.against"), for: text("why.for"), sum }, width, type),
    ) as unknown as HTMLElement,
    element("table", { class: "aside-spoken" }, element("tbody", {}, ...rows)),
  );
}
