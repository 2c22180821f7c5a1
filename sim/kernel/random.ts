import seedrandom from "seedrandom";

/**
 * Keyed randomness: every draw is a pure function of (seed, month, purpose, who, whom), never of how many draws
 * came before. A mechanism that is switched off, another order of rows or another number of threads therefore leaves
 * every other draw as it was, and two runs that differ in one lever are twins, firm by firm.
 *
 * The generator is Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror & Shaw, SC 2011), which passes BigCrush and is
 * held against the published known-answer vectors in `test/kernel/random.test.ts`. `seedrandom` turns the textual
 * seed into the key.
 *
 * Identities are pairs of 32-bit words (a firm's birth key, a network's founder, an index), handed in as integers.
 */

const PARITY = 0x1bd11bda;
const UNIT = 1 / 0x100000000;
const UNIT_53 = 1 / 0x20000000000000;

/**
 * The two words of the last block and the identity it was drawn for. Arrays, so that nothing is allocated for a draw:
 * a browser's engine would box 32-bit numbers in plain variables.
 */
const pair = new Int32Array(2);
const one = new Uint32Array(1);

/**
 * Threefry-2x32-13 with key (k0, k1): the blocks of the counters (high[at], low) for every `at` from `from` up to but
 * not including `to`, two words each, one after the other from the start of `words`.
 */
function threefry(
  k0: number,
  k1: number,
  high: Uint32Array,
  low: number,
  from: number,
  to: number,
  words: Int32Array,
): void {
  // Whole 32-bit numbers from here on: engines would add in floating point what may be larger.
  const key0 = k0 | 0;
  const key1 = k1 | 0;
  const key2 = PARITY ^ k0 ^ k1;
  const key0plus2 = (key0 + 2) | 0;
  const key1plus3 = (key1 + 3) | 0;
  const key2plus1 = (key2 + 1) | 0;
  const start = (low + key1) | 0;
  let next = 0;
  for (let at = from; at < to; at++) {
    let x = ((high[at] | 0) + key0) | 0;
    let y = start;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + key1) | 0;
    y = (y + key2plus1) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + key2) | 0;
    y = (y + key0plus2) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + key0) | 0;
    y = (y + key1plus3) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    words[next] = x;
    words[next + 1] = y;
    next += 2;
  }
}

/** One block for one counter; leaves its two words in `pair`. */
function block(k0: number, k1: number, c0: number, c1: number): void {
  one[0] = c0;
  threefry(k0, k1, one, c1, 0, 1, pair);
}

/** The block as two unsigned words, for the test against the published vectors. */
export function threefryBlock(k0: number, k1: number, c0: number, c1: number): [number, number] {
  block(k0, k1, c0, c1);
  return [pair[0] >>> 0, pair[1] >>> 0];
}

/** The words of the last block as a number in [0, 1) with 53 bits. */
function unit53(): number {
  return ((pair[0] >>> 5) * 67108864 + (pair[1] >>> 6)) * UNIT_53;
}

/** All draws for one purpose in one month. Ask it by identity; ask twice and get the same answer. */
export class Stream {
  constructor(
    private readonly k0: number,
    private readonly k1: number,
  ) {}

  /** A number in [0, 1) with 53 bits for one identity. */
  uniform(high: number, low: number): number {
    block(this.k0, this.k1, high, low);
    return unit53();
  }

  /** A number in [0, 1) for an identity and a second one, such as a pair of firms or a firm's third try. */
  uniformOf(high: number, low: number, otherHigh: number, otherLow: number): number {
    block(this.k0, this.k1, high, low);
    block(pair[0], pair[1], otherHigh, otherLow);
    return unit53();
  }

  /** 32 random bits, unsigned, for an identity; `moreBits` then gives 32 more of the same block. */
  bits(high: number, low: number): number {
    block(this.k0, this.k1, high, low);
    return pair[0] >>> 0;
  }

  /** 32 random bits, unsigned, for an identity and a second one; `moreBits` then gives 32 more of the same block. */
  bitsOf(high: number, low: number, otherHigh: number, otherLow: number): number {
    block(this.k0, this.k1, high, low);
    block(pair[0], pair[1], otherHigh, otherLow);
    return pair[0] >>> 0;
  }

  /** The second word of the block that was drawn last from any stream. */
  moreBits(): number {
    return pair[1] >>> 0;
  }

  /**
   * The blocks of many identities at once, for hot loops: the words that `bits(high[at], low)` and `moreBits()` give,
   * for every `at` from `from` up to but not including `to`, two (signed) a block from the start of `words`.
   */
  fill(words: Int32Array, high: Uint32Array, low: number, from: number, to: number): void {
    threefry(this.k0, this.k1, high, low, from, to, words);
  }

  /** The draws that belong to one identity, as a stream of their own (one small object; for draws outside loops). */
  of(high: number, low: number): Stream {
    block(this.k0, this.k1, high, low);
    return new Stream(pair[0], pair[1]);
  }
}

/** A whole number from 0 to `count` - 1 from a number in [0, 1). */
export function indexOf(unit: number, count: number): number {
  return Math.floor(unit * count);
}

/** 32 random bits as a number in [0, 1). */
export function unitOf(word: number): number {
  return word * UNIT;
}

/** A name as 32 bits (FNV-1a), so that purposes keep their draws whatever else is added to the model. */
export function wordOf(name: string): number {
  let word = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) word = Math.imul(word ^ name.charCodeAt(i), 0x01000193);
  return word | 0;
}

/** The source of all streams of one world. */
export class Random {
  private readonly k0: number;
  private readonly k1: number;

  /** @param seed any text; the same text gives the same world for ever. */
  constructor(readonly seed: string) {
    const key = seedrandom(seed);
    this.k0 = key.int32();
    this.k1 = key.int32();
  }

  /** The draws for one purpose in one month; what is drawn at set-up or given at birth uses month 0. */
  stream(purpose: string, month: number): Stream {
    block(this.k0, this.k1, wordOf(purpose), month);
    return new Stream(pair[0], pair[1]);
  }
}
