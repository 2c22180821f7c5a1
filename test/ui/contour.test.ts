import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOf, contains, contourOf } from "../../ui/stage/contour.ts";
import type { Point } from "../../ui/stage/spanningTree.ts";
import { spanningTree } from "../../ui/stage/spanningTree.ts";

const R = 10;

/** Points on a loose grid, so that no two firms share a place. */
const firms = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 8,
    maxLength: 60,
    selector: ([x, y]) => x * 100 + y,
  })
  .map((cells) => cells.map(([x, y]) => ({ x: x * 15 + ((y * 7) % 5), y: y * 15 + ((x * 3) % 5) })));

test("every member is inside, wherever the others stand, and none of them is moved", () => {
  fc.assert(
    fc.property(firms, fc.integer({ min: 3, max: 8 }), (all, count) => {
      const before = structuredClone(all);
      const rings = contourOf(all.slice(0, count), all.slice(count), R);
      for (const member of all.slice(0, count)) expect(contains(rings, member)).toBe(true);
      expect(all).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test("whoever is not near a member, a tie of the tree or enclosed by them is outside", () => {
  fc.assert(
    fc.property(firms, (all) => {
      const members = all.slice(0, 5);
      const rings = contourOf(members, all.slice(5), R);
      const edges = spanningTree(members);
      const left = Math.min(...members.map(({ x }) => x)) - 2 * R;
      const right = Math.max(...members.map(({ x }) => x)) + 2 * R;
      const far = (p: Point): number => Math.min(...edges.map(([a, b]) => distance(p, members[a], members[b])));
      for (const other of all.slice(5)) {
        if (other.x < left || other.x > right) expect(contains(rings, other)).toBe(false);
      }
      // The line itself runs nowhere but near members and ties.
      for (const point of rings.flat()) expect(far(point)).toBeLessThan(2.2 * R);
    }),
    { numRuns: 60 },
  );
});

function distance(p: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

test("a compact network has one ring of 30 to 46 points, with room around its firms", () => {
  const members = [0, 1, 2, 3, 4, 5].map((k) => ({ x: Math.cos(k) * 16, y: Math.sin(k) * 16 }));
  const rings = contourOf(members, [], R);
  expect(rings).toHaveLength(1);
  expect(rings[0].length).toBeGreaterThanOrEqual(30);
  expect(rings[0].length).toBeLessThanOrEqual(46);
  const nearest = Math.min(...rings[0].flatMap((p) => members.map((m) => Math.hypot(p.x - m.x, p.y - m.y))));
  expect(nearest).toBeGreaterThan(R * 0.5);
});

test("a neighbour pushes the line towards the members", () => {
  const members = [0, 12, 24].map((x) => ({ x, y: 0 }));
  const reach = (others: readonly Point[]): number => {
    const points = contourOf(members, others, R).flat();
    return Math.max(...points.filter(({ x }) => Math.abs(x - 12) < 3).map(({ y }) => y));
  };
  expect(reach([{ x: 12, y: 14 }])).toBeLessThan(reach([]) - 1);
});

test("a firm that is enclosed makes no hole, and crumbs are dropped", () => {
  const circle = Array.from({ length: 10 }, (_, k) => (k / 10) * 2 * Math.PI);
  const members = circle.map((angle) => ({ x: Math.cos(angle) * 26, y: Math.sin(angle) * 26 }));
  const rings = contourOf(members, [{ x: 0, y: 0 }], R);
  expect(rings).toHaveLength(1);
  expect(contains(rings, { x: 0, y: 0 })).toBe(true);
  for (const ring of rings) expect(Math.abs(areaOf(ring))).toBeGreaterThan(55);
});

test("the spanning tree is the shortest: checked against all trees of four points", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 1 },
    { x: 11, y: 9 },
    { x: 2, y: 8 },
  ];
  const length = (edges: readonly (readonly [number, number])[]): number =>
    edges.reduce((sum, [a, b]) => sum + Math.hypot(points[a].x - points[b].x, points[a].y - points[b].y), 0);
  const pairs = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b > a).map((b) => [a, b] as const));
  let best = Infinity;
  for (const one of pairs) {
    for (const two of pairs) {
      for (const three of pairs) {
        const groups = [0, 1, 2, 3];
        for (const [a, b] of [one, two, three]) {
          const [from, to] = [groups[b], groups[a]];
          for (let k = 0; k < 4; k++) if (groups[k] === from) groups[k] = to;
        }
        if (new Set(groups).size === 1) best = Math.min(best, length([one, two, three]));
      }
    }
  }
  expect(length(spanningTree(points))).toBeCloseTo(best, 10);
});
