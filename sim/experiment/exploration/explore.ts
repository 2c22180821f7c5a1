import type { Value } from "../../kernel/params.ts";
import { Random, indexOf } from "../../kernel/random.ts";
import type { Results } from "../analysis/results.ts";
import type { Box, Column } from "./box.ts";
import { pointsIn } from "./box.ts";
import type { Step } from "./prim.ts";
import { chosen, isTight, peeled } from "./prim.ts";

/** In which settings something happens, such as a programme that fails. */

/** What happens: a measure beyond a bound. */
export interface Event {
  readonly measure: string;
  readonly sign: "<" | "<=" | ">" | ">=";
  readonly bound: number;
}

export interface Exploration {
  readonly event: Event;
  /** Points that have a value, and the share of their runs in which it happens. */
  readonly points: number;
  readonly runs: number;
  readonly share: number;
  readonly box: readonly {
    readonly path: string;
    readonly limit: string;
    /** Share of resamples whose box limits this parameter too. */
    readonly again: number;
  }[];
  readonly n: number;
  readonly density: number;
  /** Wilson's 95 % interval of the density over the points of the box. */
  readonly low: number;
  readonly high: number;
  readonly coverage: number;
  /** The share in boxes that were found on one half of the points, over the points of the other half. */
  readonly heldOut: number | null;
  readonly course: readonly { readonly n: number; readonly density: number; readonly coverage: number }[];
  readonly map: HeatMap | null;
}

/** The share of runs in which it happens over two parameters. */
export interface HeatMap {
  readonly x: string;
  readonly y: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** Row by row; null where no point lies. */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly counts: readonly (readonly number[])[];
}

const RESAMPLES = 50;
const SPLITS = 20;
const BINS = 6;

/** Whether it happens in a run. A measure without a value, such as the size of networks that never formed, is left out. */
function happensIn({ sign, bound }: Event, value: number): boolean {
  switch (sign) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
  }
}

/** Wilson's 95 % interval of a share. */
export function wilson(share: number, n: number): { low: number; high: number } {
  const z = 1.959963984540054;
  const middle = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function limitText(column: Column, box: Box): string {
  const limit = box.get(column.path);
  if (limit === undefined) return "any";
  if (limit.kind === "values") return limit.values.join(" or ");
  const numbers = column.values.map(Number);
  const isBelow = numbers.some((value) => value < limit.low);
  const isAbove = numbers.some((value) => value > limit.high);
  if (isBelow && isAbove) return `from ${rounded(limit.low)} to ${rounded(limit.high)}`;
  return isBelow ? `at least ${rounded(limit.low)}` : `at most ${rounded(limit.high)}`;
}

/** Places of a parameter's values on an axis, and their names. */
function axisOf({ values, isNumber }: Column): { places: number[]; names: string[] } {
  const seen = [...new Set(values)];
  if (isNumber) seen.sort((a, b) => Number(a) - Number(b));
  if (seen.length <= BINS + 2) return { places: values.map((value) => seen.indexOf(value)), names: seen.map(String) };
  const [low, high] = [Number(seen[0]), Number(seen[seen.length - 1])];
  const width = (high - low) / BINS;
  return {
    places: values.map((value) => Math.min(BINS - 1, Math.floor((Number(value) - low) / width))),
    names: Array.from(
      { length: BINS },
      (_, at) => `${rounded(low + at * width)} to ${rounded(low + (at + 1) * width)}`,
    ),
  };
}

function mapOf(x: Column, y: Column, happens: readonly number[], all: readonly number[]): HeatMap {
  const [across, up] = [axisOf(x), axisOf(y)];
  const sums = up.names.map(() => across.names.map(() => 0));
  const counts = up.names.map(() => across.names.map(() => 0));
  for (const at of all) {
    sums[up.places[at]][across.places[at]] += happens[at];
    counts[up.places[at]][across.places[at]] += 1;
  }
  const cells = sums.map((row, r) => row.map((sum, c) => (counts[r][c] === 0 ? null : sum / counts[r][c])));
  return { x: x.path, y: y.path, columns: across.names, rows: up.names, cells, counts };
}

/** How much the share differs between the values of a parameter: the two that differ most make the map. */
function spreadOver(column: Column, happens: readonly number[], all: readonly number[]): number {
  const { places, names } = axisOf(column);
  const sums = names.map(() => ({ sum: 0, n: 0 }));
  for (const at of all) {
    sums[places[at]].sum += happens[at];
    sums[places[at]].n += 1;
  }
  const total = sums.reduce((sum, each) => sum + each.sum, 0) / all.length;
  return sums.reduce(
    (sum, each) => (each.n === 0 ? sum : sum + each.n * (each.sum / each.n - total) * (each.sum / each.n - total)),
    0,
  );
}

/** @param map the two parameters of the map; those that matter most where it is left out */
export function explore(
  { experiment, design, values }: Results,
  event: Event,
  map?: readonly [string, string],
): Exploration | null {
  const { replicates, base, seed } = experiment;
  const own = values.get(event.measure) ?? [];
  const happens = Array.from({ length: design.points }, (_, point) => {
    const known = own.slice(point * replicates, (point + 1) * replicates).filter((value) => value !== null);
    return known.length === 0 ? NaN : known.filter((value) => happensIn(event, value)).length / known.length;
  });
  const all = happens.flatMap((share, at) => (Number.isNaN(share) ? [] : [at]));
  if (all.length === 0) return null;
  const points = Array.from({ length: design.points }, (_, at) => design.point(at));
  const columns = design.names.map((path): Column => {
    const settings = points.map((point): Value => point[path] ?? base.values[path]);
    return { path, values: settings, isNumber: settings.every((value) => typeof value === "number") };
  });
  const steps = peeled(columns, happens, all);
  const best = chosen(steps, columns, happens, all);
  const limited = columns.filter((column) => {
    const limit = best.box.get(column.path);
    return limit !== undefined && isTight(column, limit);
  });
  const again = limitedAgain(columns, happens, all, `${seed}/explore`);
  const ranked = [...columns].sort((a, b) => spreadOver(b, happens, all) - spreadOver(a, happens, all));
  const pair = map === undefined ? ranked : map.flatMap((path) => columns.find((column) => column.path === path) ?? []);
  return {
    event,
    points: all.length,
    runs: own.filter((value) => value !== null).length,
    share: steps[0].density,
    box: limited.map((column) => ({
      path: column.path,
      limit: limitText(column, best.box),
      again: again.get(column.path) ?? 0,
    })),
    n: best.n,
    density: best.density,
    ...wilson(best.density, best.n),
    coverage: best.coverage,
    heldOut: heldOut(columns, happens, all, `${seed}/explore`),
    course: steps.map(({ n, density, coverage }) => ({ n, density, coverage })),
    map: pair.length < 2 ? null : mapOf(pair[0], pair[1], happens, all),
  };
}

/**
 * How often it happens in a box on points that did not choose it: boxes are found on one half of the points and looked at
 * on the other, over many halves. A box that chance has made has no more there than all points have.
 */
function heldOut(
  columns: readonly Column[],
  happens: readonly number[],
  all: readonly number[],
  seed: string,
): number | null {
  const stream = new Random(seed).stream("halves", 0);
  let [sum, n] = [0, 0];
  for (let split = 0; split < SPLITS; split++) {
    const isOurs = all.map((_, at) => stream.uniform(split, at) < 0.5);
    const own = all.filter((_, at) => isOurs[at]);
    if (own.length === 0) continue;
    const { box } = chosen(peeled(columns, happens, own), columns, happens, own);
    const others = all.filter((_, at) => !isOurs[at]);
    for (const at of pointsIn(box, columns, others)) {
      sum += happens[at];
      n += 1;
    }
  }
  return n === 0 ? null : sum / n;
}

/** How often each parameter is limited when the points are drawn again with replacement. */
function limitedAgain(
  columns: readonly Column[],
  happens: readonly number[],
  all: readonly number[],
  seed: string,
): Map<string, number> {
  const stream = new Random(seed).stream("resamples", 0);
  const counts = new Map<string, number>();
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const drawn = all.map((_, at) => all[indexOf(stream.uniform(resample, at), all.length)]);
    const best: Step = chosen(peeled(columns, happens, drawn), columns, happens, drawn);
    for (const column of columns) {
      const limit = best.box.get(column.path);
      if (limit !== undefined && isTight(column, limit))
        counts.set(column.path, (counts.get(column.path) ?? 0) + 1 / RESAMPLES);
    }
  }
  return counts;
}
