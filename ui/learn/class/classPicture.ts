import type { App } from "../../app.ts";
import { figure, percent } from "../../i18n/text.ts";
import { element } from "../../parts/element.ts";
import { svg } from "../../parts/svg.ts";
import type { Store } from "../../store.ts";
import type { Lesson } from "../lesson.ts";
import { wordsOf } from "../lesson.ts";
import { said } from "../words.ts";
import { worldDots } from "../worldDots.ts";
import type { Band } from "./band.ts";
import { bandOf } from "./band.ts";
import { classCsv, classTable, guessWords } from "./classTable.ts";
import type { SeatResult } from "./codes.ts";

/** The class as one picture: a dot a student's world, the band they make, how the class guessed and answered. */
export function classPicture(lesson: Lesson, results: readonly SeatResult[], store: Store, app: App): HTMLElement[] {
  const { measure } = lesson.watch;
  const unit = store.state.descriptions?.measures.find(({ id }) => id === measure)?.unit ?? "";
  const show = (value: number): string => (unit === "share" ? `${percent(value)} %` : figure(value, 1));
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
    tally(said("class.guesses"), guessCounts(lesson, results)),
    tally(said("class.answers"), answerCounts(lesson, results)),
    classTable(lesson, results, show),
    element("button", { class: "button", attributes: { type: "button" }, on: { click: saved } }, said("class.csv")),
  ];
}

function bandWords(label: string, band: Band | null, show: (value: number) => string): string {
  if (band === null) return said("class.noBand", { label });
  const [low50, high50] = band.half.map(show);
  const [low90, high90] = band.most.map(show);
  return said("class.band", { label, n: band.n, median: show(band.median), low50, high50, low90, high90 });
}

type Count = readonly [words: string, count: number];

function guessCounts(lesson: Lesson, results: readonly SeatResult[]): Count[] {
  const counts = lesson.predict.options.map((_, k): Count => {
    return [guessWords(lesson, k + 1), results.filter(({ guess }) => guess === k + 1).length];
  });
  return [...counts, [guessWords(lesson, 0), results.filter(({ guess }) => guess === 0).length]];
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
