/**
 * What a student reads out and a teacher types in: letters and digits that are not mistaken for each other, the last two
 * a checksum. Eleven of them, and two more for a guessed number or five for a drawn line. It says what was done in the
 * lesson and what the student's world showed; it names nobody.
 */
export interface Result {
  /** Number of the lesson. */
  readonly lesson: number;
  /** Seat in the class; 0 without one. */
  readonly seat: number;
  /** Which option was guessed, from 1; 0 where the guess was skipped or is no option. */
  readonly guess: number;
  /** A guessed number, or the points of a line, as steps above the lowest value; null where there is none. */
  readonly marks: readonly number[] | null;
  /** Which explanation was chosen, from 1; 0 for none. */
  readonly explained: number;
  /** Questions answered right. */
  readonly right: number;
  /** What the student's world showed in the first and in the second place; null for nothing. */
  readonly a: number | null;
  readonly b: number | null;
}

/** What a lesson's codes are made of. */
export interface CodeForm {
  /** Steps of one unit of the values: 1000 for shares, 10 for counts. */
  readonly scale: number;
  /** Marks of a guess: none, one for a number, several for a line. */
  readonly marks: number;
}

/** A code that was read. */
export interface ReadResult extends Result {
  /** Whether it was made when this lesson still asked for another guess, which is then left out. */
  readonly isOlder: boolean;
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
/** Bits of a number, and of each point of a line; 0 is for none. */
const NUMBER_BITS = 10;
const POINT_BITS = 5;
/** Steps that a number and a point can have. */
export const MOST_STEPS = { number: 2 ** NUMBER_BITS - 2, line: 2 ** POINT_BITS - 2 } as const;

function markBits({ marks }: CodeForm): number {
  return marks === 1 ? NUMBER_BITS : POINT_BITS;
}

/** Letters that the marks of a lesson take. */
function markLetters(form: CodeForm): number {
  return (form.marks * markBits(form)) / 5;
}

/** Letters of a code, without the hyphens. */
export function lettersIn(form: CodeForm): number {
  return LENGTH + markLetters(form) + CHECK;
}

export function codeOf(result: Result, form: CodeForm): string {
  const { lesson, seat, guess, explained, right, a, b, marks } = result;
  let bits = 0n;
  const put = (value: number, width: number): void => {
    const most = 2 ** width - 1;
    bits = (bits << BigInt(width)) | BigInt(Math.max(0, Math.min(most, value)));
  };
  [lesson, seat, guess, explained, right].forEach((value, k) => put(value, BITS[k]));
  for (const value of [a, b]) put(value === null ? 0 : Math.max(1, Math.round(value * form.scale) + SHIFT), VALUE_BITS);
  for (let k = 0; k < form.marks; k++) put(marks === null ? 0 : (marks[k] ?? 0) + 1, markBits(form));
  const letters = lettersOf(bits, LENGTH + markLetters(form)) + lettersOf(BigInt(checksum(bits)), CHECK);
  return letters.replace(/.{4}(?=.)/g, "$&-");
}

/**
 * The result that a code stands for; null where it was mistyped. Small letters, spaces and hyphens do not matter.
 *
 * @param formOf what codes of a lesson are made of; null where there is no such lesson
 */
export function resultOf(code: string, formOf: (lesson: number) => CodeForm | null): ReadResult | null {
  const letters = code
    .toUpperCase()
    .replace(/[\s-]/g, "")
    .replace(/[ILOU]/g, (letter) => MISREAD[letter] ?? letter);
  if (letters.length < LENGTH + CHECK || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  const form = formOf(lessonIn(letters));
  if (form === null) return null;
  const isOlder = letters.length === LENGTH + CHECK && form.marks > 0;
  if (!isOlder && letters.length !== lettersIn(form)) return null;
  let bits = bitsOf(letters.slice(0, -CHECK));
  if (Number(bitsOf(letters.slice(-CHECK))) !== checksum(bits)) return null;
  const take = (width: number): number => {
    const value = Number(bits & ((1n << BigInt(width)) - 1n));
    bits >>= BigInt(width);
    return value;
  };
  const marked = Array.from({ length: isOlder ? 0 : form.marks }, () => take(markBits(form)) - 1).reverse();
  const marks = marked.length === 0 || marked.includes(-1) ? null : marked;
  const [b, a] = [take(VALUE_BITS), take(VALUE_BITS)];
  const [right, explained, guess, seat, lesson] = BITS.toReversed().map(take);
  const value = (coded: number): number | null => (coded === 0 ? null : (coded - SHIFT) / form.scale);
  return { lesson, seat, guess: isOlder ? 0 : guess, explained, right, a: value(a), b: value(b), marks, isOlder };
}

/** The lesson of a code: four bits after three that are empty. */
function lessonIn(letters: string): number {
  return Number((bitsOf(letters.slice(0, 2)) >> 3n) & 15n);
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
