import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { figure, text, wordFor } from "../i18n/text.ts";
import { armName, shortName } from "./answer.ts";
import type { BriefInput } from "./brief.ts";
import {
  assumptionName,
  assumptionValue,
  heatOf,
  isGuess,
  matters,
  regretRows,
  switchingWords,
  tornadoOf,
} from "./doubts.ts";
import { block, paragraph, table, withInterval } from "./layout.ts";
import { measureGap, measureName, measureWords, money, moneyRange } from "./measures.ts";
import { armSign, fanOf, optionArms } from "./pictures.ts";

/** The second page: what would change our mind, what the model cannot tell, what it is worth, how it unfolds. */

/** Rows of the tornado on paper. */
const ROWS = 6;

export function doubtBlock({ reading, pair, doubt }: BriefInput): Mark {
  if (doubt === null) return block(text("brief.doubt"), paragraph(text("brief.doubt.untried")));
  const [a, b] = [shortName(reading, pair.a), shortName(reading, pair.b)];
  const shown = doubt.assumptions.slice(0, ROWS);
  const rows = shown.map((each) => [
    mark(
      "span",
      {},
      mark("strong", {}, assumptionName(each)),
      " ",
      mark(
        "span",
        { class: "aside" },
        `${assumptionValue(each, each.assumption.low)}\u2013${assumptionValue(each, each.assumption.high)}`,
      ),
    ),
    tornadoOf(reading, doubt, each, 300),
    switchingWords(doubt, each),
  ]);
  const guesses = doubt.assumptions.filter((each) => matters(doubt, each) && isGuess(each.assumption.source));
  const names = guesses.map((each) => `${assumptionName(each)} (${each.assumption.source})`).join("; ");
  const picture = heatOf(reading, doubt, 300);
  const regret = table(
    [
      { title: text("compare.regret") },
      { title: text("compare.regret.most"), isFigure: true },
      { title: text("compare.regret.mean"), isFigure: true },
    ],
    regretRows(reading, doubt).map(({ arm, name, most, mean }) => [
      mark("span", { class: "named" }, armSign(reading, arm, 16), name),
      most,
      mean,
    ]),
  );
  const measure = measureName(reading.target.measure);
  return block(
    text("brief.doubt"),
    paragraph(text("compare.doubt.note", { measure, a, b, pairs: doubt.pairs }), "fine"),
    table(
      [
        { title: "" },
        { title: text("compare.doubt.ahead", { a, b }) },
        { title: text("compare.doubt.switch"), isFigure: true },
      ],
      rows,
      { kind: "result" },
    ),
    paragraph(
      text(guesses.length === 0 ? "brief.doubt.noGuess" : "brief.doubt.guesses", { names, count: guesses.length }),
    ),
    mark("div", { class: "pair-grid" }, ...(picture === null ? [] : [picture]), regret),
  );
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

export function worthBlock({ reading, pair, currency }: BriefInput): Mark {
  const arms = optionArms(reading);
  const { rate, valueAdded } = reading.valuation;
  const sums = (part: "benefits" | "costs"): string[] =>
    arms.map((arm) => money(reading.arms[arm].worth?.[part].mean ?? null));
  const nets = arms.map((arm) => {
    const { mean, low, high } = reading.arms[arm].worth?.net ?? { mean: null, low: null, high: null };
    return withInterval(money(mean), moneyRange(low, high, false));
  });
  const ratios = arms.map((arm) => {
    const { mean, low, high } = reading.arms[arm].worth?.ratio ?? { mean: null, low: null, high: null };
    const one = (value: number | null): string => (value === null ? text("compare.none") : figure(value, 1));
    return withInterval(one(mean), text("compare.range", { low: one(low), high: one(high) }));
  });
  const gap = pair.worth?.net;
  const last = text("compare.changes.head", { a: shortName(reading, pair.a), b: shortName(reading, pair.b) });
  return block(
    text("brief.worth"),
    table(
      [
        { title: "" },
        ...arms.map((arm) => ({ title: shortName(reading, arm), isFigure: true })),
        { title: last, isFigure: true },
      ],
      [
        [text("compare.worth.benefits", { currency }), ...sums("benefits"), ""],
        [text("compare.worth.costs", { currency }), ...sums("costs"), ""],
        [
          text("compare.worth.net", { currency }),
          ...nets,
          withInterval(money(gap?.mean ?? null, true), moneyRange(gap?.low ?? null, gap?.high ?? null)),
        ],
        [text("compare.worth.ratio"), ...ratios, ""],
      ],
      { sums: new Set([2]) },
    ),
    paragraph(
      `${text("brief.worth.rate", { rate: figure(rate * 100, 1) })} ${text("compare.worth.meaning", { share: figure(valueAdded * 100) })}`,
      "fine",
    ),
  );
}

export function courseBlock({ reading }: BriefInput): Mark {
  const measure = measureWords(reading.target.measure);
  return block(
    text("brief.course"),
    paragraph(text("compare.courses.note", { measure, n: reading.pairs, thin: Math.min(10, reading.pairs) }), "fine"),
    mark(
      "div",
      { class: "dots-grid" },
      ...optionArms(reading).flatMap((arm) => {
        const picture = fanOf(reading, arm, 270, 118);
        return picture === null
          ? []
          : [
              mark(
                "figure",
                {},
                mark("figcaption", {}, armSign(reading, arm, 16), ` ${armName(reading, arm)}`),
                picture,
              ),
            ];
      }),
    ),
  );
}

export function worstBlock({ reading, pair }: BriefInput): Mark {
  if (pair.isSame) return block(text("brief.worst"), paragraph(text("brief.worst.same"), "fine"));
  const { measure } = reading.target;
  const worlds = pair.worst
    .map(({ world, difference }) => text("brief.worst.world", { world, difference: measureGap(measure, difference) }))
    .join(", ");
  const values = {
    a: shortName(reading, pair.a),
    b: shortName(reading, pair.b),
    worlds,
    measure: wordFor(`measure.${measure}.in`, measureName(measure)),
  };
  return block(text("brief.worst"), paragraph(text("brief.worst.words", values), "fine"));
}
