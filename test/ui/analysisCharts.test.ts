import { describe, expect, test } from "vitest";
import { bins } from "../../ui/charts/analysis/bins.ts";
import { growth } from "../../ui/charts/analysis/growth.ts";
import { heatMap } from "../../ui/charts/analysis/heatMap.ts";
import { intervalRows } from "../../ui/charts/analysis/intervalRows.ts";
import { scatter } from "../../ui/charts/analysis/scatter.ts";
import type { Mark } from "../../ui/charts/marks.ts";
import { svgText } from "../../ui/charts/marks.ts";

/** Pictures of analyses: what they say, and that no value breaks them. */

const words = {
  title: "Networks <formed>",
  caption: `n 12 · ${"a long design ".repeat(9)} · seed s`,
  note: "the note",
};
const nothing = { value: null, low: null, high: null };

function all(picture: Mark, name: string): Mark[] {
  const own = picture.name === name ? [picture] : [];
  return [...own, ...picture.children.flatMap((child) => (typeof child === "string" ? [] : all(child, name)))];
}

const texts = (picture: Mark) =>
  all(picture, "text").map(({ children: [first] }) => (typeof first === "string" ? first : ""));

function checked(picture: Mark): Mark {
  const text = svgText(picture);
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
  expect(text).toContain("Networks &lt;formed&gt;");
  expect(texts(picture)).toEqual(expect.arrayContaining(["the note", "seed s"]));
  return picture;
}

describe("intervals in rows", () => {
  const rows = [
    {
      label: "a",
      reaches: [
        { value: 2, low: 1, high: 3, wide: { low: 0, high: 4 } },
        { value: -1, low: null, high: null },
      ],
      figure: "2",
    },
    { label: "b", reaches: [nothing], figure: "—" },
  ];

  test("each figure has a dot, each interval a line from end to end", () => {
    const picture = checked(intervalRows({ words, series: ["one", "other"], rows, axis: "share" }));
    const dots = all(picture, "circle").map(({ traits }) => Number(traits.cx));
    expect(dots).toHaveLength(2);
    const [line] = all(picture, "line").filter(({ traits }) => traits["stroke-width"] === 2);
    expect(Number(line.traits.x1)).toBeLessThan(dots[0]);
    expect(Number(line.traits.x2) + Number(line.traits.x1)).toBeCloseTo(2 * dots[0], 9);
    expect(texts(picture)).toEqual(expect.arrayContaining(["no value", "one", "other", "share"]));
  });

  test("nothing but zeros, or nothing at all", () => {
    checked(
      intervalRows({
        words,
        series: [],
        rows: [{ label: "a", reaches: [{ value: 0, low: 0, high: 0 }], figure: "0" }],
        axis: "",
      }),
    );
    checked(intervalRows({ words, series: [], rows: [], axis: "" }));
  });
});

test("a scatter names its points and leaves out those without a value", () => {
  const at = (value: number) => ({ value, low: value - 1, high: value + 1 });
  const points = [
    { label: "trust", x: at(5), y: at(3) },
    { label: "law", x: at(5), y: at(3) },
    { label: "none", x: nothing, y: at(1) },
  ];
  const picture = checked(scatter({ words, points, x: "size", y: "spread" }));
  expect(texts(picture)).toEqual(expect.arrayContaining(["trust", "law"]));
  expect(texts(picture)).not.toContain("none");
  const [trust, law] = ["trust", "law"].map((label) =>
    all(picture, "text").find(({ children }) => children[0] === label),
  );
  expect(trust?.traits.y).not.toBe(law?.traits.y);
});

test("growth: lines are named at their end, also where one has no interval", () => {
  const steps = [4, 6, 9].map((n) => ({ n, value: 1 / n, low: n === 4 ? null : 0, high: n === 4 ? null : 1 }));
  const picture = checked(
    growth({
      words,
      lines: [
        { name: "total", steps },
        { name: "empty", steps: [] },
      ],
      x: "n",
    }),
  );
  expect(texts(picture)).toContain("total");
  expect(all(picture, "path")).toHaveLength(2);
});

test("bins: heights are the counts; one value alone is a bar; a line is named", () => {
  const picture = checked(
    bins({ words, low: 0, high: 10, counts: [1, 4, 2], x: "x", y: "runs", line: { at: 5, name: "truth" } }),
  );
  const heights = all(picture, "rect")
    .slice(1)
    .map(({ traits }) => Number(traits.height));
  expect(heights[1] / heights[0]).toBeCloseTo(4, 9);
  expect(texts(picture)).toContain("truth");
  checked(bins({ words, low: 3, high: 3, counts: [12], x: "x", y: "runs" }));
});

test("a heat map: the more the darker, with n in each cell, and nothing where no run lies", () => {
  const picture = checked(
    heatMap({
      words,
      x: "trust",
      y: "brokers",
      columns: ["0", "1"],
      rows: ["few", "many"],
      cells: [
        [0.1, 0.9],
        [null, 0.5],
      ],
      figures: [
        ["10 %", "90 %"],
        ["", "50 %"],
      ],
      counts: [
        [4, 5],
        [0, 6],
      ],
      from: 0,
      to: 1,
    }),
  );
  const shades = all(picture, "rect").flatMap(({ traits }) => /^rgb\((\d+)/.exec(String(traits.fill))?.[1] ?? []);
  expect(Number(shades[1])).toBeLessThan(Number(shades[0]));
  expect(shades).toHaveLength(3);
  expect(texts(picture)).toEqual(expect.arrayContaining(["n 4", "n 5", "n 6", "few", "trust"]));
});
