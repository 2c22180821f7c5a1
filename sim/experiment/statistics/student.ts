import { betaChance } from "./gamma.ts";

/** Student's t distribution: chances and quantiles for intervals and tests. */

/** Chance of a |t| at least as large with this many degrees of freedom: the two-sided p-value. */
export function twoSided(t: number, degrees: number): number {
  return betaChance(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** Chance of a t at least as large: the one-sided p-value. */
export function oneSided(t: number, degrees: number): number {
  const half = twoSided(t, degrees) / 2;
  return t > 0 ? half : 1 - half;
}

/** The t that is exceeded in size with the given chance, by halving the interval; 2.262 for 0.05 and 9 degrees. */
export function criticalT(chance: number, degrees: number): number {
  let low = 0;
  let high = 2;
  while (twoSided(high, degrees) > chance) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (twoSided(middle, degrees) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
