import type { PairReading, StudyReading } from "../../sim/contract.ts";
import { armName, shortName } from "../brief/answer.ts";
import { measureGap, measureName, measureNote, measureValue, range } from "../brief/measures.ts";
import { dumbbellOf, meanOf } from "../brief/pictures.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { element, say } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { chosen } from "./answer.ts";
import { section } from "./section.ts";

/** What changes: every option on one scale a measure, and the difference of two with its interval. */
const WIDTH = 300;
/** Measures that are shown at once, the target's before them; the others are one click away. */
const FIRST: readonly string[] = [
  "contribution.rate",
  "trust.members",
  "sales.causal.change",
  "jobs.members.change",
  "cost.perSurvivingNetworkYear",
];

export function changes(store: Store): HTMLElement {
  const { root, note, body } = section("changes", text("compare.changes"));
  const first = element("div");
  const words = element("summary");
  const rest = element("div");
  // It stays as the reader left it while worlds come in.
  const more = element("details", { class: "changes-more" }, words, rest);
  const corrected = element("div");
  body.append(first, more, corrected);
  store.watch(
    ({ compare }) => [compare.reading, compare.pair, compare.currency],
    ([, , currency]) => {
      const found = chosen(store.state);
      if (found === null) return;
      const { reading, pair } = found;
      note.textContent = text("compare.changes.note", { n: reading.pairs });
      const isFirst = (id: string): boolean => id === reading.target.measure || FIRST.includes(id);
      const others = reading.measures.filter((id) => !isFirst(id));
      first.replaceChildren(table(reading.measures.filter(isFirst), reading, pair, currency));
      say(words, text("compare.changes.more", { count: others.length }));
      rest.replaceChildren(table(others, reading, pair, currency));
      corrected.replaceChildren(tests(reading, pair));
    },
  );
  return root;
}

function table(ids: readonly string[], reading: StudyReading, pair: PairReading, currency: string): HTMLElement {
  const head = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  return element(
    "table",
    { class: "changes-table" },
    element("caption", { class: "aside-spoken" }, text("compare.changes")),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element(
          "th",
          { attributes: { scope: "col" } },
          element("span", { class: "aside-spoken" }, text("compare.measure")),
        ),
        element(
          "th",
          { attributes: { scope: "col" } },
          element("span", { class: "aside-spoken" }, text("compare.options")),
        ),
        element("th", { class: "sum-head", attributes: { scope: "col" } }, head),
      ),
    ),
    element("tbody", {}, ...ids.map((id) => row(id, reading, pair, currency))),
  );
}

function row(id: string, reading: StudyReading, pair: PairReading, currency: string): HTMLElement {
  const difference = pair.measures[id];
  const spoken = listed(
    reading.arms.map((_, arm) => `${armName(reading, arm)} ${measureValue(id, meanOf(reading, arm, id))}`),
  );
  return element(
    "tr",
    {},
    element(
      "th",
      { attributes: { scope: "row" } },
      element("span", { class: "measure-name" }, measureName(id)),
      element("span", { class: "measure-note" }, measureNote(id, reading.comparison.months, currency)),
    ),
    element(
      "td",
      {},
      element("span", { class: "aside-spoken" }, spoken),
      svg(dumbbellOf(reading, id, [pair.a, pair.b], WIDTH)),
    ),
    element(
      "td",
      { class: "sum-cell" },
      element("strong", {}, difference === undefined ? "" : measureGap(id, difference.mean)),
      element(
        "span",
        { class: "sum-range" },
        difference === undefined ? "" : range(id, difference.low, difference.high),
      ),
    ),
  );
}

/** How many tests, how they are corrected, which stand, and what pairing was worth. */
function tests(reading: StudyReading, { measures, varianceRatio }: PairReading): HTMLElement {
  const standing = reading.measures.filter((id) => (measures[id]?.adjusted ?? 1) < 0.05).length;
  const ratio = varianceRatio === null ? "" : figure(varianceRatio, 2);
  return element(
    "p",
    { class: "fine" },
    text("compare.tests", { tests: reading.tests, standing, ratio, paired: ratio === "" ? "no" : "yes" }),
  );
}
