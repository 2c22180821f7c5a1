import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Trajectory } from "../design/morris.ts";
import { bcaInterval } from "../statistics/bootstrap.ts";
import { criticalT } from "../statistics/student.ts";
import { summarise } from "../statistics/summary.ts";
import type { Estimate } from "./results.ts";

/**
 * Morris' screening. The effect of a move is divided by the share of the range that was moved, so that parameters with
 * different units can be laid side by side. Held against SALib in `test/oracle/morris.json`.
 */
export interface Screened {
  /** Mean effect: the direction. */
  readonly mu: Estimate;
  /** Mean size of the effects: how much the parameter matters. */
  readonly muStar: Estimate;
  /** Spread of the effects: how far they depend on where the other parameters are, or bend. */
  readonly sigma: Estimate;
}

/**
 * Effects of each parameter, walk by walk; null where a value is missing.
 *
 * @param values one for each point, walk after walk
 * @param delta the share of its range that a parameter moves
 */
export function elementaryEffects(
  values: readonly (number | null)[],
  walks: readonly Trajectory[],
  delta: number,
): (number | null)[][] {
  const k = walks[0].order.length;
  const effects = Array.from({ length: k }, () => new Array<number | null>(walks.length).fill(null));
  walks.forEach(({ order, moves }, walk) => {
    order.forEach((parameter, step) => {
      const before = values[walk * (k + 1) + step];
      const after = values[walk * (k + 1) + step + 1];
      if (before === null || after === null) return;
      effects[parameter][walk] = (after - before) / (moves[parameter] > 0 ? delta : -delta);
    });
  });
  return effects;
}

/** The standard deviation with an interval from leaving out one walk after the other. */
function spreadOf(values: readonly number[]): Estimate {
  const n = values.length;
  if (n < 2) return { value: null, low: null, high: null, n };
  const value = sampleStandardDeviation([...values]);
  if (n < 4) return { value, low: null, high: null, n };
  const left = values.map((_, at) => sampleStandardDeviation(values.filter((_, other) => other !== at)));
  const half = criticalT(0.05, n - 1) * sampleStandardDeviation(left) * ((n - 1) / Math.sqrt(n));
  return { value, low: Math.max(0, value - half), high: value + half, n };
}

/** Mean, mean size and spread of the effects of one parameter. */
export function screened(effects: readonly (number | null)[]): Screened {
  const known = effects.filter((effect) => effect !== null);
  const n = known.length;
  const { mean: mu, low, high } = summarise(known);
  const sizes = known.map(Math.abs);
  return {
    mu: { value: mu, low, high, n },
    muStar: { value: n === 0 ? null : mean(sizes), ...bcaInterval(sizes), n },
    sigma: spreadOf(known),
  };
}
