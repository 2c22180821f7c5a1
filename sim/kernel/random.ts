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
const UNIT = 2 ** -32;
const UNIT_53 = 2 ** -53;

/** The two words of the last block; read at once by the caller, so nothing is allocated for a draw. */
let first = 0;
let second = 0;

/** One block of Threefry-2x32-13: key (k0, k1), counter (c0, c1); leaves its two words in `first` and `second`. */
function threefry(k0: number, k1: number, c0: number, c1: number): void {
  const k2 = PARITY ^ k0 ^ k1;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k1) | 0;
  y = (y + k2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + k2) | 0;
  y = (y + k0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + k0) | 0;
  y = (y + k1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  first = x;
  second = y;
}

/** The block as two unsigned words, for the test against the published vectors. */
export function threefryBlock(k0: number, k1: number, c0: number, c1: number): [number, number] {
  threefry(k0, k1, c0, c1);
  return [first >>> 0, second >>> 0];
}

/** The words of the last block as a number in [0, 1) with 53 bits. */
function unit53(): number {
  return ((first >>> 5) * 67108864 + (second >>> 6)) * UNIT_53;
}

/** All draws for one purpose in one month. Ask it by identity; ask twice and get the same answer. */
export class Stream {
  constructor(
    private readonly k0: number,
    private readonly k1: number,
  ) {}

  /** A number in [0, 1) with 53 bits for one identity. */
  uniform(high: number, low: number): number {
    threefry(this.k0, this.k1, high, low);
    return unit53();
  }

  /** A number in [0, 1) for an identity and a second one, such as a pair of firms or a firm's third try. */
  uniformOf(high: number, low: number, otherHigh: number, otherLow: number): number {
    threefry(this.k0, this.k1, high, low);
    threefry(first, second, otherHigh, otherLow);
    return unit53();
  }

  /** 32 random bits, unsigned, for an identity; `moreBits` then gives 32 more of the same block. */
  bits(high: number, low: number): number {
    threefry(this.k0, this.k1, high, low);
    return first >>> 0;
  }

  /** 32 random bits, unsigned, for an identity and a second one; `moreBits` then gives 32 more of the same block. */
  bitsOf(high: number, low: number, otherHigh: number, otherLow: number): number {
    threefry(this.k0, this.k1, high, low);
    threefry(first, second, otherHigh, otherLow);
    return first >>> 0;
  }

  /** The second word of the block that was drawn last from any stream. */
  moreBits(): number {
    return second >>> 0;
  }

  /** The draws that belong to one identity, as a stream of their own (one small object; for draws outside loops). */
  of(high: number, low: number): Stream {
    threefry(this.k0, this.k1, high, low);
    return new Stream(first, second);
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

  /** The draws for one purpose in one month; set-up draws use month -1. */
  stream(purpose: string, month: number): Stream {
    threefry(this.k0, this.k1, wordOf(purpose), month);
    return new Stream(first, second);
  }
}
