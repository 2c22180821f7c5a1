import type { Payer } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { GAIN_KINDS, gainSample } from "../charts/whoGained.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { armName, shortName } from "./answer.ts";
import type { BriefInput } from "./brief.ts";
import { block, paragraph, table, withInterval } from "./layout.ts";
import { measureGap, measureName, measureNote, measureValue, money, moneyRange, range } from "./measures.ts";
import { armSign, dotsOf, dumbbellOf, gainedOf, metWords, optionArms } from "./pictures.ts";
import { valueText } from "./valueText.ts";

/** The first page: options, result, target, cost, who gains. */

const RESULTS = ["contribution.rate", "sales.causal.change"] as const;
const PAYERS: readonly Payer[] = ["public", "members", "buyers", "total"];
const PER_YEAR = "cost.perSurvivingNetworkYear";
/** Settings that are listed side by side on the first page; the annex has them all. */
const MOST_SHOWN = 5;

function named(input: BriefInput, arm: number): Mark {
  return mark("span", { class: "named" }, armSign(input.reading, arm, 18), armName(input.reading, arm));
}

export function optionsBlock(input: BriefInput): Mark {
  const { reading, differing, parameters, clashes } = input;
  const labels = new Map(parameters.map(({ path, parameter }) => [path, parameter.label]));
  const shown = differing.slice(0, MOST_SHOWN);
  const order = [reading.arms.length - 1, ...optionArms(reading)];
  const rows = order.map((arm) => [
    named(input, arm),
    ...shown.map((path) => wordOf(path, valueText(reading.comparison.arms[arm].settings[path]))),
  ]);
  const columns = [{ title: "" }, ...shown.map((path) => ({ title: labels.get(path) ?? path }))];
  const more = differing.length - shown.length;
  return block(
    text("brief.options"),
    table(columns, rows),
    ...(more > 0 ? [paragraph(text("brief.options.more", { more }), "fine")] : []),
    ...clashes.map((words) => paragraph(words, "fine")),
  );
}

function wordOf(path: string, value: string): string {
  return wordFor(`option.${path}.${value}`, value);
}

export function resultBlock({ reading, pair, currency }: BriefInput): Mark {
  const ids = [...new Set([reading.target.measure, ...RESULTS])];
  const { months } = reading.comparison;
  const last = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  const rows = ids.map((id) => {
    const found = pair.measures[id];
    return [
      mark(
        "span",
        {},
        mark("strong", {}, measureName(id)),
        mark("br"),
        mark("span", { class: "aside" }, measureNote(id, months, currency)),
      ),
      dumbbellOf(reading, id, [pair.a, pair.b], 250),
      mark(
        "span",
        {},
        mark("strong", { class: "large" }, measureGap(id, found?.mean ?? null)),
        mark("br"),
        mark("span", { class: "aside" }, range(id, found?.low ?? null, found?.high ?? null)),
      ),
    ];
  });
  return block(
    text("brief.result"),
    table(
      [{ title: "" }, { title: text("compare.changes.note", { n: reading.pairs }) }, { title: last, isFigure: true }],
      rows,
      { kind: "result" },
    ),
  );
}

export function targetBlock({ reading }: BriefInput): Mark {
  const arms = optionArms(reading);
  return block(
    text("brief.target"),
    mark(
      "div",
      { class: "dots-grid" },
      ...arms.map((arm) =>
        mark(
          "figure",
          {},
          dotsOf(reading, arm, 256, arms.length > 2 ? 70 : 92, true),
          mark(
            "figcaption",
            {},
            mark("strong", {}, metWords(reading, arm)),
            ` ${shortName(reading, arm)} ${armName(reading, arm)}: ${text("compare.target.all", { met: reading.arms[arm].met, n: reading.pairs })}`,
            ...(reading.budget === null
              ? []
              : [`, ${text("compare.target.budget", { within: reading.arms[arm].withinBudget, n: reading.pairs })}`]),
          ),
        ),
      ),
    ),
  );
}

export function costBlock({ reading, pair, currency }: BriefInput): Mark {
  const arms = optionArms(reading);
  const last = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  const rows: (string | Mark)[][] = PAYERS.map((payer) => {
    const found = pair.money?.[payer];
    return [
      text(`compare.cost.${payer}`),
      ...arms.map((arm) => money(reading.arms[arm].money?.[payer].mean ?? null)),
      withInterval(money(found?.mean ?? null, true), moneyRange(found?.low ?? null, found?.high ?? null)),
    ];
  });
  const each = pair.measures[PER_YEAR];
  rows.push([
    text("compare.cost.perYear"),
    ...arms.map((arm) => measureValue(PER_YEAR, reading.comparison.arms[arm].measures[PER_YEAR]?.mean ?? null)),
    withInterval(measureGap(PER_YEAR, each?.mean ?? null), range(PER_YEAR, each?.low ?? null, each?.high ?? null)),
  ]);
  const first = text("brief.cost.unit", { currency, months: reading.comparison.months });
  return block(
    text("brief.cost"),
    table(
      [
        { title: first },
        ...arms.map((arm) => ({ title: shortName(reading, arm), isFigure: true })),
        { title: last, isFigure: true },
      ],
      rows,
      { sums: new Set([PAYERS.length - 1]) },
    ),
  );
}

export function gainsBlock({ reading }: BriefInput): Mark {
  const arms = optionArms(reading);
  const rows = arms.flatMap((arm) => {
    const picture = gainedOf(reading, arm, 520);
    return picture === null ? [] : [mark("div", { class: "gain-row" }, armSign(reading, arm, 18), picture)];
  });
  return block(
    text("brief.gains"),
    mark(
      "p",
      { class: "gain-key" },
      ...GAIN_KINDS.map((kind) => mark("span", {}, gainSample(kind), ` ${text(`compare.gained.${kind}`)}`)),
    ),
    ...rows,
    ...arms.map((arm) => {
      const { measures } = reading.comparison.arms[arm];
      const causal = measures["sales.causal.change"];
      const naive = measures["sales.naiveBestSix.change"];
      const values = {
        name: shortName(reading, arm),
        causal: measureValue("sales.causal.change", causal?.mean ?? null),
        range: range("sales.causal.change", causal?.low ?? null, causal?.high ?? null),
        naive: measureValue("sales.naiveBestSix.change", naive?.mean ?? null),
        firms: figure(measures["firms.alive"]?.mean ?? 0),
      };
      return paragraph(text("brief.gains.words", values), "fine");
    }),
  );
}
