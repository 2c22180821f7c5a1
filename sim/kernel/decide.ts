import { exp, log } from "./math.ts";

/**
 * Yes or no with chance logistic(x), without computing an exponential.
 *
 * The upper 12 of a draw's 32 random bits name one of 4,096 cells of the unit interval; where x lies clear of the
 * logits of the cell's two ends the answer is known. Only in the rare cell that straddles is logistic(x) worked out.
 * The bounds are widened by a margin far above rounding, so the answer is the direct rule's, always:
 * `word * 2^-32 * (1 + exp(-x)) < 1`. Held against it in `test/kernel/decide.test.ts`.
 */
const CELLS = 4096;
/** Logits are below 8.4 in size here, so single precision (half the cache) moves them by 5e-7 at most. */
const MARGIN = 2e-6;
const surelyAbove = new Float32Array(CELLS);
const surelyBelow = new Float32Array(CELLS);
for (let cell = 0; cell < CELLS; cell++) {
  surelyAbove[cell] = log((cell + 1) / (CELLS - cell - 1)) + MARGIN;
  surelyBelow[cell] = log(cell / (CELLS - cell)) - MARGIN;
}

/**
 * @param word 32 random bits, unsigned
 * @param x utility in units of its noise; the chance of yes is logistic(x)
 */
export function decide(word: number, x: number): boolean {
  const cell = word >>> 20;
  if (x >= surelyAbove[cell]) return true;
  if (x < surelyBelow[cell]) return false;
  return (word / 0x100000000) * (1 + exp(-x)) < 1;
}

/**
 * What the upper 12 bits of a draw settle: 0 no, 2 yes, 1 that the lower 20 are needed. Free of branches, for hot loops
 * in which one block of random bits serves several decisions and further bits are drawn only where they are needed.
 * @param cell the upper 12 bits of a draw
 * @param x as in `decide`
 */
export function settled(cell: number, x: number): number {
  return +(x >= surelyBelow[cell]) + +(x >= surelyAbove[cell]);
}

/** `decide` as 0 or 1, for loops whose answers no processor can foresee: a branch only where the upper bits leave it open. */
export function decided(word: number, x: number): number {
  const answer = settled(word >>> 20, x);
  return answer === 1 ? +decide(word >>> 0, x) : answer >> 1;
}
