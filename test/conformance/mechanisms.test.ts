import { describe, expect, test } from "vitest";
import type { TableParts } from "../../sim/kernel/columns.ts";
import { columnOf, copyOf } from "../../sim/kernel/columns.ts";
import { Random } from "../../sim/kernel/random.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import type { World } from "../../sim/index.ts";
import { EVERYTHING, LIVELY, OUTWARD, runOf, worldOf } from "../worlds.ts";

const MONTHS = 48;

/** Whether a declaration such as `firms.*` or `networks.fee` covers a column. */
function covers(declared: readonly string[], column: string): boolean {
  const table = column.slice(0, column.indexOf("."));
  return declared.includes(column) || declared.includes(`${table}.*`);
}

/** A world whose tables tell which columns are touched. */
function watched(world: World, touched: Set<string>): World {
  const spies = Object.fromEntries(
    Object.entries(world.tables).map(([name, rows]) => [
      name,
      new Proxy(rows, {
        get(target, key) {
          if (typeof key === "string" && key in target.columns) touched.add(`${name}.${key}`);
          return Reflect.get(target, key);
        },
      }),
    ]),
  );
  return Object.assign(Object.create(world) as World, spies, { tables: spies });
}

/** Columns of which any byte differs between a copy and now. */
function changed(
  tables: Readonly<Record<string, TableParts>>,
  before: Map<string, ReturnType<typeof copyOf>>,
): string[] {
  const names: string[] = [];
  for (const [name, rows] of Object.entries(tables)) {
    const copy = before.get(name) as ReturnType<typeof copyOf>;
    for (const column in rows.columns) {
      const now = columnOf(rows, column).subarray(0, rows.count * rows.width);
      const then = copy.columns.get(column) as typeof now;
      if (now.length !== then.length || now.some((value, at) => !Object.is(value, then[at])))
        names.push(`${name}.${column}`);
    }
  }
  return names;
}

interface Seen {
  touched: Set<string>;
  changed: Set<string>;
}

/** Plays a lively world mechanism by mechanism and notes what each touches and changes. */
function observeAll(): Map<string, Seen> {
  const seen = new Map<string, Seen>(SCHEDULE.map(({ id }) => [id, { touched: new Set(), changed: new Set() }]));
  for (const [scenario, settings] of [
    ["honduras", LIVELY],
    [
      "honduras",
      {
        ...LIVELY,
        "phases.sequence": "strategicFirst",
        "region.trust": 0.3,
        "region.law": 0.1,
        "fees.schedule": "flat",
        "leaders.on": true,
        "feedback.on": true,
      },
    ],
    ["italian-district", { "firms.count": 200 }],
    ["honduras", { ...LIVELY, ...OUTWARD, "exports.hazard.first": 0.1 }],
    [
      "honduras",
      {
        ...LIVELY,
        "trust.rule": "klosNooteboom",
        "leaders.on": true,
        "leaders.start": 24,
        "feedback.on": true,
        "sanctions.watch": 0,
        "sanctions.watch.law": 0,
      },
    ],
    [
      "honduras",
      { ...LIVELY, "brokers.training": true, "training.every": 6, "brokerLearning.on": true, "unit.on": true },
    ],
    [EVERYTHING, { ...LIVELY, "phases.planning": 1, "phases.pilot": 4 }],
  ] as const) {
    const run = runOf(scenario, settings);
    const world = worldOf(run);
    const random = new Random(run.plan.seed);
    for (let month = 1; month <= MONTHS; month++) {
      world.month = month;
      for (const mechanism of SCHEDULE) {
        const { touched, changed: moved } = seen.get(mechanism.id) as Seen;
        const before = new Map(Object.entries(world.tables).map(([name, rows]) => [name, copyOf(rows)]));
        mechanism.step({
          world: watched(world, touched),
          settings: run.plan.settings[mechanism.id] ?? {},
          month,
          random,
          draws: (purpose) => random.stream(`${mechanism.id}.${purpose}`, month),
        });
        for (const column of changed(world.tables, before)) moved.add(column);
      }
    }
  }
  return seen;
}

describe("every mechanism keeps its word", () => {
  const seen = observeAll();
  for (const mechanism of SCHEDULE) {
    const { touched, changed: moved } = seen.get(mechanism.id) as Seen;
    test(`${mechanism.id} changes only what it declares to write`, () => {
      expect([...moved].filter((column) => !covers(mechanism.writes, column))).toEqual([]);
    });
    test(`${mechanism.id} looks only at what it declares`, () => {
      const declared = [...mechanism.reads, ...mechanism.writes];
      expect([...touched].filter((column) => !covers(declared, column))).toEqual([]);
    });
    test(`${mechanism.id} declares nothing that it never touches`, () => {
      const idle = [...mechanism.reads, ...mechanism.writes].filter((column) =>
        column.endsWith(".*")
          ? ![...touched].some((name) => name.startsWith(column.slice(0, -1)))
          : !touched.has(column),
      );
      expect(idle).toEqual([]);
    });
    test(`${mechanism.id} says what it stands for`, () => {
      for (const text of [mechanism.title, mechanism.claim, mechanism.source]) expect(text.length).toBeGreaterThan(2);
    });
  }
  test("ids are the names of groups and are used once", () => {
    expect(new Set(SCHEDULE.map(({ id }) => id)).size).toBe(SCHEDULE.length);
  });
});
