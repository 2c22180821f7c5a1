import type { Value } from "../../kernel/params.ts";
import type { Design } from "../design/design.ts";
import type { Experiment } from "../experiment.ts";

type Values = readonly (number | null)[];

/** What the runs of an experiment gave. */
export interface Results {
  readonly experiment: Experiment;
  readonly design: Design;
  /** Values of each measure run by run, point by point and within it by replicate; null where a run has none. */
  readonly values: ReadonlyMap<string, Values>;
  /** Runs that failed; their values are null. */
  readonly failed: number;
}

/** Values of one point, replicate by replicate. @param point from 0 */
export function valuesAt(values: Values, point: number, replicates: number): Values {
  return values.slice(point * replicates, (point + 1) * replicates);
}

/** The mean of each point over its replicates; null where no replicate has a value. */
export function pointMeans(values: Values, replicates: number): (number | null)[] {
  return Array.from({ length: Math.floor(values.length / replicates) }, (_, point) => {
    const known = valuesAt(values, point, replicates).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

/** Settings as short text, `brokers.count=4, sanctions.fines=true`. */
export function pointName(point: Readonly<Record<string, Value>>): string {
  const parts = Object.entries(point).map(([path, value]) => `${path}=${value}`);
  return parts.length === 0 ? "as in the scenario" : parts.join(", ");
}

/** A figure with its 95 % interval and how many values it rests on; null where they are too few. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}
