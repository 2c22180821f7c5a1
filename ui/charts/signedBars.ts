import { lettersIn } from "./letters.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value as it is printed. */
  readonly figure: string;
}

export interface SignedBarsWords {
  readonly against: string;
  readonly for: string;
  readonly sum: Bar;
}

/** Lengths by the size of type. */
interface Sizes {
  readonly row: number;
  readonly head: number;
  readonly thick: number;
  /** Room for a figure, and the mean width of a letter of a label. */
  readonly figure: number;
  readonly letter: number;
}

function sizesOf(type: number): Sizes {
  return { row: type * 1.75, head: type * 1.57, thick: type, figure: type * 2.6, letter: type * 0.43 };
}

/**
 * Signed bars: position carries the sign; for is solid ink, against is outlined, the sum stands below a rule in full
 * ink. Values stand outside of the bar, inside only where it is long.
 * @param bars in the order in which they are drawn, largest first
 * @param type size of the labels, px
 */
export function signedBars(bars: readonly Bar[], words: SignedBarsWords, width: number, type: number): Mark {
  const sizes = sizesOf(type);
  const { row, head, figure, letter } = sizes;
  const all = [...bars, words.sum];
  const high = Math.max(0, ...all.map(({ value }) => value));
  // The longest scale at which no figure runs into its label.
  const scale = (beside: number): number =>
    Math.max(
      1,
      Math.min(
        ...all.map(({ label, value }) => {
          const free = width - beside - lettersIn(label) * letter - (value < 0 ? figure + 12 : 12);
          return free / (high + Math.max(0, -value) || 1);
        }),
      ),
    );
  // A short bar to the right has its figure beside it, which needs room.
  const isShort = high * scale(0) < figure + 12;
  const unit = scale(isShort ? figure + 4 : 0);
  const axis = width - (isShort ? figure + 4 : 0) - high * unit;
  const height = head + row * all.length + 12;
  const bottom = head + row * bars.length + 4;
  return mark(
    "svg",
    { class: "signed-bars", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    mark("text", { class: "axis-word", x: axis - 6, y: type * 0.93, "text-anchor": "end" }, words.against),
    mark("text", { class: "axis-word", x: axis + 6, y: 13 }, words.for),
    ...bars.map((bar, k) => rowMark(bar, head + k * row, axis, unit, sizes, false)),
    mark("line", { class: "rule", x1: 0, x2: width, y1: bottom, y2: bottom }),
    rowMark(words.sum, bottom + 4, axis, unit, sizes, true),
    mark("line", { class: "zero", x1: axis, x2: axis, y1: head - 4, y2: height }),
  );
}

function rowMark(bar: Bar, top: number, axis: number, unit: number, sizes: Sizes, isSum: boolean): Mark {
  const { row, thick, figure } = sizes;
  const length = Math.abs(bar.value) * unit;
  const isFor = bar.value >= 0;
  const middle = top + row / 2;
  const isInside = isFor && length > figure + 12;
  const solid = isFor || isSum;
  const x = isFor ? axis : axis - length;
  const box = solid
    ? mark("rect", { class: "bar-solid", x, y: middle - thick / 2, width: length, height: thick })
    : // The outline lies within the bar, so that its length is true.
      mark("rect", {
        class: "bar-open",
        x: x + 0.75,
        y: middle - thick / 2 + 0.75,
        width: Math.max(0.1, length - 1.5),
        height: thick - 1.5,
      });
  const at = isInside ? axis + length - 6 : isFor ? axis + length + 6 : axis - length - 6;
  const anchor = isInside || !isFor ? "end" : "start";
  return mark(
    "g",
    { class: isSum ? "bar-row bar-sum" : "bar-row" },
    mark("text", { class: "bar-label", x: 0, y: middle + thick * 0.34 }, bar.label),
    box,
    mark(
      "text",
      { class: isInside ? "bar-figure inside" : "bar-figure", x: at, y: middle + thick * 0.32, "text-anchor": anchor },
      bar.figure,
    ),
  );
}
