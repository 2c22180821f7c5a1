import { exceededWith, fAbove, noncentralFBelow, noncentralTBelow } from "./distributions.ts";
import { criticalT } from "./student.ts";

/** How many runs a question needs: the least number that shows an effect of a stated size as often as wanted. */

/** Chance that a t test shows an effect whose t has this noncentrality. */
function powerOfT(noncentrality: number, degrees: number, chance: number): number {
  const critical = criticalT(chance, degrees);
  return 1 - noncentralTBelow(critical, degrees, noncentrality) + noncentralTBelow(-critical, degrees, noncentrality);
}

/** The least whole number at which something that grows is enough. */
function least(first: number, isEnough: (n: number) => boolean): number {
  let high = first;
  while (!isEnough(high)) {
    if (high > 1e8) return Infinity;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle >= first && isEnough(middle)) high = middle;
    else low = middle;
  }
  return Math.max(first, high);
}

/**
 * Pairs of worlds for the paired t test.
 *
 * @param effect the difference in standard deviations of the paired differences
 */
export function pairsNeeded(effect: number, chance = 0.05, power = 0.8): number {
  return least(2, (n) => powerOfT(Math.abs(effect) * Math.sqrt(n), n - 1, chance) >= power);
}

/** Worlds in each of two arms without common worlds. @param effect Cohen's d */
export function worldsNeeded(effect: number, chance = 0.05, power = 0.8): number {
  return least(2, (n) => powerOfT(Math.abs(effect) * Math.sqrt(n / 2), 2 * n - 2, chance) >= power);
}

/**
 * Runs in each group of a one-way analysis of variance. Agent-based models should aim at an effect of 0.1 with a chance
 * of 0.01 and a power of 0.95 (Secchi and Seri 2017).
 *
 * @param effect Cohen's f: the spread of the group means in standard deviations within groups
 */
export function runsNeeded(groups: number, effect: number, chance = 0.01, power = 0.95): number {
  return least(2, (n) => {
    const [above, below] = [groups - 1, groups * (n - 1)];
    const critical = exceededWith(chance, (f) => fAbove(f, above, below));
    return 1 - noncentralFBelow(critical, above, below, effect * effect * n * groups) >= power;
  });
}

/** The least effect that so many pairs show as often as wanted, in standard deviations of the differences. */
export function effectShown(pairs: number, chance = 0.05, power = 0.8): number | null {
  if (pairs < 2) return null;
  let [low, high] = [0, 1];
  const isEnough = (effect: number) => powerOfT(effect * Math.sqrt(pairs), pairs - 1, chance) >= power;
  while (!isEnough(high) && high < 1000) high *= 2;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
