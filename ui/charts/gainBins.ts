import type { GainSpread } from "../../sim/contract.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { OptionPlace } from "./optionMark.ts";
import { optionClass } from "./optionMark.ts";

export interface GainBins {
  readonly option: OptionPlace;
  readonly spread: GainSpread;
  readonly width: number;
  readonly height: number;
}

const FOOT = 18;

/** Gains of members as bars, 0 as an ink line; what lies beyond the scale is in the outer bars. */
export function gainBins({ option, spread, width, height }: GainBins): Mark {
  const { from, width: step, counts } = spread;
  const most = Math.max(1e-9, ...counts);
  const bar = width / counts.length;
  const floor = height - FOOT;
  const x = (gain: number): number => ((gain - from) / step) * bar;
  const ticks = [-0.5, 0, 0.5, 1].filter((gain) => x(gain) >= 0 && x(gain) <= width + 1);
  return mark(
    "svg",
    {
      class: `gain-spread ${optionClass(option)}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "aria-hidden": "true",
    },
    ...counts.map((count, k) =>
      mark("rect", {
        class: "gain-bin",
        x: k * bar + 0.5,
        y: floor - (count / most) * (floor - 4),
        width: bar - 1,
        height: (count / most) * (floor - 4),
      }),
    ),
    mark("line", { class: "axis", x1: 0, x2: width, y1: floor, y2: floor }),
    mark("line", { class: "target-line", x1: x(0), x2: x(0), y1: 0, y2: floor }),
    ...ticks.map((gain) =>
      mark(
        "text",
        {
          class: "tick",
          x: x(gain),
          y: height - 4,
          "text-anchor": x(gain) > width - 20 ? "end" : x(gain) < 20 ? "start" : "middle",
        },
        `${gain > 0 ? "+" : gain < 0 ? "\u2212" : ""}${Math.abs(gain * 100)} %`,
      ),
    ),
  );
}
