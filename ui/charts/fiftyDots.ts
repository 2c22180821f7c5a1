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
  // As many bins as dots fit side by side; whole numbers get one each where they fit.
  const size = Math.min(11, (width - 2 * MARGIN) / 24);
  const most = Math.max(2, Math.floor((width - 2 * MARGIN) / size));
  const step = Math.max(span / (most - 1), Number.isInteger(low) && Number.isInteger(high) ? 1 : 0);
  const bins = Math.max(1, Math.ceil(span / step) + 1);
  const x = (value: number): number => MARGIN + ((value - low) / span) * (width - 2 * MARGIN);
  const isMet = (value: number): boolean => (target.sense === "least" ? value >= target.value : value <= target.value);
  const piles = new Map<number, number>();
  const placed = dots.map((value) => {
    const bin = Math.min(bins - 1, Math.round((value - low) / step));
    const level = piles.get(bin) ?? 0;
    piles.set(bin, level + 1);
    return { value, x: x(Math.min(high, low + bin * step)), level };
  });
  const highest = Math.max(1, ...piles.values());
  const rise = Math.min(size, (bottom - top) / highest);
  const radius = Math.max(1.5, Math.min(size, rise) * 0.4);
  const line = x(target.value) - (target.sense === "least" ? 0.5 : -0.5) * Math.min(size, (step / span) * width);
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
            line > width * 0.7
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
