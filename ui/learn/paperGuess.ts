import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { lineChart } from "./lineChart.ts";
import { lineWords } from "./lineWords.ts";
import { said } from "./words.ts";

/** The guess on paper: boxes to tick, a field for a number, or an empty frame to draw in. */
export function paperGuess(lesson: Lesson): HTMLElement[] {
  const { predict } = lesson;
  switch (predict.kind) {
    case "choice":
      return [
        element(
          "ul",
          { class: "sheet-options" },
          ...predict.options.map((id) => element("li", {}, wordsOf(lesson, `predict.option.${id}`))),
        ),
      ];
    case "number":
      return [
        element(
          "p",
          { class: "sheet-number" },
          said("guess.number"),
          element("span", { class: "sheet-field" }),
          wordsOf(lesson, "predict.unit"),
        ),
      ];
    case "line":
      return [
        element("p", { class: "guess-axis" }, wordsOf(lesson, "predict.axis")),
        element(
          "figure",
          { class: "line-figure sheet-frame", attributes: { "aria-label": said("guess.frame") } },
          svg(lineChart(predict, { own: null }, lineWords(lesson, predict))) as unknown as HTMLElement,
        ),
      ];
  }
}
