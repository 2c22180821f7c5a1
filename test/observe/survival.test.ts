import { describe, expect, it } from "vitest";
import { remember } from "../../sim/observe/index.ts";
import {
  DISSOLVED,
  DORMANT,
  NO_PROJECT,
  PILOT,
  PILOT_PROJECT,
  SELF_MANAGED,
  dissolve,
  loseBroker,
} from "../../sim/world/networks.ts";
import { change, found, inOneCell, tinyWorld } from "./tinyWorld.ts";
import { pass, value } from "./value.ts";

const assisted = { phase: PILOT, project: PILOT_PROJECT, started: 1, led: 1, broker: 0 };
const alone = { phase: PILOT, project: PILOT_PROJECT, started: 1 };

describe("what becomes of assisted networks", () => {
  it("tells those lost during assistance from those that run two years after it", () => {
    const world = tinyWorld({ firms: inOneCell(20), brokers: 1 });
    const memory = remember(world);
    const runs = found(world, [0, 1, 2], assisted);
    const sleeps = found(world, [3, 4, 5], { ...assisted, phase: DORMANT, project: NO_PROJECT });
    const ends = found(world, [6, 7, 8], assisted);
    const dies = found(world, [9, 10, 11], assisted);
    found(world, [12, 13, 14], alone);
    pass(world, memory, 9);
    expect(value("networks.dissolvedDuringAssistance.share", world, memory)).toBe(0);
    expect(value("networks.survivalAfterExit24", world, memory)).toBeNull();

    world.month = 10;
    dissolve(world, ends);
    loseBroker(world, ends);
    for (const g of [runs, sleeps, dies]) loseBroker(world, g);
    change(world, runs, { phase: SELF_MANAGED });
    change(world, dies, { phase: SELF_MANAGED });
    world.month = 9;
    pass(world, memory, 20);
    expect(value("networks.dissolvedDuringAssistance.share", world, memory)).toBe(0.5);

    world.month = 21;
    dissolve(world, dies);
    world.month = 20;
    pass(world, memory, 33);
    expect(value("networks.aliveAfterExit24", world, memory)).toBe(0);
    expect(value("networks.survivalAfterExit24", world, memory)).toBeNull();
    pass(world, memory, 34);
    expect(value("networks.aliveAfterExit24", world, memory)).toBe(1);
    expect(value("networks.survivalAfterExit24", world, memory)).toBeCloseTo(1 / 3, 15);

    change(world, runs, { phase: DISSOLVED, project: NO_PROJECT, ended: 35 });
    pass(world, memory, 40);
    expect(value("networks.aliveAfterExit24", world, memory)).toBe(1);
  });

  it("has no shares where no network was assisted", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    found(world, [0, 1, 2], alone);
    expect(value("networks.dissolvedDuringAssistance.share", world)).toBeNull();
    expect(value("networks.survivalAfterExit24", world)).toBeNull();
    expect(value("networks.aliveAfterExit24", world)).toBe(0);
  });
});

describe("networks.hazard.unassisted", () => {
  it("counts months begun without a broker and the ends among them", () => {
    const world = tinyWorld({ firms: inOneCell(12), brokers: 1 });
    const memory = remember(world);
    const first = found(world, [0, 1, 2], alone);
    found(world, [3, 4, 5], alone);
    const helped = found(world, [6, 7, 8], assisted);
    pass(world, memory, 30); // two networks through 29 months each: the first month only shows them
    expect(value("networks.hazard.unassisted", world, memory)).toBeNull();
    pass(world, memory, 31);
    expect(value("networks.hazard.unassisted", world, memory)).toBe(0);

    world.month = 32;
    dissolve(world, first);
    dissolve(world, helped);
    world.month = 31;
    pass(world, memory, 33);
    // 2 x 31 months up to month 32 and one more in month 33; the assisted one that ended does not count
    expect(value("networks.hazard.unassisted", world, memory)).toBeCloseTo(1 / (63 / 12), 15);
  });
});
