import { expect, test } from "vitest";
import type { Mark } from "../../ui/charts/marks.ts";
import { svgText } from "../../ui/charts/marks.ts";
import { phasesChart } from "../../ui/charts/phasesChart.ts";
import { phaseStrip } from "../../ui/charts/phaseStrip.ts";
import { programmeBars } from "../../ui/charts/programmeBars.ts";
import { signedBars } from "../../ui/charts/signedBars.ts";

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

test("a row of the phase strip is the network's course: lines in its phases, a letter each, a cross at the end", () => {
  const course = [
    { phase: 0, from: 10 },
    { phase: 1, from: 13 },
    { phase: 2, from: 22 },
    { phase: 5, from: 40 },
  ] as const;
  const picture = phaseStrip({ scale: SCALE, courses: [course], month: 60, played: 60, row: 16, focus: -1 });
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
  const picture = phaseStrip({ scale: SCALE, courses: [course], month: 20, played: 60, row: 16, focus: 0 });
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

test("bands of the phases chart are named with their counts where they end, and names keep apart", () => {
  const phases = [
    [0, 0, 0, 0, 0],
    [1, 2, 0, 0, 0],
    [1, 1, 11, 0, 1],
  ];
  const names = ["planning", "pilot", "strategic", "self-managed", "dormant"];
  const picture = phasesChart({ phases, month: 2, months: 120, names, width: 296, height: 148 });
  const labels = all(picture, "text", "band-name");
  expect(labels.map(({ children }) => children[0])).toEqual(["11 strategic", "1 pilot", "1 planning", "1 dormant"]);
  const heights = labels.map((label) => number(label, "y"));
  for (let k = 1; k < heights.length; k++) expect(heights[k - 1] - heights[k]).toBeGreaterThanOrEqual(14);
  expect(svgText(picture)).not.toMatch(/NaN/);
});
