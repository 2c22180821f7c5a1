import type { Opened, Union } from "../../sim/contract.ts";

/** What the layout needs to know of a world; it crosses to the layout worker as it is. */
export interface LayoutRequest {
  /** Places in km, row i is firm i. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly region: Uint8Array;
  readonly regions: readonly { readonly x: number; readonly y: number }[];
  /** Groups of firms that are ever in one network. */
  readonly union: Union;
}

export interface Town {
  readonly x: number;
  readonly y: number;
  /** Half of its height; it is `TOWN_STRETCH` times as wide. */
  readonly radius: number;
}

/** Where everything stands, in layout units: once per scenario, seed and size, for the whole run and every lever. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly towns: readonly Town[];
  /** Mean distance from a firm to its nearest neighbour. */
  readonly spacing: number;
}

/** Towns are wider than high, as screens are. */
export const TOWN_STRETCH = 1.2;

export function layoutRequest(opened: Opened, union: Union): LayoutRequest {
  return {
    x: opened.x,
    y: opened.y,
    region: opened.region,
    regions: opened.regions.map(({ x, y }) => ({ x, y })),
    union,
  };
}
