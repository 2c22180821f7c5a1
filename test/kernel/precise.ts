/**
 * Reference values to 200 bits and more in whole numbers, to hold the kernel's arithmetic to: slow, plain, and made of
 * nothing but BigInt. A number x stands as x * 2^BITS.
 */
const BITS = 320n;
const ONE = 1n << BITS;

const bytes = new DataView(new ArrayBuffer(8));

/** A finite double, exactly, as a whole number times a power of two. */
function partsOf(x: number): { whole: bigint; exponent: number } {
  bytes.setFloat64(0, x);
  const word = bytes.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const whole = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { whole: x < 0 ? -whole : whole, exponent: Math.max(exponent, 1) - 1075 };
}

/** A double as a fixed-point number; exact above 2^-268. */
export function fixed(x: number): bigint {
  const { whole, exponent } = partsOf(x);
  const shift = BITS + BigInt(exponent);
  return shift >= 0n ? whole << shift : whole >> -shift;
}

function times(a: bigint, b: bigint): bigint {
  return (a * b) >> BITS;
}

/** ln((1 + z) / (1 - z)) by its series. */
function twiceArtanh(z: bigint): bigint {
  const square = times(z, z);
  let term = z;
  let sum = 0n;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    sum += term / k;
    term = times(term, square);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

/** e^x as fixed point times 2^power, the fixed-point part between 1/2 and 2. */
export function expOf(x: bigint): { value: bigint; power: number } {
  const power = x / LN2;
  const rest = x - power * LN2;
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = times(term, rest) / k;
    sum += term;
  }
  return { value: sum, power: Number(power) };
}

/** Natural logarithm of a positive double. */
export function logOf(x: number): bigint {
  const { whole, exponent } = partsOf(x);
  const length = whole.toString(2).length;
  const mantissa = (whole << BITS) >> BigInt(length);
  return twiceArtanh(((mantissa - ONE) << BITS) / (mantissa + ONE)) + BigInt(exponent + length) * LN2;
}

/** 1 / (1 + e^-x), for x above -200. */
export function logisticOf(x: number): bigint {
  const { value, power } = expOf(-fixed(x));
  const odds = power >= 0 ? value << BigInt(power) : value >> BigInt(-power);
  return (ONE << BITS) / (ONE + odds);
}

/** Share of a standard normal distribution that lies below z, for |z| up to 9: 1/2 + phi(z) (z + z^3/3 + z^5/15 + ...). */
export function normalShareOf(z: number): bigint {
  const at = fixed(z);
  const square = times(at, at);
  let term = at;
  let sum = 0n;
  for (let k = 3n; term !== 0n && term !== -1n; k += 2n) {
    sum += term;
    term = times(term, square) / k;
  }
  const { value, power } = expOf(-square / 2n);
  const density = times(value >> BigInt(-power), inverseRootOfTwoPi());
  return ONE / 2n + times(density, sum);
}

function rootOf(x: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(x.toString(2).length / 2));
  for (let next = (root + x / root) / 2n; next < root; next = (root + x / root) / 2n) root = next;
  return root;
}

/** 1 / sqrt(2 pi), with pi by Machin's formula. */
function inverseRootOfTwoPi(): bigint {
  const arctanOfInverse = (n: bigint): bigint => {
    let term = ONE / n;
    let sum = 0n;
    for (let k = 1n; term !== 0n; k += 2n) {
      sum += k % 4n === 1n ? term / k : -(term / k);
      term /= n * n;
    }
    return sum;
  };
  const pi = 4n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n));
  return (ONE << BITS) / rootOf((2n * pi) << BITS);
}

/** How far a double is from a true value (fixed point times 2^power), in units of the true value's last place. */
export function ulps(got: number, truth: bigint, power = 0): number {
  const size = truth < 0n ? -truth : truth;
  // Exponent of the true value; doubles below 2^-1022 share one last place.
  const exponent = size.toString(2).length - 1 - Number(BITS) + power;
  const lastPlace = Math.max(exponent, -1022) - 52;
  const { whole, exponent: at } = partsOf(got);
  // Both as whole multiples of 2^-64 of the last place.
  const scale = (value: bigint, shift: number) => (shift >= 0 ? value << BigInt(shift) : value >> BigInt(-shift));
  const gap = scale(whole, at - lastPlace + 64) - scale(truth, power - Number(BITS) - lastPlace + 64);
  return Number(gap < 0n ? -gap : gap) / 2 ** 64;
}
