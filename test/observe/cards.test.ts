import { describe, expect, it } from "vitest";
import type { FirmCard } from "../../sim/contract.ts";
import { brokerCard, firmCard, networkCard, note, remember } from "../../sim/observe/index.ts";
import * as journal from "../../sim/world/journal.ts";
import {
  DISSOLVED,
  DORMANT,
  PILOT,
  PILOT_PROJECT,
  PLANNING,
  STRATEGIC,
  dissolve,
  unseat,
} from "../../sim/world/networks.ts";
import type { World } from "../../sim/world/world.ts";
import { change, found, inOneCell, know, tinyWorld } from "./tinyWorld.ts";

function village() {
  const world = tinyWorld({
    firms: [
      [0, 0],
      [0, 1],
      [0, 0],
      [0, 0],
    ],
    sectors: 2,
  });
  world.month = 20;
  found(world, [2, 0, 3], { phase: PILOT, project: PILOT_PROJECT, started: 3, autonomy: 0.4, quality: 1.2, legal: 1 });
  know(world, 0, 2, { met: 18, forward: [2, 0], back: [0, 2] }); // 0.625 and 0.125
  know(world, 0, 1, { met: 5, forward: [6, 0], back: [0, 0] }); // 0.8125 and 0.25
  world.firms.contribution[0] = 1;
  return world;
}

function cardOf(world: World, i: number): FirmCard {
  return firmCard(world, remember(world), i);
}

describe("a firm's card", () => {
  it("shows the firm and whom it knows, most trusted first", () => {
    expect(cardOf(village(), 0)).toEqual({
      firm: 0,
      born: 0,
      number: 1,
      region: 0,
      sector: 0,
      workers: 6,
      sales: 10,
      network: 0,
      conduct: 2,
      trustInStrangers: 0.25,
      trustInFellows: (0.625 + 0.25) / 2,
      partners: [
        { firm: 1, trust: 0.8125, trustedBack: 0.25, idle: 15 },
        { firm: 2, trust: 0.625, trustedBack: 0.125, idle: 2 },
      ],
      why: null,
      history: [{ month: 20, kind: "joined", network: 0, amount: 0 }],
    });
  });

  it("counts firms within region, sector and month of birth, and has no fellows outside a network", () => {
    const world = village();
    expect(cardOf(world, 1)).toMatchObject({ number: 1, network: -1, conduct: 1, trustInFellows: null });
    expect(cardOf(world, 3).number).toBe(3);
  });

  it("has no fellows where it is alone in its network", () => {
    const world = village();
    found(world, [1], { phase: DORMANT });
    expect(cardOf(world, 1).trustInFellows).toBeNull();
  });
});

describe("a network's card", () => {
  it("shows the network and its members in the order of joining", () => {
    const world = village();
    expect(networkCard(world, remember(world), 0)).toEqual({
      row: 0,
      region: 0,
      sector: 0,
      phase: PILOT,
      since: 20,
      members: [2, 0, 3],
      brokered: false,
      legal: true,
      rules: false,
      fund: 0,
      autonomy: 0.4,
      quality: 1.2,
      founded: 20,
      project: "Generic project",
      broker: -1,
      formerBroker: -1,
      brokerLeft: -1,
      feeShare: 0,
      levy: 0,
      fines: { seen: 0, fined: 0, paid: 0 },
      phases: [{ phase: PILOT, from: 20 }],
      net: expect.objectContaining({ past: [] }),
    });
  });
});

describe("the history of a firm", () => {
  /** Plays a month by hand: what `happen` does is noted at its end. */
  function chronicle(months: Readonly<Record<number, (world: World) => void>>, last: number) {
    const world = tinyWorld({ firms: inOneCell(4) });
    const memory = remember(world);
    for (world.month = 1; world.month <= last; world.month++) {
      months[world.month]?.(world);
      note(memory, world);
    }
    world.month = last;
    return { world, memory };
  }

  it("tells when it joined, was seen, paid, left, and what became of its network", () => {
    const { world, memory } = chronicle(
      {
        2: (now) => void found(now, [0, 1, 2], { phase: PILOT, project: PILOT_PROJECT }),
        5: ({ firms, month }) => {
          firms.caught[1] = month;
          firms.fine[1] = 0.02;
        },
        6: ({ firms, month }) => {
          firms.fine[1] = 0;
          firms.caught[2] = month;
        },
        7: (now) => {
          unseat(now, 2);
          journal.note(now, journal.EXPELLED, 0, 2);
        },
        9: (now) => dissolve(now, 0),
      },
      10,
    );
    const told = (i: number) =>
      firmCard(world, memory, i).history.map(({ month, kind, network }) => [month, kind, network]);
    expect(told(0)).toEqual([
      [2, "joined", 0],
      [9, "ended", 0],
    ]);
    expect(told(1)).toEqual([
      [2, "joined", 0],
      [5, "seen", 0],
      [5, "fined", 0],
      [9, "ended", 0],
    ]);
    expect(told(2).map(([, kind]) => kind)).toEqual(["joined", "seen", "expelled"]);
    expect(told(3)).toEqual([]);
    expect(networkCard(world, memory, 0).fines).toEqual({ seen: 2, fined: 1, paid: expect.closeTo(0.2, 6) });
    expect(networkCard(world, memory, 0).phases.map(({ phase, from }) => [phase, from])).toEqual([
      [PILOT, 2],
      [DISSOLVED, 9],
    ]);
  });

  it("is the firm's own: one that came later in the same workshop has none of it", () => {
    const { world, memory } = chronicle(
      {
        3: ({ firms }) => void (firms.exportStage[0] = 2),
        5: ({ firms }) => void (firms.alive[0] = 0),
        6: ({ firms, month }) => {
          firms.alive[0] = 1;
          firms.born[0] = month;
          firms.exportStage[0] = 0;
        },
        8: ({ firms }) => void (firms.exportStage[0] = 1),
        9: ({ firms }) => void (firms.exportStage[0] = 0),
      },
      10,
    );
    const kinds = firmCard(world, memory, 0).history.map(({ month, kind }) => [month, kind]);
    expect(kinds).toEqual([
      [8, "abroad"],
      [9, "home"],
    ]);
  });

  it("keeps nothing where nobody asks", () => {
    const world = { ...tinyWorld({ firms: inOneCell(2) }), journal: undefined };
    const memory = remember(world);
    found(world, [0, 1]);
    world.month = 1;
    note(memory, world);
    expect([memory.chronicle.count, memory.standing.count]).toEqual([0, 0]);
  });
});

describe("a broker's card", () => {
  it("shows the cases, the work they take, what is left, and whom it trained", () => {
    const world = tinyWorld({ firms: inOneCell(8), brokers: 2 });
    world.month = 9;
    const { brokers, rules } = world;
    brokers.active.fill(1);
    brokers.skill.set([0.6, 0.5]);
    brokers.trainedBy[1] = 0;
    brokers.generation[1] = 2;
    brokers.load[0] = 3;
    found(world, [0, 1], { phase: PLANNING, broker: 0 });
    found(world, [2, 3], { phase: STRATEGIC, broker: 0, started: 4 });
    found(world, [4, 5], { phase: DORMANT, formerBroker: 0, started: 2 });
    found(world, [6, 7], { phase: PILOT, broker: 1, started: 8 });
    change(world, 1, { founded: 2 });
    const card = brokerCard(world, 0, 68);
    expect(card).toMatchObject({
      broker: 0,
      active: true,
      trainedBy: -1,
      trained: [1],
      helped: 2,
      effort: 68,
      load: 3,
    });
    expect(card.capacity).toBe(rules.brokers.caseload);
    expect(card.networks.map(({ network, phase, work, founded }) => [network, phase, work, founded])).toEqual([
      [0, PLANNING, 2, 9],
      [1, STRATEGIC, 1, 2],
    ]);
    expect(card.left.map(({ network, work }) => [network, work])).toEqual([[2, 0]]);
    expect(brokerCard(world, 1, 68)).toMatchObject({ generation: 2, trainedBy: 0, trained: [], helped: 1 });
    // What networks feel of its skill when there are more of them than it can serve.
    brokers.load[0] = 2 * rules.brokers.caseload;
    expect(brokerCard(world, 0, 68).effectiveSkill).toBeCloseTo(0.3, 12);
  });
});
