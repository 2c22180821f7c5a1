import type { Course } from "../contract.ts";
import { ascending, quantileOf } from "./statistics/shape.ts";

/** Worlds that are shown one by one. */
const SHOWN = 10;

/** Quantiles of a measure over worlds, month by month. @param columns of each world, all of one length */
export function courseOf(columns: readonly Float64Array[]): Course {
  const months = columns[0]?.length ?? 0;
  const sorted = Array.from({ length: months }, (_, m) =>
    ascending(columns.map((column) => column[m]).filter((value) => !Number.isNaN(value))),
  );
  const at = (share: number) => sorted.map((values) => (values.length === 0 ? NaN : quantileOf(values, share)));
  return {
    median: at(0.5),
    half: [at(0.25), at(0.75)],
    most: [at(0.05), at(0.95)],
    runs: columns.slice(0, SHOWN).map((column) => [...column]),
  };
}
