import { expect, test } from "vitest";
import { Clutter, overlap } from "../../ui/stage/clutter.ts";
import type { LabelRequest } from "../../ui/stage/labels.ts";
import { placeLabels } from "../../ui/stage/labels.ts";

const SIZE = { width: 300, height: 200 };

function request(id: string, places: readonly (readonly [left: number, top: number, cost?: number])[]): LabelRequest {
  const candidates = places.map(([left, top, cost = 0]) => ({
    lines: [id],
    box: { left, top, width: 60, height: 15 },
    cost,
  }));
  return { id, kind: "tag", candidates, limit: 300 };
}

test("a label takes the cheapest place that is free", () => {
  const clutter = new Clutter();
  for (let x = 0; x < 60; x += 5) clutter.add(20 + x, 28, 7);
  const [label] = placeLabels(
    [
      request("a", [
        [20, 20],
        [20, 60, 5],
      ]),
    ],
    [clutter],
    SIZE,
    new Map(),
  );
  expect(label.choice).toBe(1);
});

test("labels do not lie on each other where there is another place", () => {
  const places = [
    [20, 20],
    [20, 40],
    [20, 60],
  ] as const;
  const labels = placeLabels(
    ["a", "b", "c"].map((id) => request(id, places)),
    [],
    SIZE,
    new Map(),
  );
  expect(labels).toHaveLength(3);
  for (const a of labels) for (const b of labels) if (a !== b) expect(overlap(a.box, b.box)).toBe(0);
});

test("one that would cover too much is left out, and none leaves the frame", () => {
  const labels = placeLabels(
    [request("a", [[20, 20]]), request("b", [[22, 22]]), request("c", [[290, 20]])],
    [],
    SIZE,
    new Map(),
  );
  expect(labels.map(({ id }) => id)).toEqual(["a"]);
});

test("a label stays where it was unless another place is clearly better", () => {
  const places = [
    [20, 20],
    [20, 60, 10],
  ] as const;
  const [stays] = placeLabels([request("a", places)], [], SIZE, new Map([["a", 1]]));
  expect(stays.choice).toBe(1);
  const clutter = new Clutter();
  for (let x = 0; x < 60; x += 5) clutter.add(20 + x, 68, 7);
  const [moves] = placeLabels([request("a", places)], [clutter], SIZE, new Map([["a", 1]]));
  expect(moves.choice).toBe(0);
});
