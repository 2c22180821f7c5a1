import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";
import type { Words } from "./panel.ts";
import { GREY, INK, axisBelow, axisLeft, panel, words } from "./panel.ts";

export interface BinsPicture {
  readonly words: Words;
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly x: string;
  readonly y: string;
  /** A value that is marked and named. */
  readonly line?: { readonly at: number; readonly name: string } | undefined;
}

const HEIGHT = 160;

/** A histogram. */
export function bins({ words: around, low, high, counts, x: below, y: beside, line }: BinsPicture): Mark {
  return panel(around, HEIGHT + 40, ({ width }) => {
    // A measure that is the same in every run has one bar, as wide as the picture.
    const spread = high > low ? 0 : Math.abs(low) * 0.5 || 0.5;
    const across = axisBelow([low - spread, high + spread], 48, width, HEIGHT, below);
    const up = axisLeft([0, Math.max(...counts) || 1], 20, HEIGHT, 48, width, beside);
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
      ...(line === undefined
        ? []
        : [
            mark("line", {
              x1: across.at(line.at),
              x2: across.at(line.at),
              y1: 8,
              y2: HEIGHT,
              stroke: INK,
              "stroke-width": 2,
            }),
            words(line.name, across.at(line.at) + 6, 18, { "font-size": 12 }),
          ]),
    ];
  });
}
