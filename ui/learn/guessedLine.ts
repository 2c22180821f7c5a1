import { element } from "../parts/element.ts";
import { svg } from "../parts/svg.ts";
import { markAt, shownBy, stepsOf, valueAt } from "./guess.ts";
import type { Lesson, LinePredict } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { lineChart, lineScales } from "./lineChart.ts";
import { lineWords } from "./lineWords.ts";
import { said } from "./words.ts";

/** A frame to draw a line in, with a finger, a mouse or a pen; a slider for each point does the same by keyboard. */
export function guessedLine(
  lesson: Lesson,
  predict: LinePredict,
  given: readonly number[] | null,
  change: (marks: readonly number[]) => void,
): HTMLElement {
  const { months } = predict;
  const show = shownBy(predict);
  const { at } = lineScales(predict);
  const words = lineWords(lesson, predict);
  const frame = element("div", { class: "line-frame" });
  const outputs = months.map(() => element("output", {}));
  const sliders = months.map((month, k) => slider(month, k));
  let marks = given;

  const draw = (): void => {
    frame.replaceChildren(svg(lineChart(predict, { own: marks }, words)));
    sliders.forEach((input, k) => {
      const mark = marks?.[k];
      const value = mark === undefined ? said("guess.open") : show(valueAt(predict, mark));
      if (mark !== undefined) input.value = String(mark);
      input.setAttribute("aria-valuetext", value);
      outputs[k].textContent = value;
    });
  };
  /** The first touch makes a flat line, which is then bent. */
  const set = (changes: ReadonlyMap<number, number>): void => {
    const flat = changes.values().next().value ?? 0;
    marks = months.map((_, k) => changes.get(k) ?? marks?.[k] ?? flat);
    change(marks);
    draw();
  };
  function slider(month: number, k: number): HTMLInputElement {
    const input = element("input", {
      attributes: {
        type: "range",
        min: 0,
        max: stepsOf(predict),
        step: 1,
        value: markAt(predict, predict.start),
        id: `point-${lesson.name}-${month}`,
        "data-key": `point-${month}`,
      },
    });
    input.addEventListener("input", () => set(new Map([[k, Number(input.value)]])));
    return input;
  }

  let before: { readonly month: number; readonly value: number } | null = null;
  const pass = (event: PointerEvent): void => {
    const box = frame.getBoundingClientRect();
    const now = at((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    set(passed(predict, before, now));
    before = now;
  };
  frame.addEventListener("pointerdown", (event) => {
    frame.setPointerCapture(event.pointerId);
    before = null;
    pass(event);
    event.preventDefault();
  });
  frame.addEventListener("pointermove", (event) => {
    if (frame.hasPointerCapture(event.pointerId)) pass(event);
  });
  draw();
  return element(
    "div",
    { class: "guess-line" },
    element("p", { class: "guess-axis" }, wordsOf(lesson, "predict.axis")),
    frame,
    element("p", { class: "learn-note" }, said("guess.draw")),
    element(
      "fieldset",
      { class: "line-points" },
      element("legend", {}, said("guess.points")),
      ...sliders.flatMap((input, k) => [
        element("label", { attributes: { for: input.id } }, said("guess.month", { month: months[k] })),
        input,
        outputs[k],
      ]),
    ),
  );
}

/** Marks of the points between two places of the pen, and of the one nearest to where it is now. */
function passed(
  predict: LinePredict,
  before: { readonly month: number; readonly value: number } | null,
  now: { readonly month: number; readonly value: number },
): ReadonlyMap<number, number> {
  const { months } = predict;
  const away = months.map((month) => Math.abs(month - now.month));
  const nearest = away.indexOf(Math.min(...away));
  const changes = new Map([[nearest, markAt(predict, now.value)]]);
  if (before === null || before.month === now.month) return changes;
  months.forEach((month, k) => {
    const share = (month - before.month) / (now.month - before.month);
    if (share < 0 || share > 1) return;
    changes.set(k, markAt(predict, before.value + share * (now.value - before.value)));
  });
  return changes;
}
