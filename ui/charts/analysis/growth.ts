import { area, line } from "d3";
import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";
import type { Reach } from "./intervalRows.ts";
import type { Words } from "./panel.ts";
import { FIRST, GREY, INK, INK_2, SECOND, axisBelow, axisLeft, extentOf, panel, words } from "./panel.ts";

type Step = Reach & { readonly n: number };

export interface GrowthPicture {
  readonly words: Words;
  readonly lines: readonly { readonly name: string; readonly steps: readonly Step[] }[];
  readonly x: string;
}

const HEIGHT = 240;
const INKS = [INK, FIRST, SECOND, INK_2, GREY];
const DASHES = ["", "7 4", "2 3", "9 3 2 3", "1 4"];

/** A figure over the first n runs, with its interval: whether more runs would still move it. Lines are named at their end. */
export function growth({ words: around, lines, x: below }: GrowthPicture): Mark {
  return panel(around, HEIGHT + 40, ({ width }) => {
    const right = width - 150;
    const known = lines.map(({ name, steps }) => ({ name, steps: steps.filter(({ value }) => value !== null) }));
    const ends = known.flatMap(({ steps }) => steps.flatMap(({ value, low, high }) => [value, low, high]));
    const across = axisBelow(
      extentOf(
        known.flatMap(({ steps }) => steps.map(({ n }) => n)),
        [0],
      ),
      48,
      right,
      HEIGHT,
      below,
    );
    const up = axisLeft(extentOf(ends), 14, HEIGHT, 48, right);
    const taken: number[] = [];
    return [
      ...across.marks,
      ...up.marks,
      ...known.flatMap(({ name, steps }, k) => {
        const last = steps.at(-1);
        if (last === undefined) return [];
        const banded = steps.filter(({ low, high }) => low !== null && high !== null);
        const band = area<Step>()
          .x(({ n }) => across.at(n))
          .y0(({ low }) => up.at(low ?? 0))
          .y1(({ high }) => up.at(high ?? 0))(banded);
        const path = line<Step>()
          .x(({ n }) => across.at(n))
          .y(({ value }) => up.at(value ?? 0))(steps);
        let at = up.at(last.value ?? 0) + 4;
        while (taken.some((other) => Math.abs(other - at) < 13)) at += 13;
        taken.push(at);
        const ink = INKS[k % INKS.length];
        return [
          mark("path", { d: band ?? "", fill: ink, opacity: 0.1 }),
          mark("path", {
            d: path ?? "",
            fill: "none",
            stroke: ink,
            "stroke-width": 1.6,
            "stroke-dasharray": DASHES[k % DASHES.length],
          }),
          words(name, across.at(last.n) + 6, at, { fill: ink, "font-size": 12 }),
        ];
      }),
    ];
  });
}
