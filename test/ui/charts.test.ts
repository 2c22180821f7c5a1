import { expect, test } from "vitest";
import type { Mark } from "../../ui/charts/marks.ts";
import { svgText } from "../../ui/charts/marks.ts";
import { phaseStrip } from "../../ui/charts/phaseStrip.ts";
import { programmeBars } from "../../ui/charts/programmeBars.ts";
import { shareBars } from "../../ui/charts/shareBars.ts";
import { signedBars } from "../../ui/charts/signedBars.ts";
import type { TimePanel } from "../../ui/charts/timeChart.ts";
import { monthAt, timePanels } from "../../ui/charts/timeChart.ts";

function all(picture: Mark, name: string, className?: string): Mark[] {
  const own =
    picture.name === name &&
    (className === undefined || String(picture.traits["class"]).split(" ").includes(className));
  return [
    ...(own ? [picture] : []),
    ...picture.children.flatMap((child) => (typeof child === "string" ? [] : all(child, name, className))),
  ];
}

const number = (value: Mark | undefined, trait: string): number => Number(value?.traits[trait]);
const SCALE = { width: 600, months: 120 };

test("text in a picture stays text", () => {
  const picture: Mark = { name: "text", traits: { title: '"<b>"' }, children: ["<script>", " & "] };
  expect(svgText(picture)).toBe('<text title="&quot;&lt;b&gt;&quot;">&lt;script&gt; &amp; </text>');
});

const BARS = [
  { label: "Benefit", value: 4.7, figure: "+4.7" },
  { label: "Contribution", value: -3.5, figure: "−3.5" },
  { label: "Exposure", value: -2.8, figure: "−2.8" },
];
const SUM = { label: "Sum", value: -1.6, figure: "−1.6" };

test("bars are as long as their values, for to the right and against to the left of one line", () => {
  const picture = signedBars(BARS, { against: "against", for: "for", sum: SUM }, 296, 14);
  const axis = number(all(picture, "line", "zero")[0], "x1");
  const [benefit, sum] = all(picture, "rect", "bar-solid");
  const [contribution, exposure] = all(picture, "rect", "bar-open");
  const unit = number(benefit, "width") / 4.7;
  expect(number(benefit, "x")).toBeCloseTo(axis, 6);
  expect((number(contribution, "width") + 1.5) / 3.5).toBeCloseTo(unit, 6);
  expect((number(exposure, "width") + 1.5) / 2.8).toBeCloseTo(unit, 6);
  expect(number(sum, "x") + number(sum, "width")).toBeCloseTo(axis, 6);
  expect(number(sum, "width") / 1.6).toBeCloseTo(unit, 6);
  // All stays within the picture.
  for (const bar of [...all(picture, "rect")]) {
    expect(number(bar, "x")).toBeGreaterThan(0);
    expect(number(bar, "x") + number(bar, "width")).toBeLessThanOrEqual(296.01);
  }
});

test("nothing but zeros can be drawn", () => {
  const zero = { label: "a", value: 0, figure: "0.0" };
  expect(svgText(signedBars([zero], { against: "against", for: "for", sum: zero }, 296, 14))).not.toMatch(
    /NaN|Infinity/,
  );
});

const LETTERS = ["S", "I", "T", "M", "D"];

test("a row of the phase strip is the network's course: lines in its phases, a letter each, a cross at the end", () => {
  const course = [
    { phase: 0, from: 10 },
    { phase: 1, from: 13 },
    { phase: 2, from: 22 },
    { phase: 5, from: 40 },
  ] as const;
  const picture = phaseStrip({
    scale: SCALE,
    courses: [course],
    month: 60,
    played: 60,
    row: 16,
    focus: -1,
    letters: LETTERS,
  });
  expect(all(picture, "text").map(({ children }) => children[0])).toEqual(["S", "I", "T"]);
  expect(all(picture, "path", "cross")).toHaveLength(1);
  const lines = all(picture, "line", "phase-line-contour");
  expect(lines.map((line) => [number(line, "x1"), number(line, "x2")].map(Math.round))).toEqual([
    [50, 65],
    [65, 110],
    [110, 200],
  ]);
  expect(lines.map((line) => number(line, "stroke-width"))).toEqual([1.6, 1, 2.2]);
});

test("a self-managed stretch is a double line, and what lies ahead of the month shown is veiled", () => {
  const course = [{ phase: 3, from: 10 }] as const;
  const picture = phaseStrip({
    scale: SCALE,
    courses: [course],
    month: 20,
    played: 60,
    row: 16,
    focus: 0,
    letters: LETTERS,
  });
  expect(all(picture, "line", "phase-line-gap")).toHaveLength(1);
  expect(number(all(picture, "rect", "later")[0], "x")).toBe(100);
  expect(all(picture, "rect", "row-focus")).toHaveLength(1);
});

test("a programme bar is solid up to now and outlined beyond; its end is named", () => {
  const bar = { from: 6, to: 66, rise: false, end: "last broker leaves" };
  const picture = programmeBars({ scale: SCALE, month: 36, bars: [bar, null], events: [6, 36], axis: 24, row: 16 });
  expect(all(picture, "path", "bar-done")).toHaveLength(1);
  expect(all(picture, "path", "bar-planned")).toHaveLength(1);
  expect(all(picture, "path", "event-now")).toHaveLength(1);
  expect(svgText(picture)).toContain("last broker leaves");
  const over = programmeBars({ scale: SCALE, month: 80, bars: [bar], events: null, axis: 24, row: 16 });
  expect(all(over, "path", "bar-planned")).toHaveLength(0);
});

const PANEL: TimePanel = {
  title: "Trust",
  unit: "0..1",
  lines: [],
  bands: [],
  layers: [],
  reach: [0, 1],
  isStepped: false,
  show: (value) => value.toFixed(2),
};
const SETTING = { month: 2, months: 4, type: 12 };
const BOX = { width: 400, columns: 1, height: 200 };

test("lines are named with their value in the month shown, and names keep apart", () => {
  const lines: TimePanel["lines"] = [
    { name: "members", values: [null, 0.5, 0.81, 0.9], look: "median" },
    { name: "others", values: [0.2, 0.2, 0.8, 0.2], look: "dashed" },
    { name: "nobody", values: [null, null, null, null], look: "dotted" },
  ];
  const { picture, plots } = timePanels([{ ...PANEL, lines }], BOX, SETTING);
  const names = all(picture, "text", "line-name");
  expect(names.map(({ children }) => children[0])).toEqual(["0.80 others", "0.81 members"]);
  expect(number(names[0], "y") - number(names[1], "y")).toBeGreaterThanOrEqual(13);
  // A line begins where there is a value: month 1 of 4.
  const [first] = all(picture, "path", "line-median");
  const [plot] = plots;
  expect(Number(/^M([\d.]+),/.exec(String(first.traits["d"]))?.[1])).toBeCloseTo(
    plot.left + (plot.right - plot.left) / 4,
    6,
  );
  expect(svgText(picture)).not.toMatch(/NaN|Infinity/);
});

test("layers stand on each other and sum to the whole; the last edge is drawn", () => {
  const layer = (name: string, values: number[]) => ({ name, values, shade: 0.2, dash: "none" });
  const layers = [layer("self-managed", [0, 1, 4]), layer("pilot", [0, 2, 3]), layer("asleep", [0, 0, 0])];
  const panel = { ...PANEL, layers, isStepped: true, reach: [0, 4] as const, show: String };
  const { picture } = timePanels([panel], BOX, SETTING);
  expect(all(picture, "text", "line-name").map(({ children }) => children[0])).toEqual(["4 self-managed", "3 pilot"]);
  expect(all(picture, "path", "band")).toHaveLength(3);
  // The axis reaches beyond the sum of 7, in whole numbers.
  const ticks = all(picture, "text", "axis-word").flatMap(({ children }) => children.map(Number));
  expect(Math.max(...ticks)).toBeGreaterThanOrEqual(7);
  expect(ticks.every(Number.isInteger)).toBe(true);
});

test("panels beside and below each other share their margins, and a point in one is a month", () => {
  const line = { name: "", values: [0, 1, 2, 3, 4].map((value) => value / 4), look: "plain" as const };
  const wide = { ...PANEL, lines: [{ ...line, name: "a rather long name" }] };
  const panels = [{ ...PANEL, lines: [line] }, wide, { ...PANEL, lines: [line] }];
  const { plots, height } = timePanels(panels, { width: 600, columns: 2, height: 100 }, SETTING);
  expect(height).toBeGreaterThan(200);
  expect(plots[0].left).toBe(plots[2].left);
  expect(plots[0].right - plots[0].left).toBeCloseTo(plots[1].right - plots[1].left, 6);
  const middle = (plots[1].top + plots[1].bottom) / 2;
  expect(monthAt(plots, 4, plots[1].left, middle)).toBe(0);
  expect(monthAt(plots, 4, plots[1].right, middle)).toBe(4);
  expect(monthAt(plots, 4, (plots[1].left + plots[1].right) / 2, middle)).toBe(2);
  expect(monthAt(plots, 4, plots[0].right + 1, middle)).toBeNull();
});

test("a panel of which nothing is known can be drawn", () => {
  const { picture } = timePanels([{ ...PANEL, lines: [{ name: "a", values: [], look: "plain" }] }], BOX, SETTING);
  expect(svgText(picture)).not.toMatch(/NaN|Infinity/);
});

test("bars of shares are as long as their shares and stay inside", () => {
  const bars = [
    { label: "bargaining", share: 0.6, figure: "60 %, 600" },
    { label: "exposure to free riders", share: 0.4, figure: "40 %, 400" },
    { label: "the fee", share: 0, figure: "0" },
  ];
  const picture = shareBars(bars, 320, 14);
  const [long, short, none] = all(picture, "rect", "bar-solid").map((bar) => number(bar, "width"));
  expect(short / long).toBeCloseTo(4 / 6, 6);
  expect(none).toBe(0);
  expect(number(all(picture, "rect")[0], "x") + long).toBeLessThan(320);
  expect(svgText(shareBars([], 320, 14))).not.toMatch(/NaN|Infinity/);
});

test("labels in signs as wide as they are high stand clear of their bars", () => {
  const label = "收益太少";
  const [share] = all(shareBars([{ label, share: 1, figure: "54%" }], 320, 14), "rect", "bar-solid");
  expect(number(share, "x")).toBeGreaterThan(label.length * 14);
  const against = { label: "搭便车风险敞口", value: -3, figure: "−3.0" };
  const picture = signedBars([against], { against: "不利", for: "有利", sum: { ...against, label: "合计" } }, 296, 14);
  expect(number(all(picture, "rect", "bar-open")[0], "x")).toBeGreaterThan(against.label.length * 12);
});
