import type { Value } from "../../kernel/params.ts";

/** A part of the settings' space: an interval of some parameters, a choice of values of others. */
export type Limit =
  | { readonly kind: "interval"; readonly low: number; readonly high: number }
  | { readonly kind: "values"; readonly values: readonly Value[] };

/** Settings of one parameter at every point. */
export interface Column {
  readonly path: string;
  readonly values: readonly Value[];
  /** Whether the settings are numbers, so that an interval of them means something. */
  readonly isNumber: boolean;
}

export type Box = ReadonlyMap<string, Limit>;

export function holds(limit: Limit, value: Value): boolean {
  return limit.kind === "interval"
    ? Number(value) >= limit.low && Number(value) <= limit.high
    : limit.values.includes(value);
}

/** Points that lie in the box. */
export function pointsIn(box: Box, columns: readonly Column[], points: readonly number[]): number[] {
  const limited = columns.flatMap((column) => {
    const limit = box.get(column.path);
    return limit === undefined ? [] : [{ column, limit }];
  });
  return points.filter((at) => limited.every(({ column, limit }) => holds(limit, column.values[at])));
}
