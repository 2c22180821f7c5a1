import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";
import type { Words } from "./panel.ts";
import { GREY, axisBelow, axisLeft, panel } from "./panel.ts";

export interface BinsPicture {
  readonly words: Words;
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly x: string;
  readonly y: string;
}

const HEIGHT = 160;

/** A histogram. */
export function bins({ words: around, low, high, counts, x: below, y: beside }: BinsPicture): Mark {
  return panel(around, HEIGHT + 40, ({ width }) => {
    // A measure that is the same in every run has one bar, as wide as the picture.
    const spread = high > low ? 0 : Math.abs(low) * 0.5 || 0.5;
    const across = axisBelow([low - spread, high + spread], 48, width, HEIGHT, below);
    const up = axisLeft([0, Math.max(1, ...counts)], 20, HEIGHT, 48, width, beside);
    const size = (width - 48) / counts.length;
    return [
      ...across.marks,
      ...up.marks,
      ...counts.map((count, at) =>
        mark("rect", {
          x: 48 + at * size + 0.5,
          y: up.at(count),
          width: Math.max(0.5, size - 1),
          height: HEIGHT - up.at(count),
          fill: GREY,
        }),
      ),
    ];
  });
}
