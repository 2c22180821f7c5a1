import type { Frame } from "../../sim/contract.ts";
import type { Palette } from "../theme/theme.ts";
import type { Pan, Size } from "./camera.ts";
import type { Places } from "./places.ts";
import type { Wish } from "./scene.ts";
import type { Signs } from "./signs.ts";
import type { StageWords } from "./tags.ts";
import type { Touchable } from "./touch.ts";

/** What is new since the last picture; what is left out stays as it was. Crosses to the worker as it is. */
export interface Painting {
  readonly places?: Places | null;
  readonly size?: Size;
  /** Pixels of the screen for one of the page. */
  readonly density?: number;
  readonly signs?: Signs;
  readonly palette?: Palette;
  readonly words?: StageWords;
  readonly pan?: Pan;
  readonly frame?: Frame | null;
  readonly wish?: Wish;
  /** How long the change to the next month may take, ms; 0 for at once. */
  readonly pace?: number;
  /** How long firms may take to their new places, ms; 0 for at once. */
  readonly glide?: number;
}

/** What was drawn, for those who wait for it. */
export interface Painted {
  /** The month on the stage, or -1 where there is none. */
  readonly month: number;
  /** Time it took to draw, ms. */
  readonly ms: number;
  /** What of it can be touched; left out where that is the same as before. */
  readonly touch?: Touchable;
}

/** The first message to the worker: the canvases to draw on. */
export interface Easel {
  readonly canvases: readonly OffscreenCanvas[];
}
