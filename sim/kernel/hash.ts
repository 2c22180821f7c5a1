import type { AnyColumn, TableParts } from "./columns.ts";
import { columnOf } from "./columns.ts";

/**
 * The state hash: 64 bits over the state columns alone, as 16 hexadecimal digits.
 *
 * Two lanes of MurmurHash3 x86-32 (Appleby 2011; held against its published vectors) with different seeds. Values
 * enter as little-endian bytes; there is one NaN, and -0 counts as 0. Settings, observers and recorders never enter.
 */
function mix(lane: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  lane ^= Math.imul(k, 0x1b873593);
  lane = (lane << 13) | (lane >>> 19);
  return (Math.imul(lane, 5) + 0xe6546b64) | 0;
}

function finish(lane: number, bytes: number): number {
  let hash = lane ^ bytes;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** MurmurHash3 x86-32 of whole 32-bit words, for the test against the published vectors. */
export function murmur3(words: Iterable<number>, seed: number): number {
  let lane = seed | 0;
  let bytes = 0;
  for (const word of words) {
    lane = mix(lane, word);
    bytes += 4;
  }
  return finish(lane, bytes);
}

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
const single = new Float32Array(1);
const whole = new Uint32Array(single.buffer);

class Hash {
  private one = 0;
  private two = 0x9747b28c | 0;
  private bytes = 0;

  word(word: number): void {
    this.one = mix(this.one, word);
    this.two = mix(this.two, word);
    this.bytes += 4;
  }

  column(values: AnyColumn, length: number): void {
    if (values instanceof Float64Array) {
      for (let i = 0; i < length; i++) {
        const value = values[i];
        double[0] = value !== value ? NaN : value + 0;
        this.word(value !== value ? 0 : halves[0]);
        this.word(value !== value ? 0x7ff80000 : halves[1]);
      }
    } else if (values instanceof Float32Array) {
      for (let i = 0; i < length; i++) {
        const value = values[i];
        single[0] = value + 0;
        this.word(value !== value ? 0x7fc00000 : whole[0]);
      }
    } else {
      for (let i = 0; i < length; i++) this.word(values[i]);
    }
  }

  text(): string {
    const digits = (lane: number) => finish(lane, this.bytes).toString(16).padStart(8, "0");
    return digits(this.one) + digits(this.two);
  }
}

/** @param tables all tables of a world; those that are no state are passed over */
export function hashOf(tables: Iterable<TableParts>): string {
  const hash = new Hash();
  for (const rows of tables) {
    if (!rows.isState) continue;
    hash.word(rows.count);
    for (const name in rows.columns) hash.column(columnOf(rows, name), rows.count * rows.width);
  }
  return hash.text();
}
