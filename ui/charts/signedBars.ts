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

const ROW = 26;
const HEAD = 22;
const THICK = 14;
/** Room for a figure, and the mean width of a letter of a label. */
const FIGURE = 36;
const LETTER = 6.7;

/**
 * Signed bars: position carries the sign; for is solid ink, against is outlined, the sum stands below a rule in full
 * ink. Values stand outside of the bar, inside only where it is long.
 * @param bars in the order in which they are drawn, largest first
 */
export function signedBars(bars: readonly Bar[], words: SignedBarsWords, width: number): Mark {
  const all = [...bars, words.sum];
  const high = Math.max(0, ...all.map(({ value }) => value));
  // The longest scale at which no figure runs into its label.
  const scale = (beside: number): number =>
    Math.max(
      1,
      Math.min(
        ...all.map(({ label, value }) => {
          const free = width - beside - label.length * LETTER - (value < 0 ? FIGURE + 12 : 12);
          return free / (high + Math.max(0, -value) || 1);
        }),
      ),
    );
  // A short bar to the right has its figure beside it, which needs room.
  const isShort = high * scale(0) < FIGURE + 12;
  const unit = scale(isShort ? FIGURE + 4 : 0);
  const axis = width - (isShort ? FIGURE + 4 : 0) - high * unit;
  const height = HEAD + ROW * all.length + 12;
  const bottom = HEAD + ROW * bars.length + 4;
  return mark(
    "svg",
    { class: "signed-bars", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    mark("text", { class: "axis-word", x: axis - 6, y: 13, "text-anchor": "end" }, words.against),
    mark("text", { class: "axis-word", x: axis + 6, y: 13 }, words.for),
    ...bars.map((bar, k) => row(bar, HEAD + k * ROW, axis, unit, "bar-row")),
    mark("line", { class: "rule", x1: 0, x2: width, y1: bottom, y2: bottom }),
    row(words.sum, bottom + 4, axis, unit, "bar-row bar-sum"),
    mark("line", { class: "zero", x1: axis, x2: axis, y1: HEAD - 4, y2: height }),
  );
}

function row(bar: Bar, top: number, axis: number, unit: number, name: string): Mark {
  const length = Math.abs(bar.value) * unit;
  const isFor = bar.value >= 0;
  const isSum = name.includes("bar-sum");
  const middle = top + ROW / 2;
  const isInside = isFor && length > FIGURE + 12;
  const solid = isFor || isSum;
  const x = isFor ? axis : axis - length;
  const box = solid
    ? mark("rect", { class: "bar-solid", x, y: middle - THICK / 2, width: length, height: THICK })
    : // The outline lies within the bar, so that its length is true.
      mark("rect", {
        class: "bar-open",
        x: x + 0.75,
        y: middle - THICK / 2 + 0.75,
        width: Math.max(0.1, length - 1.5),
        height: THICK - 1.5,
      });
  const at = isInside ? axis + length - 6 : isFor ? axis + length + 6 : axis - length - 6;
  const anchor = isInside || !isFor ? "end" : "start";
  return mark(
    "g",
    { class: name },
    mark("text", { class: "bar-label", x: 0, y: middle + 5 }, bar.label),
    box,
    mark(
      "text",
      { class: isInside ? "bar-figure inside" : "bar-figure", x: at, y: middle + 4.5, "text-anchor": anchor },
      bar.figure,
    ),
  );
}
