import { expect, test } from "vitest";
import { layOut } from "../../ui/stage/layout.ts";
import type { LayoutRequest } from "../../ui/stage/places.ts";
import { layoutRequest, TOWN_STRETCH } from "../../ui/stage/places.ts";
import { fakeEngine } from "./fakeEngine.ts";

async function honduras(firms = 1500): Promise<LayoutRequest> {
  const engine = fakeEngine({ firms });
  const reply = await engine.open({ scenario: "honduras" });
  if (!reply.ok) throw new Error("not open");
  return layoutRequest(reply.value, await engine.union(), (await engine.story(120)).networks);
}

/** Least distance between any two firms. */
function closest(x: Float32Array, y: Float32Array): number {
  let least = Infinity;
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) least = Math.min(least, (x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2);
  }
  return Math.sqrt(least);
}

test("the same request gives the same places, to the last bit", async () => {
  const request = await honduras();
  expect(layOut(request)).toEqual(layOut(structuredClone(request)));
});

test("no firm stands on another, and everyone is in the frame", async () => {
  const { x, y, width, height } = layOut(await honduras());
  // Others keep 18 units from each other, members 28; a crowd may press them a little closer.
  expect(closest(x, y)).toBeGreaterThan(12);
  expect(Math.min(...x)).toBeGreaterThan(0);
  expect(Math.max(...x)).toBeLessThan(width);
  expect(Math.min(...y)).toBeGreaterThan(0);
  expect(Math.max(...y)).toBeLessThan(height);
});

test("towns keep clear of each other and lie as on the map", async () => {
  const request = await honduras();
  const { towns } = layOut(request);
  towns.forEach((a, k) => {
    for (const b of towns.slice(k + 1)) {
      const far = Math.hypot((a.x - b.x) / TOWN_STRETCH, a.y - b.y);
      expect(far).toBeGreaterThan(a.radius + b.radius);
    }
  });
  const north = (k: number): number => request.regions[k].y;
  const [laCeiba, choluteca] = [4, 2];
  expect(north(laCeiba)).toBeGreaterThan(north(choluteca));
  expect(towns[laCeiba].y).toBeLessThan(towns[choluteca].y);
});

test("firms of one network stand together: nearer to its middle than anyone else of the town", async () => {
  const request = await honduras();
  const { x, y } = layOut(request);
  const { starts, members } = request.union;
  for (let k = 0; k + 1 < starts.length; k++) {
    const group = [...members.subarray(starts[k], starts[k + 1])];
    const cx = group.reduce((sum, i) => sum + x[i], 0) / group.length;
    const cy = group.reduce((sum, i) => sum + y[i], 0) / group.length;
    const far = (i: number): number => Math.hypot(x[i] - cx, y[i] - cy);
    const reach = Math.max(...group.map(far));
    const inside = Array.from(x.keys()).filter((i) => !group.includes(i) && far(i) < reach);
    expect(inside.length, `strangers within network ${k}`).toBeLessThanOrEqual(1);
  }
});

test("a firm of several networks stands with the one that lives longest", async () => {
  const request = await honduras(600);
  const { members, starts } = request.union;
  const first = [...members.subarray(starts[0], starts[1])];
  const apart = [...members.subarray(starts[5], starts[6])];
  const union = {
    starts: Int32Array.from([0, first.length, first.length + apart.length + 1]),
    members: Int32Array.from([...first, ...apart, first[0]]),
  };
  const long = layOut({ ...request, union, lives: [100, 10] });
  const middle = first.slice(1).reduce((sum, i) => sum + long.x[i], 0) / (first.length - 1);
  expect(Math.abs(long.x[first[0]] - middle)).toBeLessThan(60);
});

test("no networks, one town, one spot, no firms: all can be laid out", () => {
  const none = { starts: Int32Array.from([0]), members: new Int32Array() };
  const empty = {
    x: new Float32Array(),
    y: new Float32Array(),
    region: new Uint8Array(),
    sector: new Uint8Array(),
    regions: [{ x: 0, y: 0 }],
    union: none,
    lives: [],
  };
  expect(layOut(empty).x.length).toBe(0);
  const spot = {
    ...empty,
    x: new Float32Array(40),
    y: new Float32Array(40),
    region: new Uint8Array(40).map((_, i) => i % 2),
    sector: new Uint8Array(40),
    regions: [
      { x: 5, y: 5 },
      { x: 5, y: 5 },
    ],
  };
  const { x, y } = layOut(spot);
  expect(closest(x, y)).toBeGreaterThan(12);
});
