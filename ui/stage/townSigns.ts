import type { Frame } from "../../sim/contract.ts";
import type { Camera } from "./camera.ts";
import type { Places } from "./places.ts";
import { TOWN_STRETCH } from "./places.ts";
import type { Point } from "./spanningTree.ts";

/** A town as one disc, where its firms would be dots on top of each other. */
export interface TownSign extends Point {
  readonly region: number;
  readonly firms: number;
  /** Half its width and half its height, px: it lies where its firms would, so that its area tells their number. */
  readonly across: number;
  readonly down: number;
  /** Firms that contribute, free-ride, are not engaged. */
  readonly conduct: readonly [number, number, number];
  /** Living networks by phase, planning first. */
  readonly phases: readonly number[];
}

/** Least half height of a disc, px. */
const LEAST = 7;

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
  return towns.map((town, k) => {
    const down = Math.max(LEAST, places.towns[k].radius * camera.scale);
    return { ...town, region: k, across: down * TOWN_STRETCH, down };
  });
}
