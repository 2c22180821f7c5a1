import type { Value } from "../../kernel/params.ts";
import type { Dimension } from "../design/design.ts";
import { isList, valueAt } from "../design/design.ts";
import type { Particle } from "./strategy.ts";

/** What a calibration leaves of a parameter's range. */
export interface Marginal {
  readonly path: string;
  /** Weighted mean and standard deviation; null for settings that are no numbers. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** Weighted quantiles of 5, 25, 50, 75 and 95 %; empty for settings that are no numbers. */
  readonly quantiles: readonly number[];
  /** Weight in each part of the range: equal parts of an interval, or the values of a list. */
  readonly parts: readonly { readonly name: string; readonly weight: number }[];
  /** Width of the middle 90 % beside that of the range before: near 0.9 says that the targets told nothing. */
  readonly width: number | null;
}

const PARTS = 20;

/** The value below which a share of the weight lies, linear between the middles of the weights. */
export function weightedQuantile(values: readonly number[], weights: readonly number[], share: number): number {
  const order = values.map((_, at) => at).sort((a, b) => values[a] - values[b]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  let [lastMiddle, lastValue] = [0, values[order[0]]];
  for (const at of order) {
    const middle = (before + weights[at] / 2) / sum;
    if (middle >= share) {
      if (middle === lastMiddle) return values[at];
      const along = Math.max(0, (share - lastMiddle) / (middle - lastMiddle));
      return lastValue + along * (values[at] - lastValue);
    }
    before += weights[at];
    [lastMiddle, lastValue] = [middle, values[at]];
  }
  return lastValue;
}

/** How many equally weighted points would know as much (Kish 1965). */
export function effectiveSize(particles: readonly Particle[]): number {
  const squares = particles.reduce((sum, { weight }) => sum + weight * weight, 0);
  const sum = particles.reduce((total, { weight }) => total + weight, 0);
  return squares > 0 ? (sum * sum) / squares : 0;
}

function partsOf({ range }: Dimension, values: readonly Value[], particles: readonly Particle[]): Marginal["parts"] {
  const add = (weights: number[], at: number, weight: number) => (weights[at] += weight);
  if (isList(range)) {
    const weights = new Array<number>(range.length).fill(0);
    values.forEach((value, at) => add(weights, range.indexOf(value), particles[at].weight));
    return range.map((value, at) => ({ name: String(value), weight: weights[at] }));
  }
  const weights = new Array<number>(PARTS).fill(0);
  const width = range.high - range.low;
  values.forEach((value, at) => {
    add(weights, Math.min(PARTS - 1, Math.floor(((Number(value) - range.low) / width) * PARTS)), particles[at].weight);
  });
  return weights.map((weight, at) => ({ name: String(range.low + ((at + 0.5) * width) / PARTS), weight }));
}

/** The posterior of each parameter. @param particles with weights that sum to 1 */
export function marginalsOf(dimensions: readonly Dimension[], particles: readonly Particle[]): Marginal[] {
  return dimensions.map((dimension, k) => {
    const { path, range } = dimension;
    const values = particles.map(({ point }) => valueAt(dimension, point[k]));
    const parts = partsOf(dimension, values, particles);
    const isNumber = values.length > 0 && values.every((value) => typeof value === "number");
    if (!isNumber) return { path, mean: null, sd: null, quantiles: [], parts, width: null };
    const numbers = values.map(Number);
    const weights = particles.map(({ weight }) => weight);
    const mean = numbers.reduce((sum, value, at) => sum + value * weights[at], 0);
    const square = numbers.reduce((sum, value, at) => sum + weights[at] * (value - mean) * (value - mean), 0);
    const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => weightedQuantile(numbers, weights, share));
    const all = isList(range) ? range.map(Number) : [range.low, range.high];
    const before =
      all.reduce((most, value) => Math.max(most, value)) - all.reduce((least, value) => Math.min(least, value));
    const width = before > 0 ? (quantiles[4] - quantiles[0]) / before : null;
    return { path, mean, sd: Math.sqrt(square), quantiles, parts, width };
  });
}
