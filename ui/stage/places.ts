import type { Opened, Story, Union } from "../../sim/contract.ts";
import type { Layout } from "./look.ts";

/** What the layout needs to know of a world; it crosses to the layout worker as it is. */
export interface LayoutRequest {
  /** Places in km, row i is firm i. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly region: Uint8Array;
  readonly sector: Uint8Array;
  readonly regions: readonly { readonly x: number; readonly y: number }[];
  /** Groups of firms that are ever in one network. */
  readonly union: Union;
  /** For how many months each group lived. */
  readonly lives: readonly number[];
}

const DISSOLVED = 5;

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
  /** The town of each firm. */
  readonly region: Uint8Array;
  /** Mean distance to the nearest neighbour, of firms that are ever in a network. */
  readonly spacing: number;
}

/** Works out one of the ways to place the firms of a world, off the main thread. */
export type LayOut = (request: LayoutRequest, layout: Layout) => Promise<Places>;

/** Towns are wider than high, as screens are. */
export const TOWN_STRETCH = 1.2;

/** Where firms are on the map is known before any month is played. */
export function mapRequest(opened: Opened): LayoutRequest {
  return layoutRequest(opened, { starts: Int32Array.of(0), members: new Int32Array(0) }, []);
}

/** @param networks all of the whole horizon */
export function layoutRequest(opened: Opened, union: Union, networks: Story["networks"]): LayoutRequest {
  return {
    x: opened.x,
    y: opened.y,
    region: opened.region,
    sector: opened.sector,
    regions: opened.regions.map(({ x, y }) => ({ x, y })),
    union,
    lives: networks.map(({ phases }) => {
      const first = phases[0];
      const last = phases[phases.length - 1];
      if (first === undefined) return 0;
      return (last.phase === DISSOLVED ? last.from : opened.months) - first.from;
    }),
  };
}

/** Puts a point that lies outside of a town back to its edge, or `inset` within it. */
export function keepInside(x: Float64Array, y: Float64Array, i: number, town: Town, inset: number): void {
  const reach = Math.max(1, town.radius - inset);
  const dx = (x[i] - town.x) / TOWN_STRETCH;
  const dy = y[i] - town.y;
  const far = Math.hypot(dx, dy);
  if (far <= reach) return;
  x[i] = town.x + ((dx * reach) / far) * TOWN_STRETCH;
  y[i] = town.y + (dy * reach) / far;
}
