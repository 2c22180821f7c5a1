import { element } from "../../parts/element.ts";
import { guessWords, valueAt } from "../guess.ts";
import type { Lesson } from "../lesson.ts";
import { wordsOf } from "../lesson.ts";
import { said } from "../words.ts";
import type { SeatResult } from "./codes.ts";

/** A class's results as rows: on the page as a table, and as CSV. */

/** The option that a code names; null where the guess was skipped or is no option. */
export function optionOf({ predict }: Lesson, guess: number): string | null {
  return predict.kind === "choice" ? (predict.options[guess - 1] ?? null) : null;
}

function reasonWords(lesson: Lesson, explained: number): string {
  const option = lesson.explain.options[explained - 1];
  return option === undefined ? said("class.skipped") : wordsOf(lesson, `explain.option.${option}`);
}

export function classTable(
  lesson: Lesson,
  results: readonly SeatResult[],
  show: (value: number) => string,
): HTMLElement {
  const heads = [
    said("class.seat"),
    wordsOf(lesson, "watch.a"),
    wordsOf(lesson, "watch.b"),
    said("class.guess"),
    said("class.reason"),
    said("class.right"),
  ];
  const rows = results.map(({ seat, a, b, guess, marks, explained, right }) =>
    element(
      "tr",
      {},
      element("th", { attributes: { scope: "row" } }, String(seat)),
      ...[a, b].map((value) => element("td", {}, value === null ? "–" : show(value))),
      ...[guessWords(lesson, optionOf(lesson, guess), marks), reasonWords(lesson, explained), String(right)].map(
        (each) => element("td", {}, each),
      ),
    ),
  );
  return element(
    "table",
    { class: "class-table" },
    element("caption", {}, said("class.table")),
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((head) => element("th", { attributes: { scope: "col" } }, head))),
    ),
    element("tbody", {}, ...rows),
  );
}

/** The values of a number or a line, without what adding steps leaves behind. */
function valuesOf({ predict }: Lesson, marks: readonly number[] | null): number[] {
  if (predict.kind === "choice" || marks === null) return [];
  return marks.map((mark) => Number(valueAt(predict, mark).toFixed(6)));
}

/** Ids instead of words, so that tables of classes in different languages fit together. */
export function classCsv(lesson: Lesson, results: readonly SeatResult[]): string {
  const rows = results.map(({ seat, code, a, b, guess, marks, explained, right }) => [
    seat,
    code,
    a ?? "",
    b ?? "",
    optionOf(lesson, guess) ?? valuesOf(lesson, marks).join(" "),
    lesson.explain.options[explained - 1] ?? "",
    right,
  ]);
  const { measure, other = measure } = lesson.watch;
  const head = ["seat", "code", `${measure} (a)`, `${other} (b)`, "guess", "explanation", "right"];
  return [head, ...rows].map((row) => row.join(",")).join("\r\n") + "\r\n";
}
