import { exp, log } from "../../kernel/math.ts";

/**
 * The gamma function and the incomplete gamma and beta functions, on which the distributions of tests rest. No kept
 * package has them in plain arithmetic that is the same in every engine. Held against scipy in
 * `test/oracle/statistics.json`.
 */

/** Lanczos' approximation with g = 7 and nine terms (Godfrey 2001). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const HALF_LOG_TWO_PI = 0.91893853320467274;

/** log of the gamma function, x of at least 0.5. */
export function logGamma(x: number): number {
  const t = x + 6.5;
  let sum = LANCZOS[0];
  for (let k = 1; k < LANCZOS.length; k++) sum += LANCZOS[k] / (x - 1 + k);
  return HALF_LOG_TWO_PI + (x - 0.5) * log(t) - t + log(sum);
}

const TINY = 1e-300;
const CLOSE = 1e-16;

function safe(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The continued fraction of the incomplete beta function, by Lentz's method (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return value;
}

/** The regularised incomplete beta function I_x(a, b), for a and b of at least 0.5. */
export function betaChance(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The upper regularised incomplete gamma function Q(a, x), for a of at least 0.5 (DLMF 8.7.1 and 8.9.2). */
export function gammaTail(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = exp(a * log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n <= 10_000 && Math.abs(term) > CLOSE * Math.abs(sum); n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / safe(step * d + b);
    c = safe(b + step / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < CLOSE) break;
  }
  return front * value;
}
