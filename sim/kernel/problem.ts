/** Outside input that cannot be used, as a value: what, where, what was expected, how to mend it. */
export interface Problem {
  /** Where: a settings path, a position in a file (`/regions/2/trust`), or the name of an argument. */
  readonly path: string;
  /** What was found there, as short text. */
  readonly value: string;
  /** What would have been right. */
  readonly expected: string;
  /** What to do about it. */
  readonly mend: string;
}

/** Thrown at the edge of the engine when input has problems; inside, a broken invariant throws a plain Error. */
export class Refusal extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.name = "Refusal";
  }
}

/** One problem as one line for people. */
export function problemText(problem: Problem): string {
  return `${problem.path}: ${problem.value}; expected ${problem.expected}. ${problem.mend}`;
}

/** A longer list is told by its length: nobody reads the rest, and writing it all out takes time. */
const LONG_LIST = 100;

/** JSON where there is one. It has no word for some numbers, and none at all for a bigint, a symbol or a circle. */
function textOf(value: unknown): string {
  if (Array.isArray(value) && value.length > LONG_LIST) return `a list of ${value.length}`;
  if (typeof value === "number" || typeof value === "bigint" || value === undefined) return String(value);
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    return "an object that JSON cannot hold";
  }
}

/** Any value as short text that is safe to print: cut to 60 characters, never multi-line, no control characters. */
export function shown(value: unknown): string {
  const text = textOf(value).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** How many single-character edits (insert, delete, replace, swap neighbours) lie between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let k = 1; k <= b.length; k++) {
      const cost = a[i - 1] === b[k - 1] ? 0 : 1;
      let best = Math.min(previous[k] + 1, current[k - 1] + 1, previous[k - 1] + cost);
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) best = Math.min(best, before[k - 2] + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length];
}

/** The known name nearest to a misspelt one, or undefined where none is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > 80) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const short = candidate.slice(candidate.indexOf(".") + 1).toLowerCase();
    const far = Math.min(distance(wanted, candidate.toLowerCase()), distance(wanted, short) + 1);
    if (far < least) {
      least = far;
      best = candidate;
    }
  }
  return best;
}

/** "Did you mean x?" or, where nothing is near, what to look at instead. */
export function didYouMean(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(name, known);
  return near === undefined ? otherwise : `Did you mean ${near}?`;
}
