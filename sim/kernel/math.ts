/**
 * Elementary functions in plain arithmetic.
 *
 * The engines' own `exp`, `log` and `pow` differ in the last bit between Node, Chromium and Firefox.
 * Everything here uses only + - * /, sqrt, floor and bit patterns, which are exact everywhere, so a world has
 * the same bytes wherever it runs. Errors of `exp` and `log` stay below one unit in the last
 * place of the true value, of `logistic` below three.
 *
 * Method: argument reduction and the rational approximations of the freely distributable libm
 * (K. C. Ng, Sun Microsystems 1993), written anew.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const bits = new DataView(new ArrayBuffer(8));

/** 2 to every integer power within the normal range, from -1022 on; halving and doubling are exact. */
const LEAST_POWER = -1022;
const powers = new Float64Array(2046);
powers[-LEAST_POWER] = 1;
for (let at = 1; at < powers.length + LEAST_POWER; at++) powers[at - LEAST_POWER] = powers[at - 1 - LEAST_POWER] * 2;
for (let at = -1; at >= LEAST_POWER; at--) powers[at - LEAST_POWER] = powers[at + 1 - LEAST_POWER] / 2;

/** 2 to an integer power within the normal range. */
function powerOfTwo(exponent: number): number {
  return powers[exponent - LEAST_POWER];
}

/** e to the power x. Overflows to Infinity above 709.78, underflows to 0 below -745.13; NaN gives NaN. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const square = r * r;
  const even =
    square *
    (1.66666666666666019037e-1 +
      square *
        (-2.77777777770155933842e-3 +
          square *
            (6.61375632143793436117e-5 + square * (-1.6533902205465251539e-6 + square * 4.13813679705723846039e-8))));
  const c = r - even;
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k > 1023) return y * 2 * powerOfTwo(k - 1);
  if (k < -1021) return y * powerOfTwo(k + 1000) * powerOfTwo(-1000);
  return y * powerOfTwo(k);
}

/** Natural logarithm. 0 gives -Infinity, negative numbers and NaN give NaN. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let exponent = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    exponent = -54;
  }
  bits.setFloat64(0, x);
  const head = bits.getInt32(0);
  exponent += (head >> 20) - 1023;
  bits.setInt32(0, (head & 0x000fffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    exponent += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + odd + even) + exponent * LN2_LOW) - f);
}

/** 1 / (1 + e^-x): the chance of a yes when the utility is x. */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** A base of at least 0 to a real power; 0 to a positive power is 0, anything to the power 0 is 1. */
export function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  return exp(exponent * log(base));
}

/** A value held between two bounds. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
