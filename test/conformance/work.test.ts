import { describe, expect, test } from "vitest";
import { Random } from "../../sim/kernel/random.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import type { World } from "../../sim/index.ts";
import { ALL_ON, COMPACT, LIVELY, runOf, worldOf } from "../worlds.ts";

/** Months that are counted, after months in which networks come to be. */
const BEFORE = 12;
const COUNTED = 6;

/** A list whose uses are counted, one for each element that is read, written or handed on. */
function counted<T extends ArrayLike<number> & object>(list: T, count: (uses: number) => void): T {
  return new Proxy(list, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value === "function") {
        return (...args: unknown[]) => {
          const reply: unknown = (value as (...args: unknown[]) => unknown).apply(target, args);
          const [, from, to] = args as number[];
          if (key === "subarray") count((reply as ArrayLike<number>).length);
          else count((to ?? target.length) - (from ?? 0));
          return reply;
        };
      }
      count(1);
      return value;
    },
    set(target, key, value) {
      count(1);
      return Reflect.set(target, key, value, target);
    },
  });
}

/** The world as one mechanism sees it, each use of a column or of the list of firms by cells counted. */
function watched(world: World, count: (uses: number) => void): World {
  const tables = Object.fromEntries(
    Object.entries(world.tables).map(([name, rows]) => [
      name,
      new Proxy(rows, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key);
          return typeof key === "string" && key in target.columns ? counted(value as Float64Array, count) : value;
        },
      }),
    ]),
  );
  const cells = { ...world.cells, rows: counted(world.cells.rows, count) };
  return Object.assign(Object.create(world) as World, tables, { tables, cells });
}

/** Uses of the world's columns by each mechanism, a firm and month. */
function workOf(firms: number): Map<string, number> {
  // Brokers and lead firms are as many as before: each goes through a cell when it invites.
  const run = runOf(COMPACT, { ...LIVELY, ...ALL_ON, "firms.count": firms });
  run.playTo(BEFORE);
  const world = worldOf(run);
  const random = new Random(run.plan.seed);
  const work = new Map<string, number>();
  for (let month = BEFORE + 1; month <= BEFORE + COUNTED; month++) {
    world.month = month;
    for (const mechanism of SCHEDULE) {
      let uses = 0;
      mechanism.step({
        world: watched(world, (more) => (uses += more)),
        settings: run.plan.settings[mechanism.id] ?? {},
        month,
        random,
        draws: (purpose) => random.stream(`${mechanism.id}.${purpose}`, month),
      });
      work.set(mechanism.id, (work.get(mechanism.id) ?? 0) + uses / (firms * COUNTED));
    }
  }
  return work;
}

describe("no mechanism does more for each firm where there are more firms", () => {
  const small = workOf(150);
  const large = workOf(900);
  for (const { id } of SCHEDULE) {
    test(id, () => {
      // Six times as many firms in the same cells: what compares all with all would do six times as much a firm. Entrants
      // are few and differ from month to month.
      expect(large.get(id) as number).toBeLessThan(2.5 * (small.get(id) as number) + 10);
    });
  }
});
