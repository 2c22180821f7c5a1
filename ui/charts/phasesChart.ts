import { area, curveStepAfter, line, scaleLinear, stack } from "d3";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

export interface PhasesChart {
  /** Networks in each phase, by month from 0: planning, pilot, strategic, self-managed, dormant. */
  readonly phases: readonly (readonly number[])[];
  readonly month: number;
  readonly months: number;
  /** Names of the phases, in their order. */
  readonly names: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Bottom to top: the further a network has come the lower and the darker; the line above each is always drawn. */
const ORDER = [3, 2, 1, 0, 4] as const;
const SHADE = [0.05, 0.14, 0.32, 0.62, 0] as const;
const MARGIN = { top: 10, right: 88, bottom: 22, left: 26 };
const NAME_STEP = 14;

/** Networks by phase over time as stacked steps, the present month marked, each band named where it ends. */
export function phasesChart(data: PhasesChart): Mark {
  const { phases, month, months, width, height } = data;
  const most = Math.max(4, ...phases.map((counts) => counts.reduce((sum, count) => sum + count, 0)));
  const x = scaleLinear([0, Math.max(1, months)], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, most], [height - MARGIN.bottom, MARGIN.top]).nice(4);
  const bands = stack<readonly number[], number>()
    .keys(ORDER)
    .value((counts, phase) => counts[phase] ?? 0)([...phases]);
  const shape = area<[number, number]>()
    .x((_, m) => x(m))
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high))
    .curve(curveStepAfter);
  const edge = line<[number, number]>()
    .x((_, m) => x(m))
    .y(([, high]) => y(high))
    .curve(curveStepAfter);
  const yTicks = y.ticks(3).filter(Number.isInteger);
  const xTicks = Array.from({ length: Math.floor(months / 24) + 1 }, (_, k) => k * 24);
  return mark(
    "svg",
    { class: "phases-chart", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    ...yTicks.flatMap((tick) => [
      mark("line", { class: "grid", x1: MARGIN.left, x2: width - MARGIN.right, y1: y(tick), y2: y(tick) }),
      mark("text", { class: "axis-word", x: MARGIN.left - 6, y: y(tick) + 4, "text-anchor": "end" }, String(tick)),
    ]),
    ...xTicks.map((tick) =>
      mark("text", { class: "axis-word", x: x(tick), y: height - 5, "text-anchor": "middle" }, String(tick)),
    ),
    ...bands.map((band) =>
      mark("path", {
        d: shape(band as unknown as [number, number][]) ?? "",
        fill: "currentColor",
        "fill-opacity": SHADE[band.key],
      }),
    ),
    ...bands.map((band) =>
      mark("path", {
        d: edge(band as unknown as [number, number][]) ?? "",
        fill: "none",
        stroke: "currentColor",
        "stroke-width": band.key === 3 ? 1.5 : 0.75,
        "stroke-dasharray": band.key === 0 ? "1 2.5" : band.key === 4 ? "5 3" : "none",
      }),
    ),
    // What was played beyond the month shown is veiled, as on the timeline.
    mark("rect", {
      class: "later-aside",
      x: x(month) + 1,
      y: MARGIN.top - 6,
      width: Math.max(0, x(phases.length - 1) - x(month)),
      height: height - MARGIN.bottom - MARGIN.top + 6,
    }),
    mark("line", { class: "now", x1: x(month), x2: x(month), y1: MARGIN.top - 6, y2: height - MARGIN.bottom }),
    ...names(data, bands, x, y),
  );
}

/** Names at the end of the bands, pushed apart where bands are thin; a band that is empty now has none. */
function names(
  { phases, names: words, month }: PhasesChart,
  bands: readonly { readonly key: number; readonly [m: number]: { readonly 0: number; readonly 1: number } }[],
  x: (month: number) => number,
  y: (count: number) => number,
): Mark[] {
  const at = Math.min(month, phases.length - 1);
  const right = x(phases.length - 1) + 6;
  let lowest = Infinity;
  return bands.flatMap((band) => {
    const ends = band[at];
    if (ends === undefined || ends[1] <= ends[0]) return [];
    const middle = (y(ends[0]) + y(ends[1])) / 2 + 4;
    lowest = Math.min(middle, lowest - NAME_STEP);
    const label = `${ends[1] - ends[0]} ${words[band.key]}`;
    return [mark("text", { class: "band-name", x: right, y: lowest }, label)];
  });
}
