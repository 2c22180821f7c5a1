import type { Value } from "../kernel/params.ts";
import type { Act } from "../world/byHand.ts";

/** What a world is opened from, and what holds still while it runs: types only. */

/** Other settings from a month on: the months up to `month` stay, what is changed acts from the next one. */
export interface SettingsChange {
  readonly month: number;
  readonly settings: Readonly<Record<string, Value>>;
}

/** Which world to open. */
export interface OpenRequest {
  /** Name of a shipped scenario, or a scenario document. */
  readonly scenario: string | object;
  /** Settings that go before everything the scenario says (as `--set` does). */
  readonly settings?: Readonly<Record<string, Value>>;
  /** Settings that change while the world runs. */
  readonly changes?: readonly SettingsChange[];
  /** Mechanisms to leave out. */
  readonly without?: readonly string[];
  /** What a person decides for firms. */
  readonly acts?: readonly Act[];
  /** Measures and gauges to work out for every month. */
  readonly watch?: readonly string[];
}

/** A scenario before it is opened: what it asks, and where some of its firms stand. */
export interface Preview {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly question: string;
  readonly months: number;
  readonly firms: number;
  readonly regions: readonly RegionView[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  /** Places of at most a few hundred of the firms, km, and their sectors. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly sector: Uint8Array;
  /** Firms that know each other at the start, where the scenario names its ties; pairs of rows. */
  readonly ties: Int32Array;
}

export interface RegionView {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What holds still for the whole run. Row i of every array is firm i. */
export interface Opened {
  readonly product: string;
  readonly version: string;
  readonly modelVersion: string;
  readonly scenario: string;
  readonly title: string;
  readonly about: string;
  /** The question the scenario asks, shown above the stage. */
  readonly question: string;
  readonly seed: string;
  /** Months to be played. */
  readonly months: number;
  /** Every setting of this world at its start, by path. */
  readonly settings: Readonly<Record<string, Value>>;
  /** What changes while it runs, the earlier month first. */
  readonly changes: readonly SettingsChange[];
  readonly regions: readonly RegionView[];
  readonly sectors: readonly { readonly id: string; readonly name: string }[];
  /** What networks may do together, by `Frame.networks.venture`; the first one is the generic project. */
  readonly ventures: readonly { readonly id: string; readonly title: string }[];
  /** Places in km. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly region: Uint8Array;
  readonly sector: Uint8Array;
}
