import { exp, log } from "../../kernel/math.ts";
import { Random } from "../../kernel/random.ts";
import { normal } from "../../kernel/sample.ts";
import { eigen } from "./eigen.ts";
import type { Generation, Strategy } from "./strategy.ts";
import { distanceOf, orderOf } from "./strategy.ts";

/**
 * CMA-ES: points are drawn from a normal distribution that moves and stretches towards where the nearest points were
 * (Hansen 2016, with its usual constants). For one best point rather than a posterior.
 */
export interface CmaesOptions {
  readonly population: number;
  readonly generations: number;
}

/** The step at the start, as a share of the range. */
const FIRST_STEP = 0.3;
/** A step below which the search has ended. */
const LEAST_STEP = 1e-6;

/** What is usual for so many parameters. */
export function usualPopulation(dimensions: number): number {
  return 4 + Math.floor(3 * log(dimensions + 1e-12));
}

interface State {
  readonly mean: readonly number[];
  readonly step: number;
  readonly covariance: readonly (readonly number[])[];
  readonly pathOfStep: readonly number[];
  readonly pathOfShape: readonly number[];
}

interface Constants {
  readonly weights: readonly number[];
  readonly mass: number;
  readonly forStep: number;
  readonly damping: number;
  readonly forPath: number;
  readonly one: number;
  readonly many: number;
  readonly expected: number;
}

function constantsOf(n: number, population: number): Constants {
  const half = Math.floor(population / 2);
  const raw = Array.from({ length: half }, (_, at) => log((population + 1) / 2) - log(at + 1));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  const weights = raw.map((weight) => weight / sum);
  const mass = 1 / weights.reduce((total, weight) => total + weight * weight, 0);
  const forStep = (mass + 2) / (n + mass + 5);
  const one = 2 / ((n + 1.3) * (n + 1.3) + mass);
  return {
    weights,
    mass,
    forStep,
    damping: 1 + 2 * Math.max(0, Math.sqrt((mass - 1) / (n + 1)) - 1) + forStep,
    forPath: (4 + mass / n) / (n + 4 + (2 * mass) / n),
    one,
    many: Math.min(1 - one, (2 * (mass - 2 + 1 / mass)) / ((n + 2) * (n + 2) + mass)),
    expected: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}

/** A coordinate beyond the range comes back from its edge, as from a mirror. */
function mirrored(x: number): number {
  const turn = Math.abs(x) % 2;
  return turn > 1 ? 2 - turn : turn;
}

/** Draws of a generation before they are mirrored; the same each time they are asked for. */
function drawn({ mean, step, covariance }: State, population: number, generation: number, random: Random): number[][] {
  const { values, vectors } = eigen(covariance);
  const lengths = values.map((value) => Math.sqrt(Math.max(0, value)));
  const stream = random.stream("cmaes", generation);
  return Array.from({ length: population }, (_, index) => {
    const draws = lengths.map((length, k) => length * normal(stream.uniform(index, k)));
    return mean.map((centre, i) => centre + step * draws.reduce((sum, draw, k) => sum + vectors[i][k] * draw, 0));
  });
}

function updated(
  state: State,
  points: readonly (readonly number[])[],
  order: readonly number[],
  c: Constants,
  generation: number,
): State {
  const n = state.mean.length;
  const { mean, step, covariance } = state;
  const chosen = c.weights.map((_, rank) => points[order[rank]].map((x, i) => (x - mean[i]) / step));
  const move = mean.map((_, i) => chosen.reduce((sum, each, rank) => sum + c.weights[rank] * each[i], 0));
  const { values, vectors } = eigen(covariance);
  const roots = values.map((value) => 1 / Math.sqrt(Math.max(1e-20, value)));
  const along = roots.map((root, k) => root * move.reduce((sum, x, i) => sum + vectors[i][k] * x, 0));
  const whitened = mean.map((_, i) => along.reduce((sum, x, k) => sum + vectors[i][k] * x, 0));
  const gain = Math.sqrt(c.forStep * (2 - c.forStep) * c.mass);
  const pathOfStep = state.pathOfStep.map((x, i) => (1 - c.forStep) * x + gain * whitened[i]);
  const length = Math.sqrt(pathOfStep.reduce((sum, x) => sum + x * x, 0));
  let kept = 1;
  for (let g = 0; g < 2 * (generation + 1); g++) kept *= 1 - c.forStep;
  const isSteady = length / Math.sqrt(1 - kept) / c.expected < 1.4 + 2 / (n + 1);
  const gainOfShape = isSteady ? Math.sqrt(c.forPath * (2 - c.forPath) * c.mass) : 0;
  const pathOfShape = state.pathOfShape.map((x, i) => (1 - c.forPath) * x + gainOfShape * move[i]);
  const lost = isSteady ? 0 : c.one * c.forPath * (2 - c.forPath);
  return {
    mean: mean.map((x, i) => Math.min(1, Math.max(0, x + step * move[i]))),
    step: Math.min(1, step * exp((c.forStep / c.damping) * (length / c.expected - 1))),
    covariance: covariance.map((row, i) =>
      row.map(
        (value, j) =>
          (1 - c.one - c.many + lost) * value +
          c.one * pathOfShape[i] * pathOfShape[j] +
          c.many * chosen.reduce((sum, each, rank) => sum + c.weights[rank] * each[i] * each[j], 0),
      ),
    ),
    pathOfStep,
    pathOfShape,
  };
}

/** Plays the search again over the generations that are there. */
function stateAfter(history: readonly Generation[], n: number, options: CmaesOptions, random: Random): State {
  const constants = constantsOf(n, options.population);
  let state: State = {
    mean: new Array<number>(n).fill(0.5),
    step: FIRST_STEP,
    covariance: Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))),
    pathOfStep: new Array<number>(n).fill(0),
    pathOfShape: new Array<number>(n).fill(0),
  };
  history.forEach(({ errors }, generation) => {
    const points = drawn(state, options.population, generation, random).map((point) => point.map(mirrored));
    const distances = errors.map(distanceOf);
    const order = distances.map((_, at) => at).sort((a, b) => orderOf(distances[a], distances[b]) || a - b);
    state = updated(state, points, order, constants, generation);
  });
  return state;
}

export function cmaes(dimensions: number, options: CmaesOptions, seed: string): Strategy {
  const random = new Random(seed);
  return {
    generations: options.generations,
    next(history) {
      if (history.length >= options.generations) return null;
      const state = stateAfter(history, dimensions, options, random);
      if (state.step < LEAST_STEP) return null;
      return drawn(state, options.population, history.length, random).map((point) => point.map(mirrored));
    },
  };
}
