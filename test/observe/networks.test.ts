import { describe, expect, it } from "vitest";
import { remember } from "../../sim/observe/index.ts";
import { DISSOLVED, DORMANT, NO_PROJECT, PILOT, PILOT_PROJECT, PLANNING } from "../../sim/world/networks.ts";
import { change, found, inOneCell, tinyWorld } from "./tinyWorld.ts";
import { pass, value } from "./value.ts";

describe("networks that were formed", () => {
  it("counts those that ever started a project, with and without a broker", () => {
    const world = tinyWorld({ firms: inOneCell(12), brokers: 1 });
    found(world, [0, 1, 2], { started: 9, startSize: 3, project: PILOT_PROJECT, phase: PILOT });
    found(world, [3, 4, 5, 6], { started: 4, startSize: 8, project: PILOT_PROJECT, phase: PILOT, led: 1, broker: 0 });
    found(world, [], { started: 7, startSize: 4, phase: DISSOLVED, led: 1, ended: 30 });
    found(world, [7, 8, 9], { phase: PLANNING, led: 1, broker: 0 });
    expect(value("networks.formed", world)).toBe(3);
    expect(value("networks.spontaneous", world)).toBe(1);
    expect(value("networks.brokered", world)).toBe(2);
    expect(value("networks.alive", world)).toBe(2);
    expect(value("networks.size.mean", world)).toBe(5);
    expect(value("networks.firstMonth", world)).toBe(4);
  });

  it("has no size and no first month where there is none, not even one in planning", () => {
    const world = tinyWorld({ firms: inOneCell(5) });
    found(world, [0, 1, 2], { phase: PLANNING });
    expect(value("networks.formed", world)).toBe(0);
    expect(value("networks.alive", world)).toBe(0);
    expect(value("networks.size.mean", world)).toBeNull();
    expect(value("networks.firstMonth", world)).toBeNull();
  });
});

describe("networks.operative.share", () => {
  it("counts a network for twelve months after the last in which it worked", () => {
    const world = tinyWorld({ firms: inOneCell(6) });
    const memory = remember(world);
    const g = found(world, [0, 1, 2], { phase: PILOT, project: PILOT_PROJECT, started: 0 });
    found(world, [3, 4, 5], { phase: PILOT, project: PILOT_PROJECT, started: 0 });
    pass(world, memory, 3);
    change(world, g, { phase: DORMANT, project: NO_PROJECT });
    pass(world, memory, 15); // it worked in month 4 still, at whose end it fell asleep
    expect(value("networks.operative.share", world, memory)).toBe(1);
    pass(world, memory, 16);
    expect(value("networks.operative.share", world, memory)).toBe(0.5);
    change(world, g, { phase: DISSOLVED, ended: 17 });
    pass(world, memory, 17);
    expect(value("networks.operative.share", world, memory)).toBe(1);
  });

  it("has no value where every network has ended or none was formed", () => {
    const world = tinyWorld({ firms: inOneCell(6) });
    const memory = remember(world);
    expect(value("networks.operative.share", world, memory)).toBeNull();
    found(world, [], { phase: DISSOLVED, started: 1, ended: 2 });
    pass(world, memory, 3);
    expect(value("networks.operative.share", world, memory)).toBeNull();
  });
});
