import type { Frame } from "../../sim/contract.ts";
import type { Camera } from "./camera.ts";
import type { Places } from "./places.ts";
import type { Point } from "./spanningTree.ts";

/** A town as one disc, where its firms would be dots on top of each other. */
export interface TownSign extends Point {
  readonly region: number;
  readonly firms: number;
  /** Area tells the number of firms. */
  readonly radius: number;
  /** Firms that contribute, free-ride, are not engaged. */
  readonly conduct: readonly [number, number, number];
  /** Living networks by phase, planning first. */
  readonly phases: readonly number[];
}

/** The largest disc takes this share of the room that its town has on screen; no disc is smaller than the least, px. */
const SHARE = 0.72;
const LEAST = 7;
/** Towns so near each other on screen share the room between them. */
const NEAR = 0.46;

export function townSigns(frame: Frame, region: Uint8Array, places: Places, camera: Camera): TownSign[] {
  const towns = places.towns.map(({ x, y }) => ({
    x: x * camera.scale + camera.left,
    y: y * camera.scale + camera.top,
    conduct: [0, 0, 0] as [number, number, number],
    phases: [0, 0, 0, 0, 0],
    firms: 0,
  }));
  frame.conduct.forEach((conduct, i) => {
    if (conduct === 0) return;
    const town = towns[region[i]];
    town.firms += 1;
    town.conduct[conduct === 2 ? 0 : conduct === 3 ? 1 : 2] += 1;
  });
  frame.networks.region.forEach((town, k) => {
    const phase = frame.networks.phase[k];
    if (phase < 5) towns[town].phases[phase] += 1;
  });
  const most = Math.max(1, ...towns.map(({ firms }) => firms));
  let room = Infinity;
  towns.forEach((a, k) => {
    room = Math.min(room, places.towns[k].radius * camera.scale * 4);
    for (const b of towns.slice(k + 1)) room = Math.min(room, (Math.hypot(a.x - b.x, a.y - b.y) * NEAR) / SHARE);
  });
  const largest = Math.max(LEAST * 2, Math.min(44, room * SHARE));
  return towns.map((town, k) => ({
    ...town,
    region: k,
    radius: Math.max(LEAST, largest * Math.sqrt(town.firms / most)),
  }));
}
