/**
 * What a student reads out and a teacher types in: eleven letters and digits that are not mistaken for each other, the
 * last two a checksum. It says what was done in the lesson and what the student's world showed; it names nobody.
 */
export interface Result {
  /** Number of the lesson. */
  readonly lesson: number;
  /** Seat in the class; 0 without one. */
  readonly seat: number;
  /** Which option was guessed, from 1; 0 where the guess was skipped. */
  readonly guess: number;
  /** Which explanation was chosen, from 1; 0 for none. */
  readonly explained: number;
  /** Questions answered right. */
  readonly right: number;
  /** What the student's world showed in the first and in the second place; null for nothing. */
  readonly a: number | null;
  readonly b: number | null;
}

/** Crockford's letters: no I, L, O, U. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MISREAD: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0", U: "V" };
const LENGTH = 9;
const CHECK = 2;
/** Bits of lesson, seat, guess, explanation and right answers; then of each value. */
const BITS = [4, 8, 2, 2, 2] as const;
const VALUE_BITS = 12;
const SHIFT = 1000;

/** @param scale steps of one unit of the values: 1000 for shares, 10 for counts */
export function codeOf(result: Result, scale: number): string {
  const { lesson, seat, guess, explained, right, a, b } = result;
  let bits = 0n;
  const put = (value: number, width: number): void => {
    const most = 2 ** width - 1;
    bits = (bits << BigInt(width)) | BigInt(Math.max(0, Math.min(most, value)));
  };
  [lesson, seat, guess, explained, right].forEach((value, k) => put(value, BITS[k]));
  for (const value of [a, b]) put(value === null ? 0 : Math.max(1, Math.round(value * scale) + SHIFT), VALUE_BITS);
  const letters = lettersOf(bits, LENGTH) + lettersOf(BigInt(checksum(bits)), CHECK);
  return letters.replace(/^(.{4})(.{4})/, "$1-$2-");
}

/** The result that a code stands for; null where it was mistyped. Small letters, spaces and hyphens do not matter. */
export function resultOf(code: string, scaleOf: (lesson: number) => number): Result | null {
  const letters = code
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/[ILOU]/g, (letter) => MISREAD[letter] ?? letter);
  if (letters.length !== LENGTH + CHECK || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  let bits = bitsOf(letters.slice(0, LENGTH));
  if (Number(bitsOf(letters.slice(LENGTH))) !== checksum(bits)) return null;
  const take = (width: number): number => {
    const value = Number(bits & ((1n << BigInt(width)) - 1n));
    bits >>= BigInt(width);
    return value;
  };
  const [b, a] = [take(VALUE_BITS), take(VALUE_BITS)];
  const [right, explained, guess, seat, lesson] = BITS.toReversed().map(take);
  const value = (coded: number): number | null => (coded === 0 ? null : (coded - SHIFT) / scaleOf(lesson));
  return { lesson, seat, guess, explained, right, a: value(a), b: value(b) };
}

function lettersOf(bits: bigint, length: number): string {
  return Array.from({ length }, (_, k) => LETTERS[Number((bits >> BigInt(5 * (length - 1 - k))) & 31n)]).join("");
}

function bitsOf(letters: string): bigint {
  return [...letters].reduce((bits, letter) => (bits << 5n) | BigInt(LETTERS.indexOf(letter)), 0n);
}

/** A remainder by a prime below 1024: a wrong letter and two that changed places are noticed. */
function checksum(bits: bigint): number {
  return Number((bits * 7n + 5n) % 1021n);
}
