import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { OptionPlace } from "./optionMark.ts";
import { optionClass } from "./optionMark.ts";

export interface DotsPicture {
  readonly option: OptionPlace;
  /** Values of all worlds. */
  readonly values: readonly number[];
  readonly target: { readonly value: number; readonly sense: "least" | "most"; readonly label: string };
  /** The scale that all options share. */
  readonly domain: readonly [low: number, high: number];
  readonly width: number;
  readonly height: number;
  /** Figures below the axis, or none. */
  readonly ticks: readonly { readonly value: number; readonly figure: string }[];
}

const DOTS = 50;
const MARGIN = 10;
/** Piles side by side: as many as this, and for whole numbers as many as that so that each has one of its own. */
const PILES = 24;
const MOST_PILES = 40;
/** Width of a letter of the target's label, px. */
const LETTER = 6.6;

/** Fifty values that stand for all: the quantiles in the middle of fifty equal shares. */
export function fiftyOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const count = Math.min(DOTS, sorted.length);
  return Array.from({ length: count }, (_, k) => sorted[Math.floor(((k + 0.5) / count) * sorted.length)]);
}

/** Dots in piles along a scale, filled where the target is met, with the target as a line. */
export function fiftyDots(picture: DotsPicture): Mark {
  const { option, values, target, domain, width, height, ticks } = picture;
  const dots = fiftyOf(values);
  const [low, high] = domain;
  const span = Math.max(1e-9, high - low);
  const bottom = height - (ticks.length > 0 ? 20 : 4);
  const top = 16;
  // Whole numbers have a pile each where they fit, or so many to a pile, none of which the target cuts in two.
  const isWhole = dots.every(Number.isInteger);
  const size = Math.min(11, (width - 2 * MARGIN) / Math.min(MOST_PILES, Math.max(PILES, isWhole ? span + 1 : 0)));
  const most = Math.max(2, Math.floor((width - 2 * MARGIN) / size));
  const step = isWhole ? Math.max(1, Math.ceil(span / (most - 0.5))) : span / (most - 1);
  const x = (value: number): number => MARGIN + ((value - low) / span) * (width - 2 * MARGIN);
  const isLeast = target.sense === "least";
  const isMet = (value: number): boolean => (isLeast ? value >= target.value : value <= target.value);
  const pileOf = (value: number): number => {
    if (!isWhole) return Math.min(high, low + Math.round((value - low) / step) * step);
    const from = isLeast ? Math.ceil(target.value) : Math.floor(target.value);
    const whole = isLeast ? Math.floor((value - from) / step) : Math.ceil((value - from) / step);
    return Math.min(high, Math.max(low, from + whole * step));
  };
  const piles = new Map<number, number>();
  const placed = dots.map((value) => {
    const pile = pileOf(value);
    const level = piles.get(pile) ?? 0;
    piles.set(pile, level + 1);
    return { value, x: x(pile), level };
  });
  const highest = Math.max(1, ...piles.values());
  const rise = Math.min(size, (bottom - top) / highest);
  const radius = Math.max(1.5, Math.min(size, rise) * 0.4);
  const line = x(target.value) - (isLeast ? 0.5 : -0.5) * Math.min(size, (step / span) * width);
  const isShown = target.value >= low && target.value <= high;
  return mark(
    "svg",
    { class: `fifty ${optionClass(option)}`, viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    mark("line", { class: "axis", x1: 0, x2: width, y1: bottom, y2: bottom }),
    ...placed.map(({ value, x: cx, level }) =>
      mark("circle", {
        class: isMet(value) ? "dot-met" : "dot-open",
        cx,
        cy: bottom - radius - 2 - level * rise,
        r: radius,
      }),
    ),
    ...(isShown
      ? [
          mark("line", { class: "target-line", x1: line, x2: line, y1: 4, y2: bottom }),
          mark(
            "text",
            line + 5 + target.label.length * LETTER > width
              ? { class: "target-label", x: line - 5, y: 12, "text-anchor": "end" }
              : { class: "target-label", x: line + 5, y: 12 },
            target.label,
          ),
        ]
      : []),
    ...ticks.map(({ value, figure }) =>
      mark("text", { class: "tick", x: x(value), y: height - 4, "text-anchor": "middle" }, figure),
    ),
  );
}
