import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import type { Store } from "../store.ts";
import { bandOf } from "./class/band.ts";
import { bandWords } from "./class/bandWords.ts";
import { shownIn } from "./shown.ts";
import type { Lesson } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { lineChart } from "./lineChart.ts";
import { lineLegend } from "./lineLegend.ts";
import { lineWords } from "./lineWords.ts";
import { measureName } from "./measureName.ts";
import { outcomesOf } from "./outcomes.ts";
import { said } from "./words.ts";
import { worldDots } from "./worldDots.ts";

/** What many worlds of the lesson show, for the teacher: how wide the answers of a class will lie, and what is rare. */
export function outcomesPart(lesson: Lesson, store: Store): HTMLElement {
  const found = outcomesOf(lesson);
  const root = element("section", { class: "outcomes" });
  if (found === null) return root;
  const { worlds, model, course } = found;
  const { watch, predict } = lesson;
  // How a measure is written is known once the engine has described it.
  store.watch(
    ({ descriptions }) => [descriptions],
    () => {
      const show = shownIn(lesson, store);
      const rows = (["a", "b"] as const).map((arm) => {
        return { label: wordsOf(lesson, `watch.${arm}`), values: found[arm], band: bandOf(found[arm]) };
      });
      const names = [...new Set([watch.measure, watch.other ?? watch.measure])].map((id) => measureName(id, store));
      const note = said("outcomes.note", { measure: names.join(" / "), months: watch.months, worlds, model });
      root.replaceChildren(
        element("h2", { class: "small-heading" }, said("outcomes.heading", { worlds })),
        element("figure", { class: "learn-dots" }, svg(worldDots(rows, show)) as unknown as HTMLElement),
        ...rows.map(({ label, band }) => element("p", {}, bandWords(label, band, show))),
        ...(predict.kind === "line" && course !== null
          ? [
              element(
                "p",
                { class: "guess-axis" },
                `${wordsOf(lesson, "predict.axis")}: ${rows[predict.arm === "a" ? 0 : 1].label}`,
              ),
              element(
                "figure",
                { class: "line-figure" },
                svg(lineChart(predict, { own: null, course }, lineWords(lesson, predict))) as unknown as HTMLElement,
              ),
              lineLegend(predict, { own: false, others: false, worlds }),
            ]
          : []),
        element("p", { class: "learn-note" }, note),
      );
    },
  );
  return root;
}
