import { figure } from "../i18n/text.ts";
import { element } from "../parts/element.ts";
import { markAt, valueAt } from "./guess.ts";
import type { Lesson, NumberPredict } from "./lesson.ts";
import { wordsOf } from "./lesson.ts";
import { said } from "./words.ts";

/** A field for a number that is guessed. Shares are typed as per cent. */
export function guessedNumber(
  lesson: Lesson,
  predict: NumberPredict,
  marks: readonly number[] | null,
  change: (marks: readonly number[] | null) => void,
  keep: () => void,
): HTMLElement {
  const unit = predict.shown === "percent" ? 100 : 1;
  const typed = (value: number): number => Number((value * unit).toFixed(6));
  const [low, high, step] = [predict.low, predict.high, predict.step].map(typed);
  const id = `guess-${lesson.name}`;
  const input = element("input", {
    attributes: {
      type: "number",
      id,
      min: low,
      max: high,
      step,
      value: marks === null ? undefined : typed(valueAt(predict, marks[0])),
      "aria-describedby": `${id}-range`,
      "data-key": "number",
    },
  });
  const read = (): void => {
    const isValid = input.value !== "" && input.validity.valid;
    input.setAttribute("aria-invalid", String(input.value !== "" && !isValid));
    change(isValid ? [markAt(predict, Number(input.value) / unit)] : null);
  };
  input.addEventListener("input", read);
  input.addEventListener("keydown", ({ key }) => key === "Enter" && keep());
  return element(
    "div",
    { class: "guess-number" },
    element("label", { attributes: { for: id } }, said("guess.number")),
    element("span", { class: "guess-field" }, input, element("span", {}, wordsOf(lesson, "predict.unit"))),
    element(
      "p",
      { class: "learn-note", attributes: { id: `${id}-range` } },
      said("guess.between", { low: figure(low), high: figure(high) }),
    ),
  );
}
