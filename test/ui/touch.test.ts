import { describe, expect, it } from "vitest";
import type { Touchable } from "../../ui/stage/touch.ts";
import { targetAt } from "../../ui/stage/touch.ts";

/** What is meant by a point on the stage. */

const square = (x: number, y: number, half: number): Float32Array =>
  Float32Array.of(x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half);

const TOUCH: Touchable = {
  brokers: [{ broker: 2, x: 20, y: 20 }],
  buyers: [{ row: 1, x: 60, y: 20 }],
  ports: [{ market: 2, x: 200, y: 20 }],
  // A ring with a hole in it.
  networks: [{ row: 7, rings: [square(100, 100, 40), square(100, 100, 10)] }],
  tags: [{ row: 7, box: { left: 150, top: 90, width: 50, height: 15 } }],
  half: { broker: 8, buyer: 7, port: 5 },
};

/** One firm at a place. */
const firmAt =
  (fx: number, fy: number) =>
  (x: number, y: number) =>
  (reach: number): number | null =>
    Math.hypot(x - fx, y - fy) <= reach ? 5 : null;
const noFirm = () => () => null;

const at = (x: number, y: number, near: (x: number, y: number) => (reach: number) => number | null = noFirm) =>
  targetAt(TOUCH, x, y, 14, near(x, y));

describe("a point on the stage means", () => {
  it("a sign that stands there", () => {
    expect(at(26, 22)).toEqual({ kind: "broker", row: 2 });
    expect(at(54, 26)).toEqual({ kind: "buyer", row: 1 });
    expect(at(197, 24)).toEqual({ kind: "port", market: 2 });
    expect(at(20, 45)).toBeNull();
  });

  it("a network by its tag, its line and its inside, and not by the hole in it", () => {
    for (const [x, y] of [
      [160, 100],
      [100, 62],
      [141, 90],
      [75, 75],
    ])
      expect(at(x, y)).toEqual({ kind: "network", row: 7 });
    expect(at(100, 100)).toBeNull();
    expect(at(146, 120)).toBeNull();
  });

  it("a firm that is right there before all but a sign, and one near by before the inside of a contour", () => {
    const firm = firmAt(78, 78);
    expect(at(80, 80, firm)).toEqual({ kind: "firm", firm: 5 });
    expect(at(70, 70, firm)).toEqual({ kind: "firm", firm: 5 });
    expect(at(61, 72, firm)).toEqual({ kind: "network", row: 7 });
    expect(at(125, 125, firm)).toEqual({ kind: "network", row: 7 });
    expect(at(20, 20, firmAt(20, 20))).toEqual({ kind: "broker", row: 2 });
  });
});
