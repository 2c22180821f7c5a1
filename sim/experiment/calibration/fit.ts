import type { Point } from "../design/design.ts";
import type { Calibration } from "./calibration.ts";
import { USUAL_KEEP, settingsAt } from "./calibration.ts";
import { paretoFront } from "./nsga2.ts";
import type { Marginal } from "./posterior.ts";
import { effectiveSize, marginalsOf, weightedQuantile } from "./posterior.ts";
import { admitted } from "./rejection.ts";
import { smcPosterior } from "./smc.ts";
import type { Generation, Particle } from "./strategy.ts";
import { isWithin, nearestFirst } from "./strategy.ts";

/** How a target is met by the points that were kept. */
export interface TargetFit {
  readonly measure: string;
  readonly title: string;
  readonly wanted: number;
  readonly tolerance: number;
  /** Weighted mean over the kept points, and the middle 90 % of them; null where none was kept. */
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the kept weight that lies within the tolerance. */
  readonly within: number;
}

/** A point with the values that it gave. */
export interface FittedPoint {
  readonly settings: Point;
  readonly values: readonly (number | null)[];
  readonly distance: number;
  readonly weight: number;
}

/** What a search found. */
export interface Fit {
  readonly method: "rejection" | "smc" | "cmaes" | "nsga2";
  /** Whether the kept points are a posterior: draws that can be weighed against each other. */
  readonly isPosterior: boolean;
  readonly generations: number;
  /** Points that were played. */
  readonly simulated: number;
  readonly effective: number;
  readonly marginals: readonly Marginal[];
  readonly targets: readonly TargetFit[];
  /** Kept points, the nearest first; for nsga2 the front, by the first target. */
  readonly kept: readonly FittedPoint[];
  /** The nearest distance and the middle one of each generation's points. */
  readonly course: readonly { readonly generation: number; readonly nearest: number; readonly middle: number }[];
}

/** Points that a search for one best point shows. */
const NEAREST = 10;

function keptOf({ document: { method } }: Calibration, history: readonly Generation[]): readonly Particle[] {
  switch (method.kind) {
    case "rejection":
      return admitted(history, method.keep);
    case "smc": {
      const kept = smcPosterior(history, { ...method, keep: method.keep ?? USUAL_KEEP });
      return [...kept].sort((a, b) => a.distance - b.distance);
    }
    case "cmaes": {
      const all = nearestFirst(history).slice(0, NEAREST);
      return all.map((each) => ({ ...each, weight: 1 / all.length }));
    }
    case "nsga2": {
      const front = new Set(paretoFront(history, method).map(({ point }) => point));
      const all = nearestFirst(history).filter(({ point }) => front.has(point));
      const error = ({ errors }: { errors: readonly (number | null)[] }) => Math.abs(errors[0] ?? Infinity);
      return all.sort((a, b) => error(a) - error(b)).map((each) => ({ ...each, weight: 1 / all.length }));
    }
  }
}

/** @param wanted what is to be met, in the order of the targets */
export function fitOf(calibration: Calibration, history: readonly Generation[], wanted: readonly number[]): Fit {
  const { document, dimensions, titles } = calibration;
  const kept = keptOf(calibration, history);
  const valueOf = ({ errors }: Particle, at: number) => {
    const error = errors[at];
    return error === null ? null : wanted[at] + error * document.targets[at].tolerance;
  };
  const targets = document.targets.map(({ measure, tolerance }, at): TargetFit => {
    const known = kept.flatMap((particle) => {
      const value = valueOf(particle, at);
      return value === null ? [] : [{ value, weight: particle.weight }];
    });
    const [values, weights] = [known.map(({ value }) => value), known.map(({ weight }) => weight)];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const hits = kept.filter(({ errors }) => isWithin([errors[at]]));
    return {
      measure,
      title: titles.get(measure) ?? measure,
      wanted: wanted[at],
      tolerance,
      mean: sum > 0 ? known.reduce((total, { value, weight }) => total + value * weight, 0) / sum : null,
      low: sum > 0 ? weightedQuantile(values, weights, 0.05) : null,
      high: sum > 0 ? weightedQuantile(values, weights, 0.95) : null,
      within: hits.reduce((total, { weight }) => total + weight, 0),
    };
  });
  return {
    method: document.method.kind,
    isPosterior: document.method.kind === "rejection" || document.method.kind === "smc",
    generations: history.length,
    simulated: history.reduce((sum, { points }) => sum + points.length, 0),
    effective: effectiveSize(kept),
    marginals: marginalsOf(dimensions, kept),
    targets,
    kept: kept.map((particle) => ({
      settings: settingsAt(calibration, particle.point),
      values: document.targets.map((_, at) => valueOf(particle, at)),
      distance: particle.distance,
      weight: particle.weight,
    })),
    course: history.map((generation, at) => {
      const distances = nearestFirst([generation]).map(({ distance }) => distance);
      return { generation: at + 1, nearest: distances[0], middle: distances[Math.floor(distances.length / 2)] };
    }),
  };
}
