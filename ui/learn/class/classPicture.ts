import type { App } from "../../app.ts";
import { element } from "../../parts/element.ts";
import { svg } from "../../parts/svg.ts";
import type { Store } from "../../store.ts";
import { guessWords } from "../guess.ts";
import type { Lesson } from "../lesson.ts";
import { wordsOf } from "../lesson.ts";
import { shownIn } from "../shown.ts";
import { said } from "../words.ts";
import { worldDots } from "../worldDots.ts";
import { bandOf } from "./band.ts";
import { bandWords } from "./bandWords.ts";
import { classGuesses } from "./classGuesses.ts";
import { classCsv, classTable } from "./classTable.ts";
import type { SeatResult } from "./codes.ts";

/** The class as one picture: a dot a student's world, the band they make, how the class guessed and answered. */
export function classPicture(lesson: Lesson, results: readonly SeatResult[], store: Store, app: App): HTMLElement[] {
  const show = shownIn(lesson, store);
  const rows = (["a", "b"] as const).map((arm) => {
    const values = results.map((result) => result[arm]);
    return { label: wordsOf(lesson, `watch.${arm}`), values, band: bandOf(values) };
  });
  const saved = (): void =>
    app.outside.save(`distretto_class_${lesson.name}.csv`, classCsv(lesson, results), "text/csv");
  return [
    element("figure", { class: "learn-dots class-dots" }, svg(worldDots(rows, show)) as unknown as HTMLElement),
    ...rows.map(({ label, band }) => element("p", { class: "class-band" }, bandWords(label, band, show))),
    element("p", { class: "learn-note" }, said("class.bandNote")),
    ...(lesson.predict.kind === "choice"
      ? [tally(said("class.guesses"), guessCounts(lesson, lesson.predict.options, results))]
      : classGuesses(lesson, results)),
    tally(said("class.answers"), answerCounts(lesson, results)),
    classTable(lesson, results, show),
    element("button", { class: "button", attributes: { type: "button" }, on: { click: saved } }, said("class.csv")),
  ];
}

type Count = readonly [words: string, count: number];

function guessCounts(lesson: Lesson, options: readonly string[], results: readonly SeatResult[]): Count[] {
  const count = (option: string | null, wanted: number): Count => {
    return [guessWords(lesson, option, null), results.filter(({ guess }) => guess === wanted).length];
  };
  return [...options.map((option, k) => count(option, k + 1)), count(null, 0)];
}

/** How many answered none, one, two or all questions right. */
function answerCounts({ exit }: Lesson, results: readonly SeatResult[]): Count[] {
  return Array.from({ length: exit.length + 1 }, (_, score): Count => {
    return [
      said("class.score", { right: score, all: exit.length }),
      results.filter(({ right }) => right === score).length,
    ];
  });
}

function tally(title: string, counts: readonly Count[]): HTMLElement {
  return element(
    "table",
    { class: "class-tally" },
    element("caption", {}, title),
    element(
      "tbody",
      {},
      ...counts.map(([words, count]) =>
        element(
          "tr",
          {},
          element("th", { attributes: { scope: "row" } }, words),
          element("td", { attributes: { "aria-hidden": "true" } }, "●".repeat(count)),
          element("td", { class: "share-count" }, String(count)),
        ),
      ),
    ),
  );
}
