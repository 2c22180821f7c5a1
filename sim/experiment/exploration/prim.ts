import { ascending, quantileOf } from "../statistics/shape.ts";
import type { Box, Column, Limit } from "./box.ts";
import { holds, pointsIn } from "./box.ts";

/**
 * PRIM: a box in the settings' space in which something happens far more often than elsewhere (Friedman and Fisher 1999;
 * for scenarios Bryant and Lempert 2010). Thin slices are peeled off the space one after the other, always the one whose
 * loss raises the share most for what is lost.
 */
export interface Step {
  readonly box: Box;
  /** Points in the box. */
  readonly n: number;
  /** Share of them in which it happens. */
  readonly density: number;
  /** Share of all in which it happens that lie in the box. */
  readonly coverage: number;
}

/** Share of the points in the box that a peel takes, and the fewest points that a box has. */
const PEEL = 0.05;
const FEWEST = 10;

/** Boxes that are one slice smaller, for one parameter. */
function peelsOf({ path, values, isNumber }: Column, box: Box, points: readonly number[]): Box[] {
  const own = points.map((at) => values[at]);
  if (isNumber) {
    const sorted = ascending(own.map(Number));
    const [least, most] = [sorted[0], sorted[sorted.length - 1]];
    if (least === most) return [];
    const limit = box.get(path);
    const [low, high] = limit?.kind === "interval" ? [limit.low, limit.high] : [-Infinity, Infinity];
    // The least value that stays; where many are equal the slice is as thick as they are.
    const above = sorted.find((value) => value > quantileOf(sorted, PEEL)) ?? most;
    const below = sorted.findLast((value) => value < quantileOf(sorted, 1 - PEEL)) ?? least;
    return [
      new Map(box).set(path, { kind: "interval", low: Math.max(low, above), high }),
      new Map(box).set(path, { kind: "interval", low, high: Math.min(high, below) }),
    ];
  }
  const seen = [...new Set(own)];
  if (seen.length < 2) return [];
  return seen.map((left) => {
    const limit: Limit = { kind: "values", values: seen.filter((value) => value !== left) };
    return new Map(box).set(path, limit);
  });
}

/** @param happens for each point, the share of its runs in which it happens */
export function peeled(columns: readonly Column[], happens: readonly number[], all: readonly number[]): Step[] {
  const total = all.reduce((sum, at) => sum + happens[at], 0);
  const stepOf = (box: Box, points: readonly number[]): Step => {
    const found = points.reduce((sum, at) => sum + happens[at], 0);
    return { box, n: points.length, density: found / points.length, coverage: total > 0 ? found / total : 0 };
  };
  const steps = [stepOf(new Map(), all)];
  let points: readonly number[] = all;
  for (;;) {
    const now = steps[steps.length - 1];
    let best: { step: Step; points: number[]; gain: number } | undefined;
    for (const column of columns) {
      for (const box of peelsOf(column, now.box, points)) {
        const kept = pointsIn(box, columns, points);
        if (kept.length < FEWEST || kept.length === points.length) continue;
        const step = stepOf(box, kept);
        const gain = (step.density - now.density) / (points.length - kept.length);
        if (gain > 0 && gain > (best?.gain ?? 0)) best = { step, points: kept, gain };
      }
    }
    if (best === undefined) return steps;
    steps.push(best.step);
    points = best.points;
  }
}

/**
 * How good a box is: how complete, times how far it goes from the share of all points to certainty. All points together
 * have none of it, however often it happens.
 */
function worth({ density, coverage }: Step, share: number): number {
  return share < 1 ? (coverage * (density - share)) / (1 - share) : 0;
}

/** The best box of all, without the limits that it does not need. */
export function chosen(
  steps: readonly Step[],
  columns: readonly Column[],
  happens: readonly number[],
  all: readonly number[],
): Step {
  const share = steps[0].density;
  let best = steps.reduce((most, step) => (worth(step, share) > worth(most, share) ? step : most));
  const total = all.reduce((sum, at) => sum + happens[at], 0);
  for (const path of [...best.box.keys()]) {
    const box = new Map([...best.box].filter(([other]) => other !== path));
    const points = pointsIn(box, columns, all);
    const found = points.reduce((sum, at) => sum + happens[at], 0);
    const step = { box, n: points.length, density: found / points.length, coverage: total > 0 ? found / total : 0 };
    if (worth(step, share) >= worth(best, share)) best = step;
  }
  return best;
}

/** Whether a limit leaves anything out. */
export function isTight({ values }: Column, limit: Limit): boolean {
  return values.some((value) => !holds(limit, value));
}
