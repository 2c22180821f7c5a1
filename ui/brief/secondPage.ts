import type { StudyReading } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { armName, placeOf, shortName } from "./answer.ts";
import type { BriefInput } from "./brief.ts";
import { doubtHeads, doubtRows, guessWords, heatOf, regretRows } from "./doubts.ts";
import { block, paragraph, table, withInterval } from "./layout.ts";
import { measureGap, measureWords, money, moneyRange } from "./measures.ts";
import { panelGrid, panelsFor } from "./panels.ts";
import { armSign, fanOf, optionArms } from "./pictures.ts";

/** The second page: what would change our mind, what the model cannot tell, what it is worth, how it unfolds. */

const NOTHING = { mean: null, low: null, high: null };
/** Rows of the tornado on the page, one less where options are many; the annex has them all. */
const ROWS = 4;
/** Height of a cell of the two-way map on paper. */
const CELL = 22;

export function doubtBlock({ reading, doubt }: BriefInput): Mark {
  if (doubt === null) return block(text("brief.doubt"), paragraph(text("brief.doubt.untried")));
  const { note, ahead } = doubtHeads(reading, doubt);
  const most = optionArms(reading).length > 2 ? ROWS - 1 : ROWS;
  const rows = doubtRows(reading, doubt, 300)
    .slice(0, most)
    .map(({ name, span, picture, switching }) => [
      mark("span", {}, mark("strong", {}, name), " ", mark("span", { class: "aside" }, span)),
      picture,
      switching,
    ]);
  const map = heatOf(reading, doubt, 300, CELL);
  const regret = table(
    [
      { title: text("compare.regret") },
      { title: text("compare.regret.most"), isFigure: true },
      { title: text("compare.regret.mean"), isFigure: true },
    ],
    regretRows(reading, doubt).map(({ arm, name, most: worst, mean }) => [named(reading, arm, name), worst, mean]),
  );
  return block(
    text("brief.doubt"),
    paragraph(note, "fine"),
    table([{ title: "" }, { title: ahead }, { title: text("compare.doubt.switch"), isFigure: true }], rows, {
      kind: "result",
    }),
    paragraph(guessWords(doubt)),
    mark("div", { class: "pair-grid" }, ...(map === null ? [] : [map]), regret),
  );
}

/** An arm by its sign; with its name where there is room, or where the sign has no letter. */
function named(reading: StudyReading, arm: number, name: string): Mark {
  const isNamed = panelsFor(optionArms(reading).length).isWide || placeOf(reading, arm) < 0;
  return mark("span", { class: "named" }, armSign(reading, arm, 16), ...(isNamed ? [name] : []));
}

export function limitsBlock(): Mark {
  const limits = [
    "brief.limit.model",
    "brief.limit.fee",
    "brief.limit.place",
    "brief.limit.beyond",
    "brief.limit.best",
  ] as const;
  return block(text("brief.limits"), paragraph(limits.map((key) => text(key)).join(" ")));
}

/** An option a row; the last row is the difference of the two that are held against each other. */
export function worthBlock({ reading, pair, currency }: BriefInput): Mark {
  const { rate, valueAdded } = reading.valuation;
  const ratioOf = (value: number | null): string => (value === null ? text("compare.none") : figure(value, 1));
  const rows: (string | Mark)[][] = optionArms(reading).map((arm) => {
    const { worth } = reading.arms[arm];
    const { net, ratio } = worth ?? { net: NOTHING, ratio: NOTHING };
    return [
      named(reading, arm, armName(reading, arm)),
      money(worth?.benefits.mean ?? null),
      money(worth?.costs.mean ?? null),
      withInterval(money(net.mean), moneyRange(net.low, net.high, false)),
      withInterval(
        ratioOf(ratio.mean),
        ratio.low === null ? "" : text("compare.range", { low: ratioOf(ratio.low), high: ratioOf(ratio.high) }),
      ),
    ];
  });
  const gap = pair.worth?.net ?? NOTHING;
  const last = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  rows.push([last, "", "", withInterval(money(gap.mean, true), moneyRange(gap.low, gap.high)), ""]);
  const heads = ["benefits", "costs", "net", "ratio"] as const;
  return block(
    text("brief.worth"),
    table(
      [{ title: "" }, ...heads.map((key) => ({ title: text(`compare.worth.${key}`, { currency }), isFigure: true }))],
      rows,
      { sums: new Set([rows.length - 1]), kind: "wide" },
    ),
    paragraph(
      `${text("brief.worth.rate", { rate: figure(rate * 100, 1) })} ${text("compare.worth.meaning", { share: figure(valueAdded * 100) })}`,
      "fine",
    ),
  );
}

export function courseBlock({ reading }: BriefInput): Mark {
  const measure = measureWords(reading.target.measure);
  const arms = optionArms(reading);
  const panels = panelsFor(arms.length);
  const [width, height, columns] = panels.fan;
  const note = text("compare.courses.note", { measure, n: reading.pairs, thin: Math.min(10, reading.pairs) });
  const figures = arms.flatMap((arm) => {
    const picture = fanOf(reading, arm, width, height, panels.isWide);
    if (picture === null) return [];
    const name = mark(
      "figcaption",
      {},
      armSign(reading, arm, 16),
      ...(panels.isWide ? [` ${armName(reading, arm)}`] : []),
    );
    return [mark("figure", {}, name, picture)];
  });
  return block(
    text("brief.course"),
    paragraph(panels.isWide ? note : `${note}. ${text("brief.course.key")}`, "fine"),
    panelGrid(columns, ...figures),
  );
}

export function worstBlock({ reading, pair }: BriefInput): Mark {
  if (pair.isSame) return block(text("brief.worst"), paragraph(text("brief.worst.same"), "fine"));
  const { measure } = reading.target;
  const worlds = listed(
    pair.worst.map(({ world, difference }) =>
      text("brief.worst.world", { world, difference: measureGap(measure, difference) }),
    ),
  );
  const values = {
    a: shortName(reading, pair.a),
    b: shortName(reading, pair.b),
    worlds,
    measure: measureWords(measure),
  };
  return block(text("brief.worst"), paragraph(text("brief.worst.words", values), "fine"));
}
