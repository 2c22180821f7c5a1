import type { Pan } from "./camera.ts";
import type { Sign } from "./sieve.ts";

/** Where firms stand: near those they ever work with, or as on the map. */
export const LAYOUTS = ["network", "map"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How the reader looks at the stage; it changes nothing in the world. */
export interface Look {
  readonly layout: Layout;
  /** Entries of the key that are pressed. */
  readonly signs: readonly Sign[];
  /** Firms that were picked together. */
  readonly picked: readonly number[];
  readonly pan: Pan;
}

export const FIRST_LOOK: Look = { layout: "network", signs: [], picked: [], pan: { k: 1, x: 0, y: 0 } };
