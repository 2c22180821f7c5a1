import type { ScaleLinear } from "d3";
import { area, curveStepAfter, line, scaleLinear, stack } from "d3";
import { lettersIn } from "./letters.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

/** Values by month from 0; null where there is none. */
export type Values = readonly (number | null)[];

/** How a line is drawn: each has a second cue beside its colour. */
export type Look = "median" | "plain" | "dashed" | "dotted" | "contributes" | "freeRides";

export interface TimeLine {
  readonly name: string;
  readonly values: Values;
  readonly look: Look;
}

/** Everything between two courses: the palest first. */
export interface Band {
  readonly low: Values;
  readonly high: Values;
  readonly shade: number;
}

/** One of several amounts that stand on each other, the lowest first. */
export interface Layer {
  readonly name: string;
  readonly values: Values;
  readonly shade: number;
  readonly dash: string;
}

/** One picture over the months: lines and bands, or layers. */
export interface TimePanel {
  readonly title: string;
  /** Unit of the vertical axis, beside the title. */
  readonly unit: string;
  readonly lines: readonly TimeLine[];
  readonly bands: readonly Band[];
  readonly layers: readonly Layer[];
  /** The least and the most that the axis must reach. */
  readonly reach: readonly [number, number];
  /** Whether values hold from month to month (counts) or run (means). */
  readonly isStepped: boolean;
  /** A value as it is printed. */
  readonly show: (value: number) => string;
}

export interface TimeSetting {
  /** The month shown, and months to be played. */
  readonly month: number;
  readonly months: number;
  /** Size of the type on axes, px. */
  readonly type: number;
}

/** Where the months of a panel lie, px from the left edge of the picture. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Mean width of a letter, as a share of the size of type. */
const LETTER = 0.5;
const DASHES: Readonly<Record<Look, string>> = {
  median: "none",
  plain: "none",
  dashed: "6 4",
  dotted: "1.5 3",
  contributes: "none",
  freeRides: "6 3",
};
const WIDTHS: Readonly<Record<Look, number>> = {
  median: 3,
  plain: 1.5,
  dashed: 1.5,
  dotted: 2,
  contributes: 2.25,
  freeRides: 2.25,
};

/** The last value up to a month. */
export function valueAt(course: Values, month: number): number | null {
  return course[Math.min(month, course.length - 1)] ?? null;
}

/** Months to print below an axis of so many px. */
function monthTicks(months: number, width: number, type: number): number[] {
  const least = 3.2 * type;
  const step = [12, 24, 60, 120, 240, 600].find((size) => (size / Math.max(1, months)) * width >= least) ?? 1200;
  return Array.from({ length: Math.floor(months / step) + 1 }, (_, k) => k * step);
}

/** Room that a panel needs left and right of its plot, px. */
interface Margins {
  readonly left: number;
  readonly right: number;
}

/** A scale over everything that a panel shows, with round ends. */
function scaleOf({ lines, bands, layers, reach }: TimePanel): ScaleLinear<number, number> {
  const known = [...lines.map(({ values }) => values), ...bands.flatMap(({ low, high }) => [low, high])];
  const values = [...known, ...stacked(layers)].flat().filter((value) => value !== null);
  return scaleLinear([Math.min(reach[0], ...values), Math.max(reach[1], ...values)], [1, 0]).nice(3);
}

function ticksOf({ isStepped }: TimePanel, y: ScaleLinear<number, number>): number[] {
  return y.ticks(3).filter((tick) => !isStepped || Number.isInteger(tick));
}

/** The longest name a panel can come to show at its right end, and the widest figure on its axis. */
function marginsOf(panel: TimePanel, type: number): Margins {
  const { lines, layers, show } = panel;
  const y = scaleOf(panel);
  const widest = Math.max(...ticksOf(panel, y).map((tick) => lettersIn(show(tick))));
  const names = [...lines, ...layers].map(({ name }) => lettersIn(name) + 1);
  const right = (Math.max(0, ...names) + widest) * type * LETTER + 10;
  return { left: widest * type * LETTER + 10, right };
}

/** A panel at a place of a picture: the title above, the names with their values where the lines end. */
function timePanel(panel: TimePanel, box: Plot, margins: Margins, setting: TimeSetting): { picture: Mark; plot: Plot } {
  const { type, months, month } = setting;
  const { lines, bands, layers, show, isStepped } = panel;
  const tops = stacked(layers);
  const known = [...lines.map(({ values }) => values), ...bands.flatMap(({ low, high }) => [low, high]), ...tops];
  const y = scaleOf(panel).range([box.bottom - 1.7 * type, box.top + 2.2 * type]);
  const ticks = ticksOf(panel, y);
  const named = nameList(panel, month);
  const left = box.left + margins.left;
  const right = box.right - Math.min(margins.right, (box.right - left) / 2);
  const x = scaleLinear([0, Math.max(1, months)], [left, right]);
  const played = Math.max(0, ...known.map((course) => course.length - 1));
  const plot = { left, right, top: box.top + 1.6 * type, bottom: box.bottom - 1.7 * type };

  const path = (course: Values): string => {
    const draw = line<number | null>()
      .defined((value) => value !== null)
      .x((_, m) => x(m))
      .y((value) => y(value ?? 0));
    return (isStepped ? draw.curve(curveStepAfter) : draw)(course as (number | null)[]) ?? "";
  };
  const between = (low: Values, high: Values): string => {
    const draw = area<number | null>()
      .defined((value, m) => value !== null && low[m] !== null)
      .x((_, m) => x(m))
      .y0((_, m) => y(low[m] ?? 0))
      .y1((value) => y(value ?? 0));
    return (isStepped ? draw.curve(curveStepAfter) : draw)(high as (number | null)[]) ?? "";
  };
  const floor = tops.map((_, k) => (k === 0 ? tops[0].map(() => 0) : tops[k - 1]));
  const isZeroInside = y.domain()[0] < 0;
  const picture = mark(
    "g",
    { class: "time-panel" },
    mark(
      "text",
      { class: "panel-title", x: box.left, y: box.top + type },
      mark("tspan", { class: "panel-name" }, panel.title),
      mark("tspan", { class: "panel-unit" }, panel.unit === "" ? "" : `  ${panel.unit}`),
    ),
    ...ticks.flatMap((tick) => [
      mark("line", {
        class: isZeroInside && tick === 0 ? "zero" : "grid",
        x1: left,
        x2: right,
        y1: y(tick),
        y2: y(tick),
      }),
      mark("text", { class: "axis-word", x: left - 6, y: y(tick) + type * 0.34, "text-anchor": "end" }, show(tick)),
    ]),
    ...monthTicks(months, right - left, type).map((tick) =>
      mark(
        "text",
        { class: "axis-word", x: x(tick), y: box.bottom - type * 0.3, "text-anchor": "middle" },
        String(tick),
      ),
    ),
    ...bands.map(({ low, high, shade }) =>
      mark("path", { class: "band", d: between(low, high), "fill-opacity": shade }),
    ),
    ...layers.map(({ shade }, k) =>
      mark("path", { class: "band", d: between(floor[k], tops[k]), "fill-opacity": shade }),
    ),
    ...layers.map(({ dash }, k) =>
      mark("path", { class: "line line-edge", d: path(tops[k]), "stroke-width": 1, "stroke-dasharray": dash }),
    ),
    ...lines.map(({ values: course, look }) =>
      mark("path", {
        class: `line line-${look}`,
        d: path(course),
        "stroke-width": WIDTHS[look],
        "stroke-dasharray": DASHES[look],
      }),
    ),
    // What was played beyond the month shown is veiled, as on the timeline.
    mark("rect", {
      class: "later",
      x: x(month) + 1,
      y: plot.top,
      width: Math.max(0, x(Math.min(played, months)) - x(month)),
      height: Math.max(0, plot.bottom - plot.top),
    }),
    mark("line", { class: "now", x1: x(month), x2: x(month), y1: plot.top, y2: plot.bottom }),
    ...spread(
      named.map(({ at, ...rest }) => ({ ...rest, at: y(at) + type * 0.34 })),
      type * 1.15,
      plot.bottom,
      plot.top + type * 0.5,
    ).map(({ at, words, look }) =>
      mark(
        "text",
        { class: `line-name line-name-${look}`, x: x(Math.max(month, Math.min(played, months))) + 6, y: at },
        words,
      ),
    ),
  );
  return { picture, plot };
}

/** The upper edge of every layer. */
function stacked(layers: readonly Layer[]): number[][] {
  if (layers.length === 0) return [];
  const months = layers[0].values.map((_, m) => m);
  const heights = stack<number, number>()
    .keys(layers.keys())
    .value((m, k) => layers[k].values[m] ?? 0)(months);
  return heights.map((heightsOfOne) => heightsOfOne.map(([, top]) => top));
}

interface Named {
  readonly words: string;
  readonly at: number;
  readonly look: string;
}

/** Names with their values in the month shown, where they stand on the axis. */
function nameList({ lines, layers, show }: TimePanel, month: number): Named[] {
  const names: Named[] = lines.flatMap(({ name, values, look }) => {
    const value = valueAt(values, month);
    return value === null ? [] : [{ words: `${show(value)} ${name}`.trim(), at: value, look }];
  });
  let below = 0;
  for (const { name, values } of layers) {
    const value = valueAt(values, month) ?? 0;
    if (value > 0) names.push({ words: `${show(value)} ${name}`, at: below + value / 2, look: "plain" });
    below += value;
  }
  return names;
}

/** Pushes names apart that would lie on each other, keeping their order and staying inside. */
function spread(names: readonly Named[], step: number, bottom: number, top: number): Named[] {
  const placed = names.toSorted((a, b) => b.at - a.at).map((name) => ({ ...name }));
  let lowest = bottom;
  for (const name of placed) {
    name.at = Math.min(name.at, lowest);
    lowest = name.at - step;
  }
  let highest = top;
  for (const name of placed.toReversed()) {
    name.at = Math.max(name.at, highest);
    highest = name.at + step;
  }
  return placed;
}

export interface PanelsPicture {
  readonly picture: Mark;
  readonly width: number;
  readonly height: number;
  /** Where each panel's months lie. */
  readonly plots: readonly Plot[];
}

const GUTTER = 24;

/** Small multiples: panels of equal size in rows of at most so many columns. */
export function timePanels(
  panels: readonly TimePanel[],
  { width, columns, height }: { readonly width: number; readonly columns: number; readonly height: number },
  setting: TimeSetting,
): PanelsPicture {
  const across = Math.max(1, Math.min(columns, panels.length));
  const rows = Math.ceil(panels.length / across);
  const each = (width - GUTTER * (across - 1)) / across;
  // One margin for all, so that months stand below each other.
  const margins = panels.map((panel) => marginsOf(panel, setting.type));
  const left = Math.max(...margins.map((one) => one.left));
  const right = Math.max(...margins.map((one) => one.right));
  const drawn = panels.map((panel, k) => {
    const at = (k % across) * (each + GUTTER);
    const top = Math.floor(k / across) * (height + GUTTER / 2);
    return timePanel(panel, { left: at, right: at + each, top, bottom: top + height }, { left, right }, setting);
  });
  const whole = rows * height + (rows - 1) * (GUTTER / 2);
  const picture = mark(
    "svg",
    { class: "panels", viewBox: `0 0 ${width} ${whole}`, width, height: whole, "aria-hidden": "true" },
    ...drawn.map((one) => one.picture),
  );
  return { picture, width, height: whole, plots: drawn.map(({ plot }) => plot) };
}

/** The month under a point of a picture, or null outside of its panels. */
export function monthAt(plots: readonly Plot[], months: number, x: number, y: number): number | null {
  const plot = plots.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  if (plot === undefined) return null;
  return Math.round(((x - plot.left) / (plot.right - plot.left)) * months);
}
