import type { Mark } from "../marks.ts";
import { mark } from "../marks.ts";
import type { Words } from "./panel.ts";
import { GREY, INK, INK_2, axisBelow, axisLeft, extentOf, panel, words } from "./panel.ts";
import type { Reach } from "./intervalRows.ts";

export interface ScatterPoint {
  readonly label: string;
  readonly x: Reach;
  readonly y: Reach;
}

export interface ScatterPicture {
  readonly words: Words;
  readonly points: readonly ScatterPoint[];
  readonly x: string;
  readonly y: string;
}

const HEIGHT = 360;

/** Points with both intervals as crosses and their names beside them: Morris' mean size against spread. */
export function scatter({ words: around, points, x: below, y: beside }: ScatterPicture): Mark {
  return panel(around, HEIGHT + 40, ({ width }) => {
    const known = points.filter(({ x, y }) => x.value !== null && y.value !== null);
    const xs = known.flatMap(({ x }) => [x.value, x.low, x.high]);
    const ys = known.flatMap(({ y }) => [y.value, y.low, y.high]);
    const across = axisBelow(extentOf(xs, [0]), 48, width - 90, HEIGHT, below);
    const up = axisLeft(extentOf(ys, [0]), 20, HEIGHT, 48, width - 90, beside);
    const line = (x1: number, x2: number, y1: number, y2: number) =>
      mark("line", { x1, x2, y1, y2, stroke: GREY, "stroke-width": 1 });
    const taken: { x: number; y: number }[] = [];
    return [
      ...across.marks,
      ...up.marks,
      ...known.flatMap(({ label, x, y }) => {
        const [cx, cy] = [across.at(x.value ?? 0), up.at(y.value ?? 0)];
        // A name that would lie on another one moves down.
        let at = cy - 6;
        while (taken.some((other) => Math.abs(other.x - cx) < 140 && Math.abs(other.y - at) < 12)) at += 12;
        taken.push({ x: cx, y: at });
        const marks = [
          mark("circle", { cx, cy, r: 4, fill: INK }),
          words(label, cx + 7, at, { "font-size": 12, fill: INK_2 }),
        ];
        if (x.low !== null && x.high !== null) marks.unshift(line(across.at(x.low), across.at(x.high), cy, cy));
        if (y.low !== null && y.high !== null) marks.unshift(line(cx, cx, up.at(y.low), up.at(y.high)));
        return marks;
      }),
    ];
  });
}
