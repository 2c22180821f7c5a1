import { describe, expect, it } from "vitest";
import { addRow, columnOf } from "../../sim/kernel/columns.ts";
import { frameOf } from "../../sim/observe/index.ts";
import { NEIGHBOUR, WORLD } from "../../sim/world/abroad.ts";
import * as journal from "../../sim/world/journal.ts";
import {
  DISSOLVED,
  DORMANT,
  NO_PROJECT,
  PILOT,
  PILOT_PROJECT,
  PLANNING,
  STRATEGIC,
  STRATEGIC_PROJECT,
} from "../../sim/world/networks.ts";
import type { World } from "../../sim/world/world.ts";
import { openHonduras } from "./realWorld.ts";
import { change, found, inOneCell, know, tinyWorld } from "./tinyWorld.ts";

const pilot = { phase: PILOT, project: PILOT_PROJECT, started: 0, projectSince: 0 };

/** Month 30: firms 0 to 3 in a pilot, 4 and 5 asleep, 6 and 7 alone, 8 closed. */
function stage(): World {
  const world = tinyWorld({ firms: inOneCell(9), brokers: 2 });
  world.month = 30;
  found(world, [], { phase: DISSOLVED, ended: 12 });
  found(world, [0, 1, 2, 3], { ...pilot, led: 1, broker: 1 });
  found(world, [4, 5], { phase: DORMANT, project: NO_PROJECT, started: 3, formerBroker: 0 });
  world.firms.contribution.set([1, 0.5, 0.49, 0, 1]);
  world.firms.workers.set([4.9, 5, 14.9, 15]);
  world.firms.alive[8] = 0;
  world.brokers.active[1] = 1;
  return world;
}

describe("a frame", () => {
  it("shows conduct, size and membership", () => {
    const { conduct, size, network, born, number, month } = frameOf(stage(), {});
    expect(month).toBe(30);
    expect([...conduct]).toEqual([2, 2, 3, 3, 1, 1, 1, 1, 0]);
    expect([...size]).toEqual([0, 1, 1, 2, 1, 1, 1, 1, 1]);
    expect([...network]).toEqual([1, 1, 1, 1, 2, 2, -1, -1, -1]);
    expect(born).toHaveLength(9);
    expect([...number]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("calls nobody a free rider in the month in which the project begins", () => {
    const world = stage();
    change(world, 1, { started: 30, projectSince: 30 });
    expect([...frameOf(world, {}).conduct].slice(0, 4)).toEqual([1, 1, 1, 1]);
    change(world, 1, { phase: STRATEGIC, project: STRATEGIC_PROJECT });
    expect([...frameOf(world, {}).conduct].slice(0, 4)).toEqual([1, 1, 1, 1]);
    change(world, 1, { phase: PLANNING, project: NO_PROJECT });
    expect([...frameOf(world, {}).conduct].slice(0, 4)).toEqual([1, 1, 1, 1]);
  });

  it("shows each pair in contact within 24 months once, with mean trust", () => {
    const world = stage();
    know(world, 1, 0, { met: 30, forward: [6, 0], back: [0, 0] }); // 0.8125 and 0.25
    know(world, 4, 5, { met: 7 });
    know(world, 6, 7, { met: 6 });
    know(world, 0, 6, { met: 20 });
    const { from, to, trust, idle, inside, betrayed } = frameOf(world, {}).ties;
    expect([...from]).toEqual([0, 0, 4]);
    expect([...to]).toEqual([1, 6, 5]);
    expect(trust[0]).toBeCloseTo((0.8125 + 0.25) / 2, 6);
    expect([...idle]).toEqual([0, 10, 23]);
    expect([...inside]).toEqual([1, 0, 0]);
    expect([...betrayed]).toEqual([0, 0, 0]);
  });

  it("marks ties of a member seen to free-ride, to fellows only, for six months", () => {
    const world = stage();
    know(world, 0, 1, { met: 30 });
    know(world, 1, 6, { met: 30 });
    know(world, 2, 3, { met: 30 });
    world.firms.caught[1] = 25;
    world.firms.caught[3] = 24;
    expect([...frameOf(world, {}).ties.betrayed]).toEqual([1, 0, 0]);
  });

  it("shows living networks, brokers and the watched measures", () => {
    const frame = frameOf(stage(), { "networks.alive": 1 });
    expect(frame.networks).toEqual({
      row: Int32Array.of(1, 2),
      phase: Uint8Array.of(PILOT, DORMANT),
      broker: Int16Array.of(1, -1),
      formerBroker: Int16Array.of(-1, 0),
      size: Uint8Array.of(4, 2),
      region: Uint8Array.of(0, 0),
      sector: Uint8Array.of(0, 0),
      venture: Uint8Array.of(0, 0),
      running: Uint8Array.of(1, 0),
    });
    expect([...frame.brokers]).toEqual([0, 1]);
    expect(frame.measures).toEqual({ "networks.alive": 1 });
  });

  it("shows who supplies which buyer and who sells abroad", () => {
    const world = stage();
    addRow(world.buyers);
    world.buyers.active[0] = 1;
    world.firms.buyer[2] = 0;
    world.firms.exportStage.set([0, 1, 2, 1, 0, 0, 0, 0, 1]);
    world.firms.market.fill(NEIGHBOUR);
    world.firms.market[2] = WORLD;
    const { buyer, abroad, buyers } = frameOf(world, {});
    expect([...buyer]).toEqual([-1, -1, 0, -1, -1, -1, -1, -1, -1]);
    expect([...abroad]).toEqual([0, 1, 2, 1, 0, 0, 0, 0, 0]);
    expect(buyers).toEqual({ region: Uint8Array.of(0), sector: Uint8Array.of(0), active: Uint8Array.of(1) });
  });

  it("tells this month's events, the most telling first", () => {
    const world = stage();
    world.month = 29;
    journal.note(world, journal.STARTED, 2);
    world.month = 30;
    journal.note(world, journal.RECRUITED, 1, 3);
    journal.note(world, journal.REFUSED, -1, 6, 3, 12, 5);
    journal.note(world, journal.REFUSED, -1, 7, 4, 12, 5);
    journal.note(world, journal.STARTED, 1);
    journal.note(world, journal.BROKERS_LEFT, -1);
    const events = frameOf(world, {}).events;
    expect(events.map(({ kind, firm }) => [kind, firm])).toEqual([
      ["brokersLeft", -1],
      ["started", -1],
      ["refused", 7],
      ["refused", 6],
      ["recruited", 3],
    ]);
    expect(events[2]).toEqual({
      month: 30,
      kind: "refused",
      network: -1,
      firm: 7,
      yes: 4,
      asked: 12,
      needed: 5,
      region: 0,
      sector: 0,
    });
    expect(frameOf({ ...world, journal: undefined }, {}).events).toEqual([]);
  });

  it("hands over arrays that are its own", () => {
    const world = openHonduras("1", { "firms.count": 200 });
    world.playTo(20);
    const frame = frameOf(world.world, {});
    const arrays = [frame, frame.ties, frame.networks, frame.buyers]
      .flatMap((part) => Object.values(part) as unknown[])
      .filter((part) => ArrayBuffer.isView(part));
    expect(arrays).toHaveLength(26);
    const buffers = new Set<ArrayBufferLike>(arrays.map(({ buffer }) => buffer));
    expect(buffers.size).toBe(arrays.length);
    for (const { buffer, byteLength } of arrays) expect(buffer.byteLength).toBe(byteLength);
    for (const rows of Object.values(world.world.tables)) {
      for (const column in rows.columns) expect(buffers.has(columnOf(rows, column).buffer)).toBe(false);
    }
  });
});
