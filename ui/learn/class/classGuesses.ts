import { element } from "../../parts/element.ts";
import { svg } from "../../parts/svg.ts";
import { shownBy, valueAt } from "../guess.ts";
import { held, heldLine } from "../held.ts";
import type { Lesson, LinePredict, NumberPredict } from "../lesson.ts";
import { wordsOf } from "../lesson.ts";
import { lineChart } from "../lineChart.ts";
import { lineLegend } from "../lineLegend.ts";
import { lineWords } from "../lineWords.ts";
import { outcomesOf } from "../outcomes.ts";
import { said } from "../words.ts";
import { worldDots } from "../worldDots.ts";
import { bandOf } from "./band.ts";
import type { SeatResult } from "./codes.ts";

/** What the class guessed, held against the worlds: numbers as dots over the band, lines thin over the band. */
export function classGuesses(lesson: Lesson, results: readonly SeatResult[]): HTMLElement[] {
  const { predict } = lesson;
  const guesses = results.flatMap(({ marks }) => (marks === null ? [] : [marks]));
  if (predict.kind === "choice") return [];
  const heading = element("h3", { class: "small-heading" }, said("class.guesses"));
  if (guesses.length === 0) return [heading, element("p", {}, said("class.noGuess"))];
  return [
    heading,
    ...(predict.kind === "number" ? numbers(predict, guesses, results) : lines(lesson, predict, guesses)),
  ];
}

type Marks = readonly number[];

/** The worlds are the class' own. */
function numbers(predict: NumberPredict, guesses: readonly Marks[], results: readonly SeatResult[]): HTMLElement[] {
  const values = guesses.map(([mark]) => valueAt(predict, mark));
  const band = bandOf(results.map((result) => result[predict.arm]));
  const show = shownBy(predict);
  const row = { label: said("class.guessRow"), values, band };
  const middle = bandOf(values)?.median ?? NaN;
  const inside = band === null ? 0 : guesses.filter(([mark]) => held(predict, mark, band).side === "inside").length;
  return [
    element("figure", { class: "learn-dots" }, svg(worldDots([row], show)) as unknown as HTMLElement),
    element("p", {}, said("class.guessNumbers", { median: show(middle), inside, n: guesses.length })),
  ];
}

/** The worlds are many of the lesson's own: a code holds no course. */
function lines(lesson: Lesson, predict: LinePredict, guesses: readonly Marks[]): HTMLElement[] {
  const outcomes = outcomesOf(lesson);
  const course = outcomes?.course ?? null;
  const picture = svg(lineChart(predict, { own: null, others: guesses, course }, lineWords(lesson, predict)));
  const inside =
    course === null
      ? 0
      : guesses.filter((marks) => heldLine(predict, marks, course).every(({ side }) => side === "inside")).length;
  const arm = wordsOf(lesson, `watch.${predict.arm}`);
  return [
    element("p", {}, `${wordsOf(lesson, "predict.axis")}: ${arm}`),
    element("figure", { class: "line-figure class-lines" }, picture as unknown as HTMLElement),
    lineLegend(predict, { own: false, others: true, worlds: outcomes?.worlds ?? 0 }),
    element("p", {}, said("class.guessLines", { inside, n: guesses.length })),
  ];
}
