import { describe, expect, it } from "vitest";
import { remember } from "../../sim/observe/index.ts";
import { PILOT, PILOT_PROJECT, loseBroker } from "../../sim/world/networks.ts";
import { found, inOneCell, tinyWorld } from "./tinyWorld.ts";
import { pass, value } from "./value.ts";

const led = { phase: PILOT, project: PILOT_PROJECT, started: 0, led: 1, broker: 0 };

describe("cost of the programme", () => {
  it("is set against brokered networks and against the years they ran alone", () => {
    const world = tinyWorld({ firms: inOneCell(9), brokers: 2 });
    const { tally, brokers } = world;
    tally.programme[0] = 120;
    tally.fees[0] = 30;
    brokers.active.set([1, 1]);
    const memory = remember(world);
    expect(value("cost.programme", world, memory)).toBe(120);
    expect(value("cost.perNetwork", world, memory)).toBe(120);
    expect(value("cost.perSurvivingNetworkYear", world, memory)).toBe(120);
    expect(value("funding.public.share", world, memory)).toBe(0.75);
    tally.membership[0] = 30;
    expect(value("funding.public.share", world, memory)).toBe(0.5);
    expect(value("brokers.active", world, memory)).toBe(2);

    const first = found(world, [0, 1, 2], led);
    found(world, [3, 4, 5], led);
    found(world, [6, 7, 8], { ...led, led: 0, broker: -1 });
    expect(value("cost.perNetwork", world, memory)).toBe(60);
    loseBroker(world, first);
    pass(world, memory, 18);
    expect(value("cost.perSurvivingNetworkYear", world, memory)).toBe(120 / 1.5);
  });

  it("is 0 all over where there is no programme", () => {
    const world = tinyWorld({ firms: inOneCell(3) });
    for (const id of ["cost.programme", "cost.perNetwork", "cost.perSurvivingNetworkYear", "funding.public.share"]) {
      expect(value(id, world)).toBe(0);
    }
    expect(value("brokers.active", world)).toBe(0);
  });

  it("is never less than nothing for the public", () => {
    const world = tinyWorld({ firms: [] });
    world.tally.programme[0] = 10;
    world.tally.fees[0] = 11;
    expect(value("funding.public.share", world)).toBe(0);
  });
});
