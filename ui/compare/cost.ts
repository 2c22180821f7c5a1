import type { PairReading, Payer, StudyReading } from "../../sim/contract.ts";
import { shortName } from "../brief/answer.ts";
import { measureGap, measureValue, money, moneyRange, range } from "../brief/measures.ts";
import { text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import type { Store } from "../store.ts";
import { chosen } from "./answer.ts";
import { scroller } from "./scroller.ts";
import { section } from "./section.ts";

/** What it costs: who pays, and what a network-year that outlives the broker comes to. */
const PAYERS: readonly Payer[] = ["public", "members", "buyers", "total"];
const PER_YEAR = "cost.perSurvivingNetworkYear";

export function cost(store: Store): HTMLElement {
  const { root, note, body } = section("cost", text("compare.cost"));
  store.watch(
    ({ compare }) => [compare.reading, compare.pair, compare.currency],
    ([, , currency]) => {
      const found = chosen(store.state);
      if (found === null) return;
      const { reading, pair } = found;
      note.textContent = text("compare.cost.note", { currency, months: reading.comparison.months, n: reading.pairs });
      body.replaceChildren(scroller(text("compare.cost"), table(reading, pair)));
    },
  );
  return root;
}

/** A row of figures, with the difference and its interval in one cell. */
export function figureRow(
  name: string,
  cells: readonly string[],
  difference: string,
  interval: string,
  isSum = false,
): HTMLElement {
  return element(
    "tr",
    { class: isSum ? "sum-row" : "" },
    element("th", { attributes: { scope: "row" } }, name),
    ...cells.map((cell) => element("td", { class: "sum-plain" }, cell)),
    element(
      "td",
      { class: "sum-plain" },
      difference,
      ...(interval === "" ? [] : [" ", element("span", { class: "sum-aside" }, `(${interval})`)]),
    ),
  );
}

/** The head above such rows. */
export function figureHead(
  first: string,
  reading: StudyReading,
  arms: readonly number[],
  pair: PairReading,
): HTMLElement {
  const names = arms.map((arm) => shortName(reading, arm));
  const last = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      element("th", { attributes: { scope: "col" } }, first),
      ...[...names, last].map((name) => element("th", { class: "sum-head", attributes: { scope: "col" } }, name)),
    ),
  );
}

function table(reading: StudyReading, pair: PairReading): HTMLElement {
  const last = reading.arms.length - 1;
  const arms = [last, ...reading.arms.slice(0, -1).map((_, arm) => arm)];
  const rows = PAYERS.map((payer) => {
    const difference = pair.money?.[payer];
    return figureRow(
      text(`compare.cost.${payer}`),
      arms.map((arm) => money(reading.arms[arm].money?.[payer].mean ?? null)),
      money(difference?.mean ?? null, true),
      moneyRange(difference?.low ?? null, difference?.high ?? null),
      payer === "total",
    );
  });
  const each = pair.measures[PER_YEAR];
  const perYear = figureRow(
    text("compare.cost.perYear"),
    arms.map((arm) => measureValue(PER_YEAR, reading.comparison.arms[arm].measures[PER_YEAR]?.mean ?? null)),
    measureGap(PER_YEAR, each?.mean ?? null),
    range(PER_YEAR, each?.low ?? null, each?.high ?? null),
  );
  return element(
    "table",
    { class: "plain-table" },
    figureHead(text("compare.cost.paidBy"), reading, arms, pair),
    element("tbody", {}, ...rows, perYear),
  );
}
