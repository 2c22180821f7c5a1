import { extent, scaleLinear } from "d3";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import type { Band } from "./class/band.ts";

const WIDTH = 420;
const ROW = 74;
const DOT = 4.5;
/** Dots where a row has many worlds. */
const SMALL = 2.5;
const MANY = 60;
const SIDE = 18;
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

/** One dot a world, in rows over one scale; dots that would lie on each other are piled up. */
export function worldDots(rows: readonly DotRow[], show: (value: number) => string): Mark {
  const [low, high] = extent(
    rows.flatMap(({ values, guess }) => [...values.filter((value) => value !== null), ...(guess ? [guess.value] : [])]),
  );
  const from = Math.min(0, low ?? 0);
  const to = high === undefined || high === from ? from + 1 : high;
  const x = scaleLinear([from, to], [SIDE, WIDTH - SIDE]).nice();
  const dot = rows.some(({ values }) => values.length > MANY) ? SMALL : DOT;
  let floor = 0;
  const drawn = rows.map((row, k) => {
    const piled = pile(row.values, x, dot);
    const highest = Math.max(0, ...piled.map(([, level]) => level + 1));
    const height = Math.max(ROW, Math.min(MOST, highest * dot * 2) + HEAD);
    const top = floor === 0 ? 0 : floor + 8;
    floor = top + height - 8;
    return rowMarks(
      row,
      x,
      { top, floor, dot, step: Math.min(dot * 2, (height - HEAD) / Math.max(1, highest)) },
      piled,
      k,
    );
  });
  const height = floor + 34;
  return mark(
    "svg",
    { class: "world-dots", viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true" },
    ...drawn.flat(),
    ...x
      .ticks(4)
      .map((tick) =>
        mark("text", { class: "axis-word", x: x(tick), y: height - 8, "text-anchor": "middle" }, show(tick)),
      ),
  );
}

interface RowPlace {
  readonly top: number;
  readonly floor: number;
  /** Half the width of a dot, and how far one stands above another. */
  readonly dot: number;
  readonly step: number;
}

function rowMarks(
  { label, band, guess }: DotRow,
  x: (value: number) => number,
  { top, floor, dot, step }: RowPlace,
  piled: readonly (readonly [number, number])[],
  row: number,
): Mark[] {
  return [
    mark("text", { class: "dot-label", x: SIDE, y: top + 16 }, label),
    ...(band ? bandMarks(band, x, floor) : []),
    ...(guess ? guessMarks(guess, x(guess.value), floor) : []),
    mark("line", { class: "dot-floor", x1: SIDE, x2: WIDTH - SIDE, y1: floor, y2: floor }),
    ...piled.map(([at, level]) =>
      mark("circle", {
        class: `${row === 0 ? "dot-a" : "dot-b"}${dot === SMALL ? " dot-small" : ""}`,
        cx: at,
        cy: floor - dot - 1 - level * step,
        r: dot * 0.85,
      }),
    ),
  ];
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

function pile(values: readonly (number | null)[], x: (value: number) => number, dot: number): [number, number][] {
  const placed: [number, number][] = [];
  const levels = new Map<number, number>();
  for (const value of values) {
    if (value === null) continue;
    const at = Math.round(x(value) / (dot * 2)) * dot * 2;
    const level = levels.get(at) ?? 0;
    levels.set(at, level + 1);
    placed.push([at, level]);
  }
  return placed;
}
