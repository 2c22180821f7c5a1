import { describe, expect, it } from "vitest";
import { MEASURES, note, remember } from "../../sim/observe/index.ts";
import type { MainMemory } from "../../sim/observe/index.ts";
import type { World } from "../../sim/world/world.ts";
import { inOneCell, know, tinyWorld } from "./tinyWorld.ts";

function value(id: string, world: World, memory: MainMemory): number | null {
  return MEASURES.find((measure) => measure.id === id)!.value(world, memory);
}

/** Firm i goes abroad, or changes its stage there. */
function go(world: World, i: number, stage: number, since = world.month): void {
  world.firms.exportStage[i] = stage;
  world.firms.exportSince[i] = stage === 0 ? -1 : since;
}

describe("measures of going abroad, by hand", () => {
  it("counts who sells how much through whom", () => {
    const world = tinyWorld({ firms: inOneCell(40) });
    const memory = remember(world);
    expect(value("exports.share", world, memory)).toBe(0);
    expect(value("sizes.top5.exportShare", world, memory)).toBe(0);
    go(world, 0, 1);
    go(world, 1, 2);
    world.firms.exports.set([2, 6]);
    world.firms.workers[1] = 80;
    world.firms.workers[7] = 90;
    expect(value("exports.total", world, memory)).toBe(8);
    expect(value("exports.share", world, memory)).toBeCloseTo(8 / 400, 12);
    expect(value("exports.firms.share", world, memory)).toBeCloseTo(0.05, 12);
    expect(value("exports.indirect.share", world, memory)).toBeCloseTo(0.25, 12);
    expect(value("sizes.top5.exportShare", world, memory)).toBeCloseTo(0.75, 12);
    world.firms.alive[1] = 0;
    expect(value("exports.total", world, memory)).toBe(2);
  });

  it("follows each time a firm goes abroad, to its end", () => {
    const world = tinyWorld({ firms: inOneCell(6) });
    const memory = remember(world);
    const play = (month: number, change: () => void = () => undefined) => {
      while (world.month < month) {
        world.month += 1;
        if (world.month === month) change();
        note(memory, world);
      }
    };
    play(2, () => {
      go(world, 0, 1);
      go(world, 1, 1);
      go(world, 2, 1);
      go(world, 3, 2);
    });
    play(12, () => go(world, 0, 2, 2));
    play(22, () => go(world, 1, 2, 2));
    play(30, () => go(world, 1, 0));
    play(31, () => (world.firms.alive[3] = 0));
    play(33, () => go(world, 1, 1));
    play(35, () => go(world, 1, 1));
    play(37);
    expect(value("exports.survival36.share", world, memory)).toBe(0);
    play(38);
    expect(value("exports.survival36.share", world, memory)).toBeCloseTo(2 / 4, 12);
    expect(value("exports.branchLag.mean", world, memory)).toBeCloseTo((10 + 20) / 2, 12);
    expect(value("exports.first.indirect.share", world, memory)).toBeCloseTo(5 / 6, 12);
    expect(memory.spells.count).toBe(6);
  });

  it("tells those tied to the two largest firms when the window began from the others", () => {
    const world = tinyWorld({ firms: inOneCell(8), rules: { brokers: { start: 1 } } });
    const memory = remember(world);
    world.firms.workers.set([50, 40]);
    world.firms.knowledge.fill(0.25);
    know(world, 0, 2);
    know(world, 1, 3);
    know(world, 4, 5);
    know(world, 0, 1);
    expect(value("knowledge.tied.change", world, memory)).toBe(0);
    world.month = 1;
    note(memory, world);
    world.month = 2;
    world.firms.knowledge.set([1, 1, 0.75, 0.5, 0.5, 0.25, 0.25, 0.25]);
    know(world, 0, 6);
    world.firms.alive[7] = 0;
    expect(value("knowledge.tied.change", world, memory)).toBeCloseTo((0.5 + 0.25) / 2, 6);
    expect(value("knowledge.untied.change", world, memory)).toBeCloseTo(0.25 / 3, 6);
    expect(value("knowledge.tied.ahead", world, memory)).toBeCloseTo(0.375 - 0.25 / 3, 6);
    world.firms.listed[2] = 1;
    expect(value("knowledge.tied.change", world, memory)).toBeCloseTo(0.25, 6);
  });

  it("adds up partners of all clusters", () => {
    const world = tinyWorld({ firms: inOneCell(3), sectors: 2 });
    world.clusters.partners.set([3, 4]);
    expect(value("partners.found", world, remember(world))).toBe(7);
  });
});
