import { exp, log } from "./math.ts";

/**
 * Samplers: a number in [0, 1) becomes a draw from a distribution. One draw in, one draw out, and monotone, so that
 * twins with the same draw stay close when a parameter of the distribution moves.
 */

const A = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const B = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
];
const C = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 0.00077454501427834140764,
];
const D = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 0.0005475938084995344946, 1.05075007164441684324e-9,
];
const E = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const F = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 0.0007868691311456132591,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/** A polynomial of degree 7 by its eight coefficients, written out: twice for every firm in every month. */
function polynomial(c: readonly number[], x: number): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

/**
 * The standard normal value below which a share `p` of all draws lies (Wichura 1988, AS 241: about 16 digits).
 * 0 gives the value of the smallest 54-bit share, so that a draw of exactly 0 stays finite.
 */
export function normal(p: number): number {
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(A, r)) / polynomial(B, r);
  }
  const tail = Math.max(centred < 0 ? p : 1 - p, 1 / 0x40000000000000);
  const r = Math.sqrt(-log(tail));
  const value = r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
  return centred < 0 ? -value : value;
}

/** A log-normal value with the given mean and standard deviation of its logarithm. */
export function logNormal(p: number, meanOfLog: number, sdOfLog: number): number {
  return exp(meanOfLog + sdOfLog * normal(p));
}
