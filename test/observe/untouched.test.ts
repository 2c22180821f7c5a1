import { describe, expect, it } from "vitest";
import type { TableParts } from "../../sim/kernel/columns.ts";
import { columnOf, copyOf, restore } from "../../sim/kernel/columns.ts";
import {
  GAUGES,
  MEASURES,
  brokerCard,
  firmCard,
  frameOf,
  networkCard,
  networkGraph,
  note,
  remember,
  storyOf,
  unionOf,
} from "../../sim/observe/index.ts";
import { whyOf } from "../../sim/observe/why.ts";
import type { World } from "../../sim/world/world.ts";
import { openHonduras } from "./realWorld.ts";

/** Every byte of every column, with room that is not in use, and every count. */
function bytes(tables: Readonly<Record<string, TableParts>>): Map<string, Buffer> {
  const all = new Map<string, Buffer>();
  for (const [name, rows] of Object.entries(tables)) {
    all.set(name, Buffer.from(`${rows.count} of ${rows.capacity}`));
    for (const column in rows.columns) {
      const { buffer, byteOffset, byteLength } = columnOf(rows, column);
      all.set(`${name}.${column}`, Buffer.from(new Uint8Array(buffer, byteOffset, byteLength)));
    }
  }
  return all;
}

/** Names of what is not as it was. */
function changes(before: Map<string, Buffer>, now: Map<string, Buffer>): string[] {
  return [...now.keys()].filter((name) => !before.get(name)?.equals(now.get(name) ?? Buffer.alloc(0)));
}

const run = openHonduras("7", { "firms.count": 400 });
run.playTo(50);
const { world, memory, settings } = run;

const looks: Record<string, (of: World) => unknown> = {
  ...Object.fromEntries([...MEASURES, ...GAUGES].map(({ id, value }) => [id, (of: World) => value(of, memory)])),
  frame: (of) => frameOf(of, {}),
  story: (of) => storyOf(of, memory, settings, 120),
  union: () => unionOf(memory),
  why: (of) => Array.from({ length: of.firms.count }, (_, i) => whyOf(of, i)),
  firms: (of) => Array.from({ length: of.firms.count }, (_, i) => firmCard(of, memory, i)),
  networks: (of) => Array.from({ length: of.networks.count }, (_, g) => networkCard(of, memory, g)),
  brokers: (of) => Array.from({ length: of.brokers.count }, (_, b) => brokerCard(of, b, 68)),
  graph: networkGraph,
};

describe("observers never write", () => {
  it.each(Object.keys(looks))("%s leaves every column as it was, and sees the same again", (name) => {
    const before = bytes({ ...world.tables, ...memory });
    const seen = looks[name](world);
    expect(changes(before, bytes({ ...world.tables, ...memory }))).toEqual([]);
    expect(looks[name](world)).toEqual(seen);
  });

  it("the recorder writes in its own memory only", () => {
    const before = bytes(world.tables);
    note(remember(world), world);
    expect(changes(before, bytes(world.tables))).toEqual([]);
  });

  it("a single byte that was written would be found", () => {
    const before = bytes(world.tables);
    world.ties.kind[5] ^= 1;
    expect(changes(before, bytes(world.tables))).toEqual(["ties.kind"]);
    world.ties.kind[5] ^= 1;
  });
});

describe("the recorder's memory", () => {
  it("comes back from a copy, and going on from there gives the same again", () => {
    const tables = { ...world.tables, ...memory };
    const copies = Object.entries(tables).map(([name, rows]) => [rows, copyOf(rows), name] as const);
    const month = world.month;
    run.playTo(75);
    const later = bytes(tables);
    const measures = MEASURES.map(({ value }) => value(world, memory));
    for (const [rows, copy] of copies) restore(rows, copy);
    world.month = month;
    expect(MEASURES.map(({ value }) => value(world, memory))).not.toEqual(measures);
    run.playTo(75);
    expect(MEASURES.map(({ value }) => value(world, memory))).toEqual(measures);
    expect(changes(later, bytes(tables))).toEqual([]);
  });
});
