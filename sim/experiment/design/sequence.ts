import type { Stream } from "../../kernel/random.ts";
import { DIRECTIONS } from "./directionNumbers.ts";

/**
 * The Sobol' sequence: points that fill a cube more evenly than chance. Any point can be worked out by itself, in
 * Gray-code order, with 32 binary digits a coordinate. Held against scipy in `test/oracle/sobolSequence.json`.
 */

const DIGITS = 32;
const UNIT = 1 / 0x100000000;

/** Coordinates that there are direction numbers for. */
export const MOST_DIMENSIONS = DIRECTIONS.length + 1;

/** Direction numbers of one dimension, the first digit highest. */
function directionsOf(dimension: number): Uint32Array {
  const directions = new Uint32Array(DIGITS);
  if (dimension === 0) {
    for (let k = 0; k < DIGITS; k++) directions[k] = 1 << (DIGITS - 1 - k);
    return directions;
  }
  const [polynomial, ...first] = DIRECTIONS[dimension - 1];
  const degree = first.length;
  for (let k = 0; k < DIGITS; k++) {
    if (k < degree) {
      directions[k] = first[k] << (DIGITS - 1 - k);
      continue;
    }
    // The recurrence of Bratley and Fox (1988) on numbers that are already shifted to their places.
    let next = directions[k - degree] ^ (directions[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) {
      if (((polynomial >>> (degree - j)) & 1) === 1) next ^= directions[k - j];
    }
    directions[k] = next;
  }
  return directions;
}

/**
 * Owen's nested scrambling: each digit is turned or not by a draw keyed with the digits before it, so that the points stay
 * as even as before and each by itself is anywhere in the cube (Owen 1995).
 */
function scrambled(digits: number, draws: Stream): number {
  let word = 0;
  for (let level = 0; level < DIGITS; level++) {
    const before = level === 0 ? 0 : (digits & (-1 << (DIGITS - level))) >>> 0;
    const turn = draws.bits(before, level) & 1;
    const digit = (digits >>> (DIGITS - 1 - level)) & 1;
    word = (word << 1) | (digit ^ turn);
  }
  return word >>> 0;
}

/** Points of the sequence in some dimensions. */
export class Sequence {
  private readonly directions: readonly Uint32Array[];

  constructor(readonly dimensions: number) {
    if (dimensions > MOST_DIMENSIONS) throw new Error(`A Sobol' sequence has at most ${MOST_DIMENSIONS} dimensions.`);
    this.directions = Array.from({ length: dimensions }, (_, at) => directionsOf(at));
  }

  /**
   * One point, each coordinate in [0, 1).
   *
   * @param index from 0; point 0 is the origin where nothing is scrambled
   * @param draws of one scrambling; left out, the sequence is as published
   */
  point(index: number, draws?: Stream): number[] {
    const gray = (index ^ (index >>> 1)) >>> 0;
    return this.directions.map((directions, dimension) => {
      let digits = 0;
      for (let k = 0; k < DIGITS; k++) if (((gray >>> k) & 1) === 1) digits ^= directions[k];
      digits >>>= 0;
      return (draws === undefined ? digits : scrambled(digits, draws.of(dimension, 0))) * UNIT;
    });
  }
}
