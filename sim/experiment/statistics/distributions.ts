import { exp, log } from "../../kernel/math.ts";
import { betaChance, gammaTail, logGamma } from "./gamma.ts";

/** Chances under the normal, chi-squared and F distributions, and under t and F where there is an effect. */

/** Chance of a standard normal value below z. */
export function normalBelow(z: number): number {
  const tail = gammaTail(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return 0.3989422804014327 * exp(-0.5 * z * z);
}

/** Chance of a chi-squared value at least as large. */
export function chiSquaredAbove(x: number, degrees: number): number {
  return gammaTail(degrees / 2, x / 2);
}

/** Chance of an F at least as large. */
export function fAbove(f: number, above: number, below: number): number {
  return f <= 0 ? 1 : betaChance(below / (below + above * f), below / 2, above / 2);
}

/** The value that is exceeded with a chance, of a distribution on 0 and above whose tail falls. */
export function exceededWith(chance: number, tail: (x: number) => number): number {
  let low = 0;
  let high = 1;
  while (tail(high) > chance) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (tail(middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Sum of terms weighted by a Poisson distribution with the given mean. */
function poissonSum(mean: number, term: (k: number, chance: number) => number): number {
  const width = 12 * Math.sqrt(mean) + 60;
  let sum = 0;
  for (let k = Math.max(0, Math.floor(mean - width)); k <= mean + width; k++) {
    const logChance = (mean > 0 ? k * log(mean) : k === 0 ? 0 : -Infinity) - mean - logGamma(k + 1);
    sum += term(k, exp(logChance));
  }
  return sum;
}

/** Chance of a noncentral t below the value (Lenth 1989, AS 243). */
export function noncentralTBelow(t: number, degrees: number, noncentrality: number): number {
  if (t < 0) return 1 - noncentralTBelow(-t, degrees, -noncentrality);
  const x = (t * t) / (degrees + t * t);
  const mean = (noncentrality * noncentrality) / 2;
  const mixed = poissonSum(mean, (k, chance) => {
    const even = chance * betaChance(x, k + 0.5, degrees / 2);
    // The odd term's weight has Gamma(k + 3/2) where the Poisson weight has k!.
    const ratio = exp(logGamma(k + 1) - logGamma(k + 1.5));
    return even + noncentrality * Math.SQRT1_2 * chance * ratio * betaChance(x, k + 1, degrees / 2);
  });
  return normalBelow(-noncentrality) + mixed / 2;
}

/** Chance of a noncentral F below the value: a Poisson mixture of beta distributions. */
export function noncentralFBelow(f: number, above: number, below: number, noncentrality: number): number {
  if (f <= 0) return 0;
  const x = (above * f) / (above * f + below);
  return poissonSum(noncentrality / 2, (k, chance) => chance * betaChance(x, above / 2 + k, below / 2));
}
