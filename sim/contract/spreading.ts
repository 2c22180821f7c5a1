import type { Value } from "../kernel/params.ts";
import type { SettingsChange } from "./opening.ts";

/** How one world lies among others with the same settings: types only. */

export interface SpreadRequest {
  /** Name of a shipped scenario, or a document. */
  readonly scenario: string | object;
  /** Laid over the scenario. */
  readonly settings: Readonly<Record<string, Value>>;
  /** Settings that change while the worlds run. */
  readonly changes: readonly SettingsChange[];
  /** Worlds of each kind: 2 to 200. */
  readonly worlds: number;
  /** Ids of measures. */
  readonly measures: readonly string[];
}

/** A measure by month; entry m is month m, NaN where no world has a value. */
export interface MeasureSpread {
  /** Where nine of ten worlds lie: from, to. */
  readonly most: readonly [readonly number[], readonly number[]];
  /** The median of the same worlds without the programme; null where the settings have none. */
  readonly none: readonly number[] | null;
}

/** What is known after so many worlds. */
export interface Spread {
  /** Worlds of each kind that are complete; their seeds are `SEED/1` to `SEED/worlds`, as in a comparison. */
  readonly worlds: number;
  readonly of: number;
  readonly seed: string;
  readonly measures: Readonly<Record<string, MeasureSpread>>;
}

/** Told as worlds come in. */
export type SpreadListener = (spread: Spread) => void;
