import { lettersIn } from "./letters.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

export interface ShareBar {
  readonly label: string;
  /** 0..1 */
  readonly share: number;
  /** The value as it is printed. */
  readonly figure: string;
}

/** Shares of a whole as bars from one line, in the order given; the figure stands at the end of its bar. */
export function shareBars(bars: readonly ShareBar[], width: number, type: number): Mark {
  const row = type * 1.75;
  const longest = Math.max(0, ...bars.map(({ label }) => lettersIn(label)));
  const left = Math.min(longest * type * 0.48 + 12, width * 0.55);
  const room = Math.max(0, ...bars.map(({ figure }) => lettersIn(figure))) * type * 0.5 + 10;
  const most = Math.max(0.001, ...bars.map(({ share }) => share));
  const unit = Math.max(1, width - left - room) / most;
  const height = Math.max(1, bars.length) * row;
  return mark(
    "svg",
    { class: "share-bars", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    ...bars.map(({ label, share, figure }, k) => {
      const middle = (k + 0.5) * row;
      return mark(
        "g",
        { class: "bar-row" },
        mark("text", { class: "bar-label", x: 0, y: middle + type * 0.34 }, label),
        mark("rect", {
          class: "bar-solid",
          x: left,
          y: middle - type * 0.45,
          width: share * unit,
          height: type * 0.9,
        }),
        mark("text", { class: "bar-figure", x: left + share * unit + 6, y: middle + type * 0.32 }, figure),
      );
    }),
    mark("line", { class: "zero", x1: left, x2: left, y1: 0, y2: height }),
  );
}
