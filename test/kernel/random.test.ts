import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random, Stream, indexOf, threefryBlock, unitOf, wordOf } from "../../sim/kernel/random.ts";

const word = fc.integer({ min: 0, max: 0xffffffff });

describe("Threefry-2x32-13", () => {
  it("gives the known answers of Random123", () => {
    expect(threefryBlock(0, 0, 0, 0)).toEqual([0x9d1c5ec6, 0x8bd50731]);
    const ones = 0xffffffff;
    expect(threefryBlock(ones, ones, ones, ones)).toEqual([0xfd36d048, 0x2d17272c]);
    expect(threefryBlock(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toEqual([0xba3e4725, 0xf27d669e]);
  });

  it("takes words signed or unsigned", () => {
    expect(threefryBlock(-1, -1, -1, -1)).toEqual([0xfd36d048, 0x2d17272c]);
  });
});

describe("a stream", () => {
  const stream = new Stream(17, -4);

  it("gives many identities at once what it gives one by one", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, fc.nat(40), fc.nat(40), (keys, low, a, b) => {
        const from = Math.min(a, b, keys.length);
        const to = Math.min(Math.max(a, b), keys.length);
        const words = new Int32Array(2 * (to - from));
        stream.fill(words, Uint32Array.from(keys), low, from, to);
        const single = keys.slice(from, to).flatMap((key) => [stream.bits(key, low) | 0, stream.moreBits() | 0]);
        expect(Array.from(words)).toEqual(single);
      }),
    );
  });

  it("fills the words that are asked for and no more", () => {
    const words = new Int32Array(6).fill(77);
    stream.fill(words, Uint32Array.of(9, 0xffffffff, 0, 5), 3, 1, 3);
    const wanted = [0xffffffff, 0].flatMap((key) => [stream.bits(key, 3) | 0, stream.moreBits() | 0]);
    expect(Array.from(words)).toEqual([...wanted, 77, 77]);
  });

  it("answers by identity alone: asked again, in any order, it says the same", () => {
    const keys = Array.from({ length: 50 }, (_, key) => key);
    const forwards = keys.map((key) => stream.uniform(key, 3));
    const backwards = keys.toReversed().map((key) => stream.uniform(key, 3));
    expect(backwards.toReversed()).toEqual(forwards);
    expect(new Set(forwards).size).toBe(50);
  });

  it("makes one number of two identities, and a stream of one", () => {
    const inner = stream.of(5, 6);
    expect(inner.uniform(7, 8)).toBe(stream.uniformOf(5, 6, 7, 8));
    expect(inner.bits(7, 8)).toBe(stream.bitsOf(5, 6, 7, 8));
    expect(stream.uniformOf(5, 6, 7, 8)).not.toBe(stream.uniformOf(7, 8, 5, 6));
  });

  it("puts the leading bits of a number first", () => {
    fc.assert(
      fc.property(word, word, (high, low) => {
        const unit = stream.uniform(high, low);
        const bits = stream.bits(high, low);
        expect(unit).toBeGreaterThanOrEqual(unitOf(bits) - 2 ** -27);
        expect(unit).toBeLessThan(unitOf(bits) + 2 ** -27);
      }),
    );
  });

  it("spreads numbers evenly over the unit interval, and pairs over the square", () => {
    const count = 40_000;
    const cells = new Float64Array(100);
    let sum = 0;
    let squares = 0;
    for (let key = 0; key < count; key++) {
      const unit = stream.uniform(key, 0);
      sum += unit;
      squares += unit * unit;
      cells[indexOf(unit, 10) * 10 + indexOf(stream.uniform(key, 1), 10)]++;
    }
    expect(sum / count).toBeCloseTo(1 / 2, 2);
    expect(squares / count).toBeCloseTo(1 / 3, 2);
    expectEven(cells);
  });

  it("has no link between months, between the two words of a block, or in any bit", () => {
    const count = 40_000;
    const [now, next] = [new Random("months").stream("p", 1), new Random("months").stream("p", 2)];
    const months = new Float64Array(100);
    const words = new Float64Array(100);
    const set = new Int32Array(64);
    for (let key = 0; key < count; key++) {
      const unit = now.uniform(0, key);
      const [bits, more] = [now.bits(0, key), now.moreBits()];
      months[indexOf(unit, 10) * 10 + indexOf(next.uniform(0, key), 10)]++;
      words[indexOf(unitOf(bits), 10) * 10 + indexOf(unitOf(more), 10)]++;
      for (let bit = 0; bit < 32; bit++) {
        set[bit] += (bits >>> bit) & 1;
        set[32 + bit] += (more >>> bit) & 1;
      }
    }
    expectEven(months);
    expectEven(words);
    // Four standard errors of a fair coin.
    for (const ones of set) expect(Math.abs(ones - count / 2)).toBeLessThan(4 * Math.sqrt(count / 4));
  });
});

/** Chi-square of a hundred cells that ought to hold alike. */
function expectEven(cells: Float64Array): void {
  const expected = cells.reduce((total, cell) => total + cell, 0) / cells.length;
  const chiSquare = cells.reduce((total, cell) => total + (cell - expected) ** 2 / expected, 0);
  // 99 degrees of freedom: 0.1 % of even samples lie outside these two.
  expect(chiSquare).toBeGreaterThan(56);
  expect(chiSquare).toBeLessThan(153);
}

describe("the source of a world's streams", () => {
  it("knows a seed by its text, and each purpose and month by itself", () => {
    const draw = (seed: string, purpose: string, month: number) =>
      new Random(seed).stream(purpose, month).uniform(1, 2);
    expect(draw("101", "joining", 3)).toBe(draw("101", "joining", 3));
    const others = [
      draw("102", "joining", 3),
      draw("101", "leaving", 3),
      draw("101", "joining", 4),
      draw("101", "joining", -1),
      draw("101", "joining", 3 + 1024),
      draw("101", "joining", 3 + 65_536),
      draw("0101", "joining", 3),
      draw("", "joining", 3),
    ];
    expect(new Set([...others, draw("101", "joining", 3)]).size).toBe(others.length + 1);
  });

  it("keeps its draws for ever", () => {
    expect(new Random("101").stream("joining.answer", 12).uniform(7, 0)).toBe(0.9582999451179214);
  });

  it("tells names apart by FNV-1a", () => {
    expect([wordOf(""), wordOf("a"), wordOf("foobar")].map((name) => name >>> 0)).toEqual([
      0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
  });
});

it("an index is a whole number below the count", () => {
  expect([indexOf(0, 7), indexOf(0.999999, 7), indexOf(0.5, 2)]).toEqual([0, 6, 1]);
  const largest = 1 - 2 ** -53;
  fc.assert(fc.property(fc.integer({ min: 1, max: 0x7fffffff }), (count) => indexOf(largest, count) === count - 1));
});
