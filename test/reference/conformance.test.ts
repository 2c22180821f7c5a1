import { describe, expect, test } from "vitest";
import type { Model, RunPlan } from "../../sim/index.ts";
import { MODELS, Run, parametersOf } from "../../sim/index.ts";
import type { AnyColumn, TableParts } from "../../sim/kernel/columns.ts";
import { columnOf } from "../../sim/kernel/columns.ts";
import type { WorldParts } from "../../sim/kernel/mechanism.ts";
import type { Value } from "../../sim/kernel/params.ts";
import { Random } from "../../sim/kernel/random.ts";
import { planOf } from "../worlds.ts";

/** Every reference model keeps the word of its declarations. */

const MONTHS = 24;

/** Small worlds, and for each parameter another value at which something must change. */
const SMALL: Readonly<Record<string, Record<string, Value>>> = {
  "dyadic-trust": { "firms.count": 400 },
  "nowak-may": { "board.side": 40 },
  "team-assembly": { idle: 10 },
  "public-goods": { "game.groups": 30, "sanctions.fines": true },
};
const OTHER: Readonly<Record<string, Record<string, Value>>> = {
  "dyadic-trust": {
    "firms.count": 300,
    "trust.start": 0.4,
    "game.joint": 1.5,
    "game.alone": -0.8,
    "game.freeRide": 2,
    "game.search": 0.2,
    "game.distance": 2,
    "meetings.precision": 4,
    "contributions.base": 0,
    "contributions.trust": 1,
    "gossip.chance": 0.5,
    "learning.gain": 0.3,
    "learning.loss": 0.5,
    "learning.hearsay": 1,
  },
  "nowak-may": { b: 1.5, "board.side": 41, "board.cooperators": 0.5 },
  "team-assembly": { p: 0.7, q: 0.2, m: 5, idle: 20 },
  "public-goods": {
    "game.groups": 31,
    "game.size": 5,
    "game.return": 0.7,
    "game.belief": 0.9,
    "sanctions.fines": false,
    "sanctions.fine": 1,
    "sanctions.seen": 0.1,
    "sanctions.start": 10,
    "contribution.slope": 0.5,
    "contribution.noise": 0.5,
    "beliefs.learning": 0.9,
  },
};

function plan(model: Model, settings: Record<string, Value> = {}, without: string[] = []): RunPlan {
  return planOf(`reference/${model.id}`, { ...SMALL[model.id], ...settings }, without);
}

function played(of: RunPlan, measures = true): Run {
  const run = new Run(of, { measures, decisions: false });
  run.playTo(MONTHS);
  return run;
}

/** A world whose tables tell which columns are touched. */
function watched(world: WorldParts, touched: Set<string>): WorldParts {
  const spies = Object.fromEntries(
    Object.entries(world.tables).map(([name, rows]) => [
      name,
      new Proxy(rows, {
        get(target, key) {
          if (typeof key === "string" && key in target.columns) touched.add(`${name}.${key}`);
          return Reflect.get(target, key) as unknown;
        },
      }),
    ]),
  );
  return Object.assign(Object.create(world) as WorldParts, { tables: spies });
}

/** All bytes of a table, rows beyond the count among them, for a column may be written before its row is counted. */
function bytesOf(rows: TableParts): Map<string, AnyColumn> {
  return new Map(Object.keys(rows.columns).map((column) => [column, columnOf(rows, column).slice()]));
}

/** Columns of which any byte is another; rows that a table has grown by count as start values before. */
function changedColumns(name: string, rows: TableParts, before: Map<string, AnyColumn>): string[] {
  return Object.entries(rows.columns).flatMap(([column, { start }]) => {
    const then = before.get(column)!;
    const isSame = columnOf(rows, column).every((value, at) => Object.is(value, at < then.length ? then[at] : start));
    return isSame ? [] : [`${name}.${column}`];
  });
}

const REFERENCES = MODELS.filter((model) => model.id in SMALL);

test("all four are there", () => expect(REFERENCES.map(({ id }) => id)).toEqual(Object.keys(SMALL)));

for (const model of REFERENCES) {
  describe(model.id, () => {
    test("each mechanism reads and writes what it says, and nothing else", () => {
      const { world, plan: resolved } = new Run(plan(model));
      const random = new Random(resolved.seed);
      const touched = new Map(model.schedule.map(({ id }) => [id, new Set<string>()]));
      const written = new Map(model.schedule.map(({ id }) => [id, new Set<string>()]));
      for (let month = 1; month <= MONTHS; month++) {
        world.month = month;
        for (const mechanism of model.schedule) {
          const before = Object.entries(world.tables).map(([name, rows]) => [name, rows, bytesOf(rows)] as const);
          mechanism.step({
            world: watched(world, touched.get(mechanism.id)!),
            settings: resolved.settings[mechanism.id] ?? {},
            month,
            random,
            draws: (purpose) => random.stream(`${mechanism.id}.${purpose}`, month),
          });
          for (const [name, rows, bytes] of before) {
            for (const column of changedColumns(name, rows, bytes)) written.get(mechanism.id)!.add(column);
          }
        }
      }
      for (const { id, reads, writes } of model.schedule) {
        expect([...touched.get(id)!].sort(), id).toEqual([...new Set([...reads, ...writes])].sort());
        expect([...written.get(id)!].sort(), id).toEqual([...writes].sort());
      }
    });

    test("every parameter is alive", () => {
      const paths = [...parametersOf(model).keys()];
      expect(paths.sort()).toEqual(Object.keys(OTHER[model.id]).sort());
      const base = played(plan(model));
      for (const [path, value] of Object.entries(OTHER[model.id])) {
        expect(played(plan(model, { [path]: value })).hash(), path).not.toBe(base.hash());
      }
    });

    test("the same seed gives the same bytes, observed or not; another seed gives others", () => {
      const hash = played(plan(model)).hash();
      expect(played(plan(model)).hash()).toBe(hash);
      expect(played(plan(model), false).hash()).toBe(hash);
      expect(played(plan(model, { seed: "another" })).hash()).not.toBe(hash);
    });

    test("a snapshot brings world and memory back", () => {
      const run = new Run(plan(model));
      run.playTo(MONTHS / 2);
      const snapshot = run.snapshot();
      run.playTo(MONTHS);
      const [hash, measures] = [run.hash(), run.measures()];
      run.restore(snapshot);
      expect(run.hash()).not.toBe(hash);
      run.playTo(MONTHS);
      expect([run.hash(), run.measures()]).toEqual([hash, measures]);
    });

    test("any mechanism can be left out", () => {
      const hash = played(plan(model)).hash();
      for (const { id } of model.schedule) expect(played(plan(model, {}, [id])).hash(), id).not.toBe(hash);
    });

    test("has a value or null for every measure at month 0", () => {
      for (const value of Object.values(new Run(plan(model)).measures())) {
        expect(value === null || Number.isFinite(value)).toBe(true);
      }
    });
  });
}
