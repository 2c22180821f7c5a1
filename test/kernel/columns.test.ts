import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addRow,
  bytesPerRow,
  clearRow,
  columnOf,
  copyOf,
  f32,
  f64,
  i32,
  reserve,
  restore,
  table,
  u8,
} from "../../sim/kernel/columns.ts";

const columns = {
  flag: u8({ unit: "0/1", doc: "", start: 1 }),
  size: f64({ unit: "kUSD", doc: "" }),
  share: f32({ unit: "0..1", doc: "", start: 0.25 }),
  partner: i32({ unit: "row", doc: "", start: -1 }),
};
type Row = { flag: number; size: number; share: number; partner: number };
const START: Row = { flag: 1, size: 0, share: 0.25, partner: -1 };
const NAMES = ["flag", "size", "share", "partner"] as const;

describe("a table", () => {
  it("begins with start values in every row there is room for", () => {
    const rows = table("firms", columns, { count: 2, capacity: 5, width: 3 });
    expect([rows.count, rows.capacity, rows.width, rows.name, rows.isState]).toEqual([2, 5, 3, "firms", true]);
    for (const name of NAMES) expect(Array.from(rows[name])).toEqual(new Array(15).fill(START[name]));
  });

  it("keeps all columns in one buffer, each begun at eight bytes, none over another", () => {
    const rows = table("firms", columns, { count: 7 });
    const spans = NAMES.map((name) => [rows[name].byteOffset, rows[name].byteOffset + rows[name].byteLength]);
    for (const [at, [begin]] of spans.entries()) {
      expect(rows[NAMES[at]].buffer).toBe(rows.flag.buffer);
      expect(begin % 8).toBe(0);
      if (at > 0) expect(begin).toBeGreaterThanOrEqual(spans[at - 1][1]);
    }
  });

  it("has room for its rows, whatever the capacity", () => {
    const capacities = [{ count: 5 }, { count: 5, capacity: 2 }, { count: 5, capacity: 9 }, { count: 0 }];
    expect(capacities.map((size) => table("firms", columns, size).size.length)).toEqual([5, 5, 9, 0]);
  });

  it("knows its bytes a row", () => {
    expect(bytesPerRow(columns)).toBe(1 + 8 + 4 + 4);
    expect(bytesPerRow(columns, 8)).toBe(8 * 17);
  });

  it("finds a column by name", () => {
    const rows = table("firms", columns, { count: 1 });
    expect(columnOf(rows, "share")).toBe(rows.share);
  });
});

/** What may be done to a table, in any order. */
const step = fc.oneof(
  fc.record({ kind: fc.constant("add" as const) }),
  fc.record({ kind: fc.constant("write" as const), row: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant("clear" as const), row: fc.nat() }),
  fc.record({ kind: fc.constant("reserve" as const), rows: fc.nat(200) }),
  fc.record({ kind: fc.constant("copy" as const) }),
  fc.record({ kind: fc.constant("restore" as const) }),
);

it("a table does what a list of objects does, whatever is added, cleared, copied and restored", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.array(step, { maxLength: 80 }), (count, steps) => {
      const rows = table("firms", columns, { count });
      let twin: Row[] = Array.from({ length: count }, () => ({ ...START }));
      let copy = copyOf(rows);
      let twinCopy: Row[] = twin.map((row) => ({ ...row }));
      for (const act of steps) {
        if (act.kind === "add") {
          expect(addRow(rows)).toBe(twin.length);
          twin.push({ ...START });
        } else if (act.kind === "reserve") {
          reserve(rows, act.rows);
          expect(rows.capacity).toBeGreaterThanOrEqual(act.rows);
        } else if (act.kind === "copy") {
          copy = copyOf(rows);
          twinCopy = twin.map((row) => ({ ...row }));
        } else if (act.kind === "restore") {
          restore(rows, copy);
          twin = twinCopy.map((row) => ({ ...row }));
        } else if (twin.length > 0) {
          const row = act.row % twin.length;
          if (act.kind === "clear") clearRow(rows, row);
          for (const name of NAMES) {
            if (act.kind === "write") rows[name][row] = act.value;
            twin[row][name] = act.kind === "write" ? act.value : START[name];
          }
        }
        expect(rows.count).toBe(twin.length);
      }
      for (const name of NAMES)
        expect(Array.from(rows[name].subarray(0, rows.count))).toEqual(twin.map((row) => row[name]));
    }),
    { numRuns: 300, seed: 1 },
  );
});

describe("growing", () => {
  it("keeps what was there and all slots of a row together", () => {
    const rows = table("ties", { to: columns.partner }, { count: 2, width: 3 });
    rows.to.set([1, 2, 3, 4, 5, 6]);
    addRow(rows);
    expect(Array.from(rows.to.subarray(0, 9))).toEqual([1, 2, 3, 4, 5, 6, -1, -1, -1]);
  });

  it("gives all new room start values, and leaves columns where there is room already", () => {
    const rows = table("firms", columns, { count: 3 });
    const { size } = rows;
    reserve(rows, 3);
    expect(rows.size).toBe(size);
    reserve(rows, 40);
    expect(rows.capacity).toBe(40);
    for (const name of NAMES) expect(new Set(rows[name].subarray(3))).toEqual(new Set([START[name]]));
    reserve(rows, 41);
    expect(rows.capacity).toBe(80);
  });

  it("clears a row that was used before it is given out again", () => {
    const rows = table("firms", columns, { count: 1 });
    rows.size[0] = 9;
    rows.count = 0;
    addRow(rows);
    expect(rows.size[0]).toBe(0);
  });

  it("grows by doubling, so that many rows cost little", () => {
    const rows = table("firms", columns, { count: 0 });
    let grown = 0;
    let buffer = rows.flag.buffer;
    for (let row = 0; row < 10_000; row++) {
      addRow(rows);
      if (rows.flag.buffer !== buffer) grown++;
      buffer = rows.flag.buffer;
    }
    expect(grown).toBeLessThan(16);
  });
});

it("a copy is not touched by what happens later", () => {
  const rows = table("firms", columns, { count: 1 });
  const copy = copyOf(rows);
  rows.size[0] = 4;
  addRow(rows);
  restore(rows, copy);
  expect([rows.count, rows.size[0]]).toEqual([1, 0]);
});

it("a copy fills a table that had less room", () => {
  const rows = table("firms", columns, { count: 20 });
  rows.size.set(Array.from(rows.size.keys()));
  const other = table("firms", columns, { count: 1 });
  restore(other, copyOf(rows));
  expect(other.count).toBe(20);
  expect(other.size.subarray(0, 20)).toEqual(rows.size);
});
