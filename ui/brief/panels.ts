import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";

/** Pictures side by side, one an option: smaller where there are more, so that two pages hold five options as well as one. */
export interface Panels {
  /** Width and height of fifty dots, and how many stand in a row. */
  readonly dots: readonly [width: number, height: number, columns: number];
  /** The same for a fan. */
  readonly fan: readonly [width: number, height: number, columns: number];
  /** Whether there is room for names at the ends of lines and beside signs. */
  readonly isWide: boolean;
  /** Height of the bar of who gained. */
  readonly bar: number;
  /** Whether its figures stand beside it, which takes one line less. */
  readonly isInLine: boolean;
}

const WIDE: Panels = { dots: [262, 88, 2], fan: [262, 96, 2], isWide: true, bar: 22, isInLine: false };
const THREE: Panels = { dots: [174, 66, 3], fan: [174, 84, 3], isWide: false, bar: 18, isInLine: false };

/** How large pictures are for so many options. */
export function panelsFor(options: number): Panels {
  if (options <= 2) return WIDE;
  if (options === 3) return THREE;
  // All dots in one row, fans in two.
  return { dots: [options === 4 ? 126 : 98, 52, options], fan: [174, 62, 3], isWide: false, bar: 14, isInLine: true };
}

export function panelGrid(columns: number, ...figures: readonly Mark[]): Mark {
  return mark("div", { class: `panel-grid panel-grid-${columns}` }, ...figures);
}
