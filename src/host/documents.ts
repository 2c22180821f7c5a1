import type {
  Comparison,
  ComparisonDocument,
  Problem,
  Resolved,
  SettingsChange,
  Value,
  WorldResult,
} from "../../sim/index.ts";
import { PRODUCT } from "./opened.ts";

/** Results as the plain documents that `--json` prints and the library returns. */

export interface RunDocument {
  readonly product: string;
  readonly version: string;
  readonly modelVersion: string;
  readonly scenario: string;
  readonly seed: string;
  readonly months: number;
  /** Number of firms; null for models that have none. */
  readonly firms: number | null;
  readonly settings: Readonly<Record<string, Value>>;
  /** Settings that changed while it ran. */
  readonly changes: readonly SettingsChange[];
  /** Mechanisms that were left out. */
  readonly without: readonly string[];
  readonly hash: string;
  /** At the last month. */
  readonly measures: Readonly<Record<string, number | null>>;
  /** Monthly values, where they were asked for. */
  readonly series?: SeriesDocument;
  readonly problems: readonly Problem[];
}

export interface SeriesDocument {
  readonly months: readonly number[];
  readonly measures: Readonly<Record<string, readonly (number | null)[]>>;
}

export function seriesOf({ readings }: WorldResult): SeriesDocument {
  const ids = Object.keys(readings[0]?.measures ?? {});
  return {
    months: readings.map(({ month }) => month),
    measures: Object.fromEntries(ids.map((id) => [id, readings.map(({ measures }) => measures[id])])),
  };
}

export function runDocument(
  { plan, name, values, changes }: Resolved,
  result: WorldResult,
  withSeries: boolean,
): RunDocument {
  const firms = values["firms.count"];
  return {
    ...PRODUCT,
    scenario: name,
    seed: plan.seed,
    months: plan.months,
    firms: typeof firms === "number" ? firms : null,
    settings: values,
    changes,
    without: plan.without,
    hash: result.hash,
    measures: result.readings.at(-1)?.measures ?? {},
    ...(withSeries && { series: seriesOf(result) }),
    problems: [],
  };
}

export type { ComparisonDocument };

export function comparisonDocument(comparison: Comparison): ComparisonDocument {
  return { ...PRODUCT, ...comparison, problems: [] };
}
