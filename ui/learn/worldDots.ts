import { extent, scaleLinear } from "d3";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";

const WIDTH = 420;
const ROW = 74;
const DOT = 4.5;
const SIDE = 10;

export interface DotRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** One dot a world, in two rows over one scale; dots that would lie on each other are piled up. */
export function worldDots(rows: readonly DotRow[], show: (value: number) => string): Mark {
  const [low, high] = extent(rows.flatMap(({ values }) => values.filter((value) => value !== null)));
  const from = Math.min(0, low ?? 0);
  const to = high === undefined || high === from ? from + 1 : high;
  const x = scaleLinear([from, to], [SIDE, WIDTH - SIDE]).nice();
  const height = rows.length * ROW + 26;
  const ticks = x.ticks(4);
  return mark(
    "svg",
    { class: "world-dots", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" },
    ...rows.flatMap(({ label, values }, k) => {
      const floor = (k + 1) * ROW - 8;
      return [
        mark("text", { class: "dot-label", x: SIDE, y: k * ROW + 16 }, label),
        mark("line", { class: "dot-floor", x1: SIDE, x2: WIDTH - SIDE, y1: floor, y2: floor }),
        ...pile(values, x).map(([at, level]) =>
          mark("circle", {
            class: k === 0 ? "dot-a" : "dot-b",
            cx: at,
            cy: floor - DOT - 1 - level * DOT * 2,
            r: DOT - 0.75,
          }),
        ),
      ];
    }),
    ...ticks.map((tick) =>
      mark("text", { class: "axis-word", x: x(tick), y: height - 8, "text-anchor": "middle" }, show(tick)),
    ),
  );
}

function pile(values: readonly (number | null)[], x: (value: number) => number): [number, number][] {
  const placed: [number, number][] = [];
  for (const value of values) {
    if (value === null) continue;
    const at = Math.round(x(value) / (DOT * 2)) * DOT * 2;
    placed.push([at, placed.filter(([other]) => other === at).length]);
  }
  return placed;
}
