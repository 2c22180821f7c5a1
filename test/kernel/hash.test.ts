import { describe, expect, it } from "vitest";
import { f32, f64, i16, i32, table, u8 } from "../../sim/kernel/columns.ts";
import { hashOf, murmur3 } from "../../sim/kernel/hash.ts";

describe("MurmurHash3 x86-32", () => {
  it("gives the published values for whole words", () => {
    expect(murmur3([], 0)).toBe(0);
    expect(murmur3([], 1)).toBe(0x514e28b7);
    expect(murmur3([], 0xffffffff)).toBe(0x81f16f39);
    expect(murmur3([0xffffffff], 0)).toBe(0x76293b50);
    expect(murmur3([0x87654321], 0)).toBe(0xf55b516b);
    expect(murmur3([0x87654321], 0x5082edee)).toBe(0x2362f9de);
    expect(murmur3([0], 0)).toBe(0x2362f9de);
    const text = (word: string) => new Uint32Array(new TextEncoder().encode(word).buffer);
    expect(murmur3(text("aaaa"), 0x9747b28c)).toBe(0x5a97808a);
    expect(murmur3(text("test"), 0)).toBe(0xba6bd213);
    expect(murmur3(text("test"), 0x9747b28c)).toBe(0x704b81dc);
  });
});

describe("the state hash", () => {
  const columns = {
    small: u8({ unit: "code", doc: "" }),
    signed: i16({ unit: "month", doc: "" }),
    single: f32({ unit: "share", doc: "" }),
    double: f64({ unit: "share", doc: "" }),
  };
  const make = () => table("things", columns, { count: 3, capacity: 5 });

  it("is 16 hexadecimal digits and changes with every column, at any place", () => {
    const seen = new Set([hashOf([make()])]);
    for (const name of ["small", "signed", "single", "double"] as const) {
      for (let row = 0; row < 3; row++) {
        const rows = make();
        rows[name][row] = 1;
        seen.add(hashOf([rows]));
      }
    }
    expect(seen.size).toBe(13);
    for (const hash of seen) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it("sees the last bit of a double and the number of rows, and nothing beyond them", () => {
    const rows = make();
    const before = hashOf([rows]);
    rows.double[3] = 7;
    expect(hashOf([rows])).toBe(before);
    rows.double[1] = 5e-324;
    expect(hashOf([rows])).not.toBe(before);
    rows.double[1] = 0;
    rows.count = 2;
    expect(hashOf([rows])).not.toBe(before);
  });

  it("counts -0 as 0, and every NaN as one", () => {
    const zero = make();
    const minus = make();
    minus.single[0] = minus.double[2] = -0;
    expect(hashOf([minus])).toBe(hashOf([zero]));

    const one = make();
    const other = make();
    one.single[0] = one.double[2] = NaN;
    new Uint32Array(other.single.buffer, other.single.byteOffset, 1)[0] = 0xffc00001;
    new Uint32Array(other.double.buffer, other.double.byteOffset, 6).set([1, 0xfff80000], 4);
    expect(other.double[2]).toBeNaN();
    expect(hashOf([other])).toBe(hashOf([one]));
    expect(hashOf([one])).not.toBe(hashOf([zero]));
  });

  it("is two lanes over the count and all slots of all rows, as little-endian words", () => {
    const meaning = { unit: "1", doc: "" };
    const rows = table("ties", { to: i32(meaning), sum: f64(meaning), part: f32(meaning) }, { count: 1, width: 2 });
    rows.to.set([-1, 7]);
    rows.sum.set([1, -2.5]);
    rows.part.set([1, -2.5]);
    const lanes = (words: readonly number[]) =>
      [0, 0x9747b28c].map((seed) => murmur3(words, seed).toString(16).padStart(8, "0")).join("");
    const words = [1, -1, 7, 0, 0x3ff00000, 0, 0xc0040000, 0x3f800000, 0xc0200000];
    expect(hashOf([rows])).toBe(lanes(words));
    expect(hashOf([rows, rows])).toBe(lanes([...words, ...words]));
    expect(hashOf([table("none", columns, { count: 0 }), rows])).toBe(lanes([0, ...words]));
    expect(hashOf([])).toBe(lanes([]));
  });

  it("passes over tables that are no state", () => {
    const memory = table("memory", columns, { count: 3, isState: false });
    expect(hashOf([make(), memory])).toBe(hashOf([make()]));
  });

  it("keeps its values for ever", () => {
    const rows = make();
    rows.small.set([1, 2, 3]);
    rows.signed.set([-1, 0, 300]);
    rows.single.set([0.1, -2.5, 1e30]);
    rows.double.set([1 / 3, -1e-300, Infinity]);
    expect(hashOf([rows])).toBe("d160b6fd468ff3f7");
  });
});
