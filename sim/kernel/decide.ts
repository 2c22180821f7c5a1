import { exp, log } from "./math.ts";

/**
 * Yes or no with chance logistic(x), without computing an exponential.
 *
 * The upper 12 of the 32 random bits name one of 4,096 cells of the unit interval; where x lies clear of the logits of
 * the cell's two ends the answer is known. Only in the rare cell that straddles is logistic(x) worked out. The bounds
 * are widened by a margin far above rounding, so the answer is the direct rule's, always:
 * `word * 2^-32 * (1 + exp(-x)) < 1`.
 */
const CELLS = 4096;
const MARGIN = 1e-9;
const surelyAbove = new Float64Array(CELLS);
const surelyBelow = new Float64Array(CELLS);
for (let cell = 0; cell < CELLS; cell++) {
  const end = (cell + 1) / CELLS;
  const start = cell / CELLS;
  surelyAbove[cell] = end === 1 ? Infinity : log(end / (1 - end)) + MARGIN;
  surelyBelow[cell] = start === 0 ? -Infinity : log(start / (1 - start)) - MARGIN;
}

/**
 * @param word 32 random bits, unsigned
 * @param x utility in units of its noise; the chance of yes is logistic(x)
 */
export function decide(word: number, x: number): boolean {
  const cell = word >>> 20;
  if (x >= surelyAbove[cell]) return true;
  if (x < surelyBelow[cell]) return false;
  return word * 2 ** -32 * (1 + exp(-x)) < 1;
}
