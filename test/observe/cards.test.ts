import { describe, expect, it } from "vitest";
import { firmCard, networkCard, remember } from "../../sim/observe/index.ts";
import { DORMANT, PILOT, PILOT_PROJECT } from "../../sim/world/networks.ts";
import { found, know, tinyWorld } from "./tinyWorld.ts";

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

describe("a firm's card", () => {
  it("shows the firm and whom it knows, most trusted first", () => {
    expect(firmCard(village(), 0)).toEqual({
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
    });
  });

  it("counts firms within region, sector and month of birth, and has no fellows outside a network", () => {
    const world = village();
    expect(firmCard(world, 1)).toMatchObject({ number: 1, network: -1, conduct: 1, trustInFellows: null });
    expect(firmCard(world, 3).number).toBe(3);
  });

  it("has no fellows where it is alone in its network", () => {
    const world = village();
    found(world, [1], { phase: DORMANT });
    expect(firmCard(world, 1).trustInFellows).toBeNull();
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
      net: expect.objectContaining({ past: [] }),
    });
  });
});
