import { extent, scaleLinear } from "d3";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import type { Band } from "./class/band.ts";

const WIDTH = 420;
const ROW = 74;
const DOT = 4.5;
const SIDE = 10;
/** Room above the dots for the label, and the most that a pile may take before its dots overlap. */
const HEAD = 34;
const MOST = 150;

export interface DotRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** The range that the dots make, drawn below them. */
  readonly band?: Band | null;
  /** A value that was guessed, marked across the row. */
  readonly guess?: { readonly value: number; readonly words: string } | null;
}

/** One dot a world, in two rows over one scale; dots that would lie on each other are piled up. */
export function worldDots(rows: readonly DotRow[], show: (value: number) => string): Mark {
  const [low, high] = extent(
    rows.flatMap(({ values, guess }) => [...values.filter((value) => value !== null), ...(guess ? [guess.value] : [])]),
  );
  const from = Math.min(0, low ?? 0);
  const to = high === undefined || high === from ? from + 1 : high;
  const x = scaleLinear([from, to], [SIDE, WIDTH - SIDE]).nice();
  const piles = rows.map(({ values }) => pile(values, x));
  const highest = Math.max(0, ...piles.flat().map(([, level]) => level + 1));
  const row = Math.max(ROW, Math.min(MOST, highest * DOT * 2) + HEAD);
  const step = Math.min(DOT * 2, (row - HEAD) / Math.max(1, highest));
  const height = rows.length * row + 26;
  const ticks = x.ticks(4);
  return mark(
    "svg",
    { class: "world-dots", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" },
    ...rows.flatMap(({ label, band, guess }, k) => {
      const floor = (k + 1) * row - 8;
      return [
        mark("text", { class: "dot-label", x: SIDE, y: k * row + 16 }, label),
        ...(band ? bandMarks(band, x, floor) : []),
        ...(guess ? guessMarks(guess, x(guess.value), floor) : []),
        mark("line", { class: "dot-floor", x1: SIDE, x2: WIDTH - SIDE, y1: floor, y2: floor }),
        ...piles[k].map(([at, level]) =>
          mark("circle", {
            class: k === 0 ? "dot-a" : "dot-b",
            cx: at,
            cy: floor - DOT - 1 - level * step,
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

/** Nine in ten as a thin bar, half as a thick one, the middle as a stroke. */
function bandMarks({ median, half, most }: Band, x: (value: number) => number, floor: number): Mark[] {
  const bar = (name: string, [low, high]: readonly [number, number], height: number): Mark =>
    mark("rect", { class: name, x: x(low), y: floor + 4 - height / 2, width: Math.max(1, x(high) - x(low)), height });
  return [
    bar("band-most", most, 2),
    bar("band-half", half, 6),
    mark("line", { class: "band-median", x1: x(median), x2: x(median), y1: floor - 1, y2: floor + 9 }),
  ];
}

/** A stroke across the row, with its words on the side that has room. */
function guessMarks({ words }: NonNullable<DotRow["guess"]>, at: number, floor: number): Mark[] {
  const isLeft = at > WIDTH / 2;
  return [
    mark("line", { class: "dot-guess", x1: at, x2: at, y1: floor - 36, y2: floor + 6 }),
    mark(
      "text",
      { class: "dot-guess-words", x: at + (isLeft ? -5 : 5), y: floor - 26, "text-anchor": isLeft ? "end" : "start" },
      words,
    ),
  ];
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
