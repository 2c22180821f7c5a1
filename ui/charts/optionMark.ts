import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

/** Signs of the options of a comparison: a letter in a disc, filled or ringed by turns; nothing to do is an open dot. */

/** Place of an option in the comparison, from 0; -1 is "no programme". */
export type OptionPlace = number;

const LETTERS = ["A", "B", "C", "D", "E"] as const;

export function optionLetter(option: OptionPlace): string {
  return LETTERS[option] ?? "";
}

/** The class that colours a mark, as `--option` and `--option-text` in the style sheet. */
export function optionClass(option: OptionPlace): string {
  return option < 0 ? "option-none" : `option-${optionLetter(option).toLowerCase()}`;
}

/** Whether an option is drawn filled; the others are rings. */
export function isFilled(option: OptionPlace): boolean {
  return option >= 0 && option % 2 === 0;
}

/** @param at middle and radius, px */
export function optionMark(option: OptionPlace, at: { x: number; y: number; r: number }): Mark {
  const { x, y, r } = at;
  if (option < 0) {
    return mark("circle", { class: "option-none option-ring", cx: x, cy: y, r: r * 0.62, "stroke-width": r * 0.25 });
  }
  const filled = isFilled(option);
  return mark(
    "g",
    { class: optionClass(option) },
    filled
      ? mark("circle", { class: "option-disc", cx: x, cy: y, r })
      : mark("circle", { class: "option-ring", cx: x, cy: y, r: r * 0.88, "stroke-width": r * 0.24 }),
    mark(
      "text",
      {
        class: filled ? "option-letter-on" : "option-letter",
        x,
        y: y + r * 0.42,
        "text-anchor": "middle",
        "font-size": r * 1.2,
      },
      optionLetter(option),
    ),
  );
}
