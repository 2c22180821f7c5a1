import type { Payer, Value } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { GAIN_KINDS, gainSample } from "../charts/whoGained.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { armName, shortName } from "./answer.ts";
import type { BriefInput } from "./brief.ts";
import { block, paragraph, table, withInterval } from "./layout.ts";
import { measureGap, measureName, measureNote, measureValue, money, moneyRange, range } from "./measures.ts";
import { panelGrid, panelsFor } from "./panels.ts";
import { armSign, dotsOf, dumbbellOf, gainedOf, metWords, optionArms } from "./pictures.ts";
import { valueText } from "./valueText.ts";

/** The first page: options, result, target, cost, who gains. */

const RESULTS = ["contribution.rate", "sales.causal.change"] as const;
const PAYERS: readonly Payer[] = ["public", "members", "buyers", "total"];
const COST = "cost.programme";
const PER_YEAR = "cost.perSurvivingNetworkYear";
const CAUSAL = "sales.causal.change";
const NAIVE = "sales.naiveBestSix.change";
const GAINS_WIDTH = 242;
/** Clashes that are said on the first page, one less where options are many; the annex has them all. */
const CLASHES = 2;
/** Settings that are listed side by side on the first page; the annex has them all. */
const MOST_SHOWN = 5;
/** Letters of a value that is not broken. */
const SHORT = 16;

type Settings = Readonly<Record<string, Value>>;

function named(input: BriefInput, arm: number): Mark {
  return mark("span", { class: "named" }, armSign(input.reading, arm, 18), armName(input.reading, arm));
}

export function optionsBlock(input: BriefInput): Mark {
  const { reading, differing, parameters, clashes } = input;
  const labels = new Map(parameters.map(({ path, parameter }) => [path, parameter.label]));
  const shown = differing.slice(0, reading.arms.length > 4 ? MOST_SHOWN - 1 : MOST_SHOWN);
  const order = [reading.arms.length - 1, ...optionArms(reading)];
  const rows = order.map((arm) => [
    named(input, arm),
    ...shown.map((path) => shortly(wordOf(path, valueText(inForce(reading.comparison.arms[arm].settings, path))))),
  ]);
  const columns = [{ title: "" }, ...shown.map((path) => ({ title: labels.get(path) ?? path }))];
  const more = differing.length - shown.length;
  const said = reading.arms.length > 4 ? CLASHES - 1 : CLASHES;
  return block(
    text("brief.options"),
    table(columns, rows),
    ...(more > 0 ? [paragraph(text("brief.options.more", { more }), "fine")] : []),
    ...clashes.slice(0, said).map((words) => paragraph(words, "fine")),
    ...(clashes.length > said ? [paragraph(text("brief.clashes.more", { more: clashes.length - said }), "fine")] : []),
  );
}

/** What only brokers do is nothing where there are none. */
function inForce(settings: Settings, path: string): Value | undefined {
  const isIdle = settings["brokers.count"] === 0 && path !== "brokers.count" && /^(brokers|phases|fees)\./.test(path);
  return isIdle ? undefined : settings[path];
}

/** A few words are kept on one line. */
function shortly(words: string): Mark | string {
  return words.length > SHORT ? words : mark("span", { class: "short" }, words);
}

function wordOf(path: string, value: string): string {
  return wordFor(`option.${path}.${value}`, value);
}

export function resultBlock({ reading, pair, currency }: BriefInput): Mark {
  // Many options need the room of a row.
  const beside = optionArms(reading).length > 3 ? RESULTS.slice(1) : RESULTS;
  const ids = [...new Set([reading.target.measure, ...beside])].filter((id) => reading.measures.includes(id));
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
      [{ title: "" }, { title: text("brief.result.note", { n: reading.pairs }) }, { title: last, isFigure: true }],
      rows,
      { kind: "result" },
    ),
  );
}

export function targetBlock({ reading }: BriefInput): Mark {
  const arms = optionArms(reading);
  const { dots, isWide } = panelsFor(arms.length);
  const [width, height, columns] = dots;
  const { pairs } = reading;
  const figures = arms.map((arm) => {
    const { met } = reading.arms[arm];
    const short = shortName(reading, arm);
    const name = isWide ? `${short} ${armName(reading, arm)}` : short;
    const words = columns > 3 ? text("brief.target.met", { met, n: pairs }) : metWords(reading, arm);
    // Fifty dots stand for all worlds: where there are more, both counts are said.
    const rest = columns > 3 || pairs <= 50 ? name : `${name}: ${text("compare.target.all", { met, n: pairs })}`;
    return mark(
      "figure",
      {},
      dotsOf(reading, arm, width, height, true),
      mark("figcaption", {}, mark("strong", {}, words), ` ${rest}`),
    );
  });
  return block(text("brief.target"), panelGrid(columns, ...figures));
}

export function costBlock({ reading, pair, currency }: BriefInput): Mark {
  const arms = optionArms(reading);
  const last = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  // A payer that nobody names takes no row.
  const isKept = arms.some((arm) => reading.arms[arm].money !== null);
  const paying = (isKept ? PAYERS : []).filter(
    (payer) => payer !== "buyers" || arms.some((arm) => reading.arms[arm].money?.buyers.mean),
  );
  const rows: (string | Mark)[][] = paying.map((payer) => {
    const found = pair.money?.[payer];
    return [
      text(`compare.cost.${payer}`),
      ...arms.map((arm) => money(reading.arms[arm].money?.[payer].mean ?? null)),
      withInterval(money(found?.mean ?? null, true), moneyRange(found?.low ?? null, found?.high ?? null)),
    ];
  });
  if (!isKept) {
    const found = pair.measures[COST];
    rows.push([
      text("compare.cost.total"),
      ...arms.map((arm) => measureValue(COST, reading.comparison.arms[arm].measures[COST]?.mean ?? null)),
      withInterval(measureGap(COST, found?.mean ?? null), range(COST, found?.low ?? null, found?.high ?? null)),
    ]);
  }
  const each = pair.measures[PER_YEAR];
  const perYear = each === undefined || each.mean === null ? "" : range(PER_YEAR, each.low, each.high);
  rows.push([
    text("compare.cost.perYear"),
    ...arms.map((arm) => measureValue(PER_YEAR, reading.comparison.arms[arm].measures[PER_YEAR]?.mean ?? null)),
    withInterval(measureGap(PER_YEAR, each?.mean ?? null), perYear),
  ]);
  const { budget, pairs } = reading;
  if (budget !== null) {
    const within = arms.map((arm) => figure(reading.arms[arm].withinBudget));
    rows.push([text("brief.cost.within", { budget: money(budget), n: pairs }), ...within, ""]);
  }
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
      { sums: new Set([Math.max(0, paying.length - 1)]) },
    ),
  );
}

/** Firms against themselves, then the two estimates in the same size. */
export function gainsBlock({ reading }: BriefInput): Mark {
  const arms = optionArms(reading);
  const { bar, isInLine } = panelsFor(arms.length);
  const estimate = (arm: number, id: string, isLarge: boolean): Mark => {
    const { mean, low, high } = reading.comparison.arms[arm].measures[id] ?? { mean: null, low: null, high: null };
    const value = measureValue(id, mean);
    return withInterval(mark(isLarge ? "strong" : "span", {}, value), mean === null ? "" : range(id, low, high));
  };
  const rows = arms.map((arm) => [
    armSign(reading, arm, 18),
    gainedOf(reading, arm, GAINS_WIDTH, bar, isInLine) ?? "",
    estimate(arm, CAUSAL, true),
    estimate(arm, NAIVE, false),
  ]);
  return block(
    text("brief.gains"),
    mark(
      "p",
      { class: "gain-key" },
      ...GAIN_KINDS.map((kind) => mark("span", {}, gainSample(kind), ` ${text(`compare.gained.${kind}`)}`)),
    ),
    table(
      [
        { title: "" },
        { title: text("brief.gains.firms", { n: reading.pairs }) },
        { title: text("brief.gains.causal") },
        { title: text("brief.gains.naive") },
      ],
      rows,
      { kind: "gains" },
    ),
  );
}
