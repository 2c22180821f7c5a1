import { describe, expect, it } from "vitest";
import { f64, table } from "../../sim/kernel/columns.ts";
import type { Mechanism, Month, WorldParts } from "../../sim/kernel/mechanism.ts";
import { playMonth } from "../../sim/kernel/mechanism.ts";
import { Random } from "../../sim/kernel/random.ts";

function worldOfOne() {
  return {
    tables: { firms: table("firms", { sales: f64({ unit: "kUSD", doc: "for the test", start: 2 }) }, { count: 1 }) },
    month: 0,
  };
}
type World = ReturnType<typeof worldOfOne>;

function mechanism<W extends WorldParts>(id: string, step: (month: Month<W>) => void): Mechanism<W> {
  return { id, title: id, claim: "", source: "", reads: [], writes: [], params: {}, step };
}

/** A mechanism that writes down what it draws. */
function drawer(id: string, drawn: Record<string, number[]>): Mechanism<World> {
  return mechanism(id, ({ draws }) => {
    (drawn[id] ??= []).push(draws("noise").uniform(1, 2), draws("luck").uniform(1, 2));
  });
}

function play(ids: readonly string[], months: number, seed = "1"): Record<string, number[]> {
  const drawn: Record<string, number[]> = {};
  const world = worldOfOne();
  const random = new Random(seed);
  const schedule = ids.map((id) => drawer(id, drawn));
  for (let k = 0; k < months; k++) playMonth(world, schedule, {}, random);
  return drawn;
}

describe("playMonth", () => {
  it("plays mechanisms in the order of the list, each on what the one before left", () => {
    const double = mechanism<World>("double", ({ world }) => void (world.tables.firms.sales[0] *= 2));
    const add = mechanism<World>("add", ({ world }) => void (world.tables.firms.sales[0] += 3));
    const [first, second] = [worldOfOne(), worldOfOne()];
    for (let k = 0; k < 2; k++) {
      playMonth(first, [double, add], {}, new Random("1"));
      playMonth(second, [add, double], {}, new Random("1"));
    }
    expect([first.tables.firms.sales[0], second.tables.firms.sales[0]]).toEqual([17, 26]);
  });

  it("counts the month up before the first mechanism, once for all of them", () => {
    const seen: number[] = [];
    const look = mechanism<World>("look", ({ world, month }) => void seen.push(world.month, month));
    const world = worldOfOne();
    playMonth(world, [look, look], {}, new Random("1"));
    playMonth(world, [look], {}, new Random("1"));
    expect(seen).toEqual([1, 1, 1, 1, 2, 2]);
    playMonth(world, [], {}, new Random("1"));
    expect(world.month).toBe(3);
  });

  it("hands every mechanism its own settings, or none", () => {
    const seen: unknown[] = [];
    const look = (id: string) => mechanism<World>(id, ({ settings }) => void seen.push(settings));
    const settings = { b: { size: 2 }, a: { size: 1 } };
    playMonth(worldOfOne(), [look("a"), look("b"), look("c")], settings, new Random("1"));
    expect(seen).toEqual([{ size: 1 }, { size: 2 }, {}]);
  });

  it("keys draws by mechanism, purpose and month", () => {
    const random = new Random("1");
    const wanted = (id: string) =>
      [1, 2].flatMap((month) =>
        ["noise", "luck"].map((purpose) => random.stream(`${id}.${purpose}`, month).uniform(1, 2)),
      );
    const drawn = play(["join", "leave"], 2);
    expect(drawn).toEqual({ join: wanted("join"), leave: wanted("leave") });
    expect(new Set(Object.values(drawn).flat()).size).toBe(8);
    expect(play(["join"], 2, "2").join).not.toEqual(drawn.join);
  });

  it("leaves a mechanism's draws as they are when others come, go or change places", () => {
    const { join } = play(["join"], 3);
    expect(play(["leave", "join", "exit"], 3).join).toEqual(join);
    expect(play(["exit", "leave", "join"], 3).join).toEqual(join);
  });
});
