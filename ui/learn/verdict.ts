import type { Course } from "../../sim/contract.ts";
import { figure, listed, text } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import { bandOf } from "./class/band.ts";
import { shownBy } from "./guess.ts";
import { held, heldLine } from "./held.ts";
import type { Lesson, LinePredict, NumberPredict } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { lineChart } from "./lineChart.ts";
import { lineLegend } from "./lineLegend.ts";
import { lineWords } from "./lineWords.ts";
import type { LearnState, Worlds } from "./state.ts";
import { said } from "./words.ts";

/** The guess held against what the worlds show: a fair reading for whatever was guessed, or for nothing. */
export function verdict(lesson: Lesson, learn: LearnState, worlds: Worlds): HTMLElement[] {
  const { predict } = lesson;
  switch (predict.kind) {
    case "choice":
      return [choiceVerdict(lesson, predict.right, learn.guess)];
    case "number":
      return numberVerdict(predict, learn.marks, worlds[predict.arm]);
    case "line": {
      const course = worlds.courses?.[predict.arm] ?? null;
      return course === null ? [] : lineVerdict(lesson, predict, learn.marks, course, worlds[predict.arm].length);
    }
  }
}

function choiceVerdict(lesson: Lesson, right: string, guess: string | null): HTMLElement {
  const words = (option: string): string => wordsOf(lesson, `predict.option.${option}`);
  const given = guess === null ? text("learn.noGuess") : text("learn.guessed", { guess: words(guess) });
  const known = guess === right ? text("learn.wasRight") : text("learn.wasOther", { right: words(right) });
  return element("p", {}, `${given} ${known}`);
}

/** How far a number is from another one: per cent differ by points. */
function apart({ shown }: NumberPredict, far: number): string {
  if (shown === "percent") return said("guess.percentPoints", { points: Math.round(far * 100) });
  return figure(far, shown === "degree" ? 2 : 0);
}

function numberVerdict(
  predict: NumberPredict,
  marks: readonly number[] | null,
  values: readonly (number | null)[],
): HTMLElement[] {
  const band = bandOf(values);
  if (band === null) return [];
  const show = shownBy(predict);
  const [low, high] = band.most.map(show);
  const shows = said("guess.shows", { median: show(band.median), n: band.n, low, high });
  if (marks === null) return [element("p", {}, `${text("learn.noGuess")} ${shows}`)];
  const { value, median, side } = held(predict, marks[0], band);
  const place = said("guess.place", { side, far: apart(predict, Math.abs(value - median)) });
  return [element("p", {}, `${text("learn.guessed", { guess: show(value) })} ${shows} ${place}`)];
}

function lineVerdict(
  lesson: Lesson,
  predict: LinePredict,
  marks: readonly number[] | null,
  course: Course,
  worlds: number,
): HTMLElement[] {
  const picture = svg(lineChart(predict, { own: marks, course }, lineWords(lesson, predict)));
  return [
    element("h3", { class: "small-heading" }, wordsOf(lesson, "predict.axis")),
    element("p", { class: "learn-note" }, wordsOf(lesson, `watch.${predict.arm}`)),
    element("figure", { class: "line-figure" }, picture as unknown as HTMLElement, pointsTable(predict, marks, course)),
    lineLegend(predict, { own: marks !== null, others: false, worlds }),
    element("p", {}, marks === null ? said("guess.line.skipped") : lineWordsOf(predict, marks, course)),
  ];
}

/** Where a line stays with the worlds and where it leaves them. */
function lineWordsOf(predict: LinePredict, marks: readonly number[], course: Course): string {
  const show = shownBy(predict);
  const points = heldLine(predict, marks, course);
  const on = (side: "above" | "below"): string[] => {
    const months = points.filter((point) => point.side === side).map(({ month }) => String(month));
    return months.length === 0 ? [] : [said(`guess.line.${side}`, { count: months.length, months: listed(months) })];
  };
  const inside = points.filter(({ side }) => side === "inside").length;
  if (inside === points.length) return said("guess.line.inside");
  const far = points.toSorted((a, b) => Math.abs(b.value - b.median) - Math.abs(a.value - a.median))[0];
  return [
    said("guess.line.some", { inside, all: points.length }),
    ...on("above"),
    ...on("below"),
    said("guess.line.far", { month: far.month, guess: show(far.value), median: show(far.median) }),
  ].join(" ");
}

function pointsTable(predict: LinePredict, marks: readonly number[] | null, course: Course): HTMLElement {
  const show = shownBy(predict);
  // Without a guess the table still says what the worlds show.
  const points = heldLine(predict, marks ?? predict.months.map(() => 0), course);
  const heads = ["guess.axis", "guess.yours", "guess.middle", "guess.most"] as const;
  return element(
    "table",
    { class: "aside-spoken" },
    element("caption", {}, said("guess.table")),
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((head) => element("th", { attributes: { scope: "col" } }, said(head)))),
    ),
    element(
      "tbody",
      {},
      ...points.map(({ month, value, median, most }) =>
        element(
          "tr",
          {},
          element("th", { attributes: { scope: "row" } }, String(month)),
          element("td", {}, marks === null ? "–" : show(value)),
          element("td", {}, show(median)),
          element("td", {}, said("guess.range", { low: show(most[0]), high: show(most[1]) })),
        ),
      ),
    ),
  );
}
