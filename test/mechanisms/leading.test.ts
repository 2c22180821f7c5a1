import { describe, expect, test } from "vitest";
import { leaders } from "../../sim/mechanisms/leaders.ts";
import { Random } from "../../sim/kernel/random.ts";
import { weakestIndicator } from "../../sim/world/weakest.ts";
import { LIVELY, hashAfter, runOf, worldOf } from "../worlds.ts";
import { effectOf } from "./direction.ts";

const MONTHS = 60;

/** A lively world in its 20th month, and its first running network. */
function running() {
  const run = runOf("honduras", LIVELY);
  run.playTo(20);
  const world = worldOf(run);
  const g = world.networks.project.findIndex((project, at) => project > 0 && world.networks.size[at] > 2);
  return {
    world,
    g,
    members: Array.from({ length: world.networks.size[g] }, (_, at) => world.seats.member[g * world.seats.width + at]),
  };
}

describe("leaders", () => {
  const settings = { on: true, start: 0, end: 1200, term: 24, example: 0.5, autonomy: 0.1 };
  const step = (world: ReturnType<typeof worldOf>) =>
    leaders.step({
      world,
      settings,
      month: world.month,
      random: new Random("1"),
      draws: () => new Random("1").stream("x", 0),
    });

  test("the only one who gave leads, and the others come half the way to what it gave", () => {
    const { world, g, members } = running();
    for (const i of members) {
      world.firms.contribution[i] = 0;
      world.firms.belief[i] = 0.2;
    }
    world.firms.contribution[members[2]] = 0.8;
    world.networks.autonomy[g] = 0.5;
    step(world);
    expect(world.networks.leader[g]).toBe(members[2]);
    expect(members.map((i) => world.firms.belief[i])).toEqual(
      members.map((_, at) => (at === 2 ? 0.2 : 0.2 + 0.5 * (0.8 - 0.2))),
    );
    expect(world.networks.autonomy[g]).toBeCloseTo(0.5 + 0.1 * 0.8 * 0.5, 12);
  });

  test("a leader stays for its term, and is followed when it has left", () => {
    const { world, g, members } = running();
    step(world);
    const first = world.networks.leader[g];
    for (const i of members) world.firms.contribution[i] = i === first ? 0 : 1;
    step(world);
    expect(world.networks.leader[g]).toBe(first);
    world.firms.joined[first] = world.month + 1; // another firm in the same workshop
    step(world);
    expect(world.networks.leader[g]).not.toBe(first);
  });

  test("an example and a lesson of nothing is no leader for the firms", () => {
    const run = (settings: object) => {
      const played = runOf("honduras", { ...LIVELY, ...settings });
      played.playTo(40);
      return Array.from(worldOf(played).firms.sales);
    };
    expect(run({ "leaders.on": true, "leaders.example": 0, "leaders.autonomy": 0 })).toEqual(run({}));
  });

  test("networks with a leader outlive their broker more often", () => {
    const common = { ...LIVELY, "fees.schedule": "none" };
    expect(effectOf("networks.alive", "honduras", MONTHS, common, { "leaders.on": true })).toBeGreaterThan(2);
  });
});

describe("evaluation shown to brokers", () => {
  test("the weakest indicator is that of which least is achieved", () => {
    const { world, g, members } = running();
    const { firms, networks } = world;
    for (const i of members) {
      firms.openness[i] = 0;
      firms.quality[i] = 0;
      firms.stage[i] = 0;
      firms.productivity[i] = firms.baseProductivity[i] - 1;
    }
    networks.manager[g] = 1;
    expect(weakestIndicator(world, g)).toBe(4); // production
  });

  test("hours of no effect leave the firms as they are", () => {
    const nothing = { "feedback.on": true, "feedback.share": 0, "feedback.talk": 0, "brokers.skill": 0 };
    const run = (settings: object) => {
      const played = runOf("honduras", { ...LIVELY, "brokers.skill": 0, ...settings });
      played.playTo(12);
      return Array.from(worldOf(played).firms.knowledge);
    };
    expect(run(nothing)).toEqual(run({}));
  });

  test("members' work gets better", () => {
    expect(effectOf("quality.horizontal.change", "honduras", 48, LIVELY, { "feedback.on": true })).toBeGreaterThan(3);
  });
});

describe("entry of the unit", () => {
  test("without standing or nearness to gain, every entrance is the same", () => {
    const neutral = { ...LIVELY, "brokers.entry.standing": 0, "brokers.entry.nearness": 0 };
    const none = hashAfter(40, "honduras", { ...neutral, "brokers.entry": "none" });
    for (const entry of ["ministry", "agency", "association", "firms"])
      expect(hashAfter(40, "honduras", { ...neutral, "brokers.entry": entry })).toBe(none);
  });

  test("near to firms, brokers bring more of them to a table; with standing, they trust each other more", () => {
    const effect = (measure: string, settings: Record<string, number>) =>
      effectOf(
        measure,
        "honduras",
        24,
        { ...LIVELY, ...settings, "brokers.entry": "ministry" },
        { "brokers.entry": "firms" },
      );
    expect(effect("networks.brokered", { "brokers.entry.standing": 0, "brokers.entry.nearness": 0.6 })).toBeGreaterThan(
      3,
    );
    expect(effect("trust.population", { "brokers.entry.standing": 0.6, "brokers.entry.nearness": 0 })).toBeLessThan(0);
    expect(effect("trust.neighbours", { "brokers.entry.standing": 0.6, "brokers.entry.nearness": 0 })).toBeLessThan(0);
  });
});

describe("clusters that grew by spin-offs", () => {
  const sizes = (settings: object) => {
    const { cells } = worldOf(runOf("zhejiang", { "firms.count": 900, ...settings }));
    return Array.from({ length: cells.count }, (_, c) => cells.starts[c + 1] - cells.starts[c]).filter(
      (size) => size > 0,
    );
  };

  test("no founder is as the shares say; a founder for every firm too", () => {
    const equal = sizes({ "firms.founders": 0 });
    expect(equal.reduce((sum, size) => sum + size, 0)).toBe(900);
    expect(sizes({ "firms.founders": 900 })).toEqual(equal);
  });

  test("few founders make a few large clusters and many small ones, of as many firms in all", () => {
    const one = sizes({ "firms.founders": 1 });
    const ten = sizes({ "firms.founders": 10 });
    for (const each of [one, ten]) expect(each.reduce((sum, size) => sum + size, 0)).toBe(900);
    expect(Math.max(...one)).toBeGreaterThan(Math.max(...ten));
    expect(Math.max(...one) / (900 / one.length)).toBeGreaterThan(2.5);
    expect(Math.min(...one)).toBeLessThan(10);
  });
});
