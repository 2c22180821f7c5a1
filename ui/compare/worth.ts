import type { PairReading, StudyReading } from "../../sim/contract.ts";
import { measureGap, measureValue, money, moneyRange, range } from "../brief/measures.ts";
import { figure, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { limitedField, showNumber } from "../parts/numberField.ts";
import type { Store } from "../store.ts";
import { chosen } from "./answer.ts";
import type { Comparing } from "./comparing.ts";
import { figureHead, figureRow } from "./cost.ts";
import { scroller } from "./scroller.ts";
import { section } from "./section.ts";

/** Is it worth it: net present value and benefits for each unit of cost, with the rate and what counts as a benefit. */
const RATIO = { digits: 1 };

export function worth(store: Store, comparing: Comparing): HTMLElement {
  const { root, note, body } = section("worth", text("compare.worth"));
  const rate = percentField((share) => void comparing.value({ rate: share }));
  const share = percentField((added) => void comparing.value({ valueAdded: added }));
  const currency = element("input", {
    class: "input",
    attributes: { maxlength: 12 },
    on: { change: () => comparing.change({ currency: currency.value.trim() || "kUSD" }) },
  });
  const fields = element(
    "div",
    { class: "worth-fields" },
    label("compare.worth.rate", rate),
    label("compare.worth.share", share),
    label("compare.worth.currency", currency),
  );
  const rows = element("div");
  body.append(fields, rows);
  store.watch(
    ({ compare }) => [compare.reading, compare.pair, compare.valuation, compare.currency],
    ([, , valuation, unit]) => {
      if (document.activeElement !== rate) showNumber(rate, Number((valuation.rate * 100).toPrecision(4)));
      if (document.activeElement !== share) showNumber(share, Number((valuation.valueAdded * 100).toPrecision(4)));
      if (document.activeElement !== currency) currency.value = unit;
      const found = chosen(store.state);
      if (found === null) return;
      note.textContent = text("compare.worth.note", { n: found.reading.pairs });
      const figures = scroller(text("compare.worth"), table(found.reading, found.pair, unit));
      rows.replaceChildren(figures, meaning(valuation.valueAdded));
    },
  );
  return root;
}

function table(reading: StudyReading, pair: PairReading, currency: string): HTMLElement {
  const arms = reading.arms.slice(0, -1).map((_, arm) => arm);
  const of = (part: "benefits" | "costs" | "net"): string[] =>
    arms.map((arm) => money(reading.arms[arm].worth?.[part].mean ?? null));
  const ratios = arms.map((arm) => {
    const mean = reading.arms[arm].worth?.ratio.mean ?? null;
    return mean === null ? text("compare.none") : figure(mean, RATIO.digits);
  });
  const { net, ratio } = pair.worth ?? { net: null, ratio: null };
  const share = "funding.public.share";
  const isAgainstNone = pair.b === reading.arms.length - 1;
  const gap = (value: number | null): string =>
    value === null ? text("compare.none") : figure(value, RATIO.digits, { sign: true });
  return element(
    "table",
    { class: "plain-table" },
    figureHead(text("compare.measure"), reading, arms, pair),
    element(
      "tbody",
      {},
      figureRow(text("compare.worth.benefits", { currency }), of("benefits"), "", ""),
      figureRow(text("compare.worth.costs", { currency }), of("costs"), "", ""),
      figureRow(
        text("compare.worth.net", { currency }),
        of("net"),
        money(net?.mean ?? null, true),
        moneyRange(net?.low ?? null, net?.high ?? null),
        true,
      ),
      figureRow(
        text("compare.worth.ratio"),
        ratios,
        isAgainstNone ? "" : gap(ratio?.mean ?? null),
        isAgainstNone || ratio === null ? "" : text("compare.range", { low: gap(ratio.low), high: gap(ratio.high) }),
      ),
      figureRow(
        text("compare.worth.public"),
        arms.map((arm) => measureValue(share, reading.comparison.arms[arm].measures[share]?.mean ?? null)),
        measureGap(share, pair.measures[share]?.mean ?? null),
        range(share, pair.measures[share]?.low ?? null, pair.measures[share]?.high ?? null),
      ),
    ),
  );
}

/** What is counted, and what is assumed in it. */
function meaning(valueAdded: number): HTMLElement {
  const counted = text("compare.worth.meaning", { share: figure(valueAdded * 100) });
  return element("p", { class: "fine" }, `${counted} ${text("compare.worth.label")}`);
}

let count = 0;

function label(words: Parameters<typeof text>[0], control: HTMLInputElement): HTMLElement {
  control.id = `worth-${++count}`;
  return element(
    "div",
    { class: "field" },
    element("label", { attributes: { for: control.id } }, text(words)),
    control,
  );
}

function percentField(onChange: (share: number) => void): HTMLInputElement {
  return limitedField({ class: "input", min: 0, max: 100, step: 0.5 }, (value) => onChange(Number(value) / 100));
}
