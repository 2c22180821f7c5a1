import { describe, expect, it } from "vitest";
import { MEASURES, MeasureLog, phasesByMonth, remember, storyOf, unionOf } from "../../sim/observe/index.ts";
import * as journal from "../../sim/world/journal.ts";
import { DORMANT, PILOT, PILOT_PROJECT, PLANNING, SELF_MANAGED, dissolve, seat } from "../../sim/world/networks.ts";
import { openHonduras } from "./realWorld.ts";
import { change, found, inOneCell, tinyWorld } from "./tinyWorld.ts";
import { pass } from "./value.ts";

const rules = {
  brokers: { count: 2, start: 6, end: 66, caseload: 8 },
  sanctions: { fines: true, fine: 2 },
  fees: { schedule: "rising", free: 6 },
};

/** Two networks: one goes from planning to its end, one begins in month 4 and stays in its pilot. */
function history() {
  const world = tinyWorld({ firms: inOneCell(8), brokers: 1 });
  const memory = remember(world);
  world.month = 1;
  const g = found(world, [0, 1, 2], { phase: PLANNING, led: 1, broker: 0 });
  world.month = 0;
  pass(world, memory, 3);
  change(world, g, { phase: PILOT, phaseSince: 4, project: PILOT_PROJECT, projectSince: 4, started: 4 });
  world.month = 4;
  seat(world, g, 3);
  found(world, [5, 6], { phase: PILOT, project: PILOT_PROJECT });
  journal.note(world, journal.RECRUITED, g, 3);
  world.month = 3;
  pass(world, memory, 5);
  change(world, g, { phase: DORMANT, phaseSince: 6 });
  pass(world, memory, 6);
  change(world, g, { phase: SELF_MANAGED, phaseSince: 7 });
  pass(world, memory, 7);
  world.month = 8;
  dissolve(world, g);
  journal.note(world, journal.ENDED, g);
  world.month = 7;
  pass(world, memory, 9);
  return { world, memory };
}

describe("a story", () => {
  it("tells when each phase of each network began", () => {
    const { world, memory } = history();
    const story = storyOf(world, memory, rules, 120);
    expect(story.month).toBe(9);
    expect(story.networks).toEqual([
      {
        row: 0,
        region: 0,
        sector: 0,
        brokered: true,
        phases: [
          { phase: 0, from: 1 },
          { phase: 1, from: 4 },
          { phase: 4, from: 6 },
          { phase: 3, from: 7 },
          { phase: 5, from: 8 },
        ],
      },
      { row: 1, region: 0, sector: 0, brokered: false, phases: [{ phase: 1, from: 4 }] },
    ]);
    expect(story.events.map(({ month, kind }) => [month, kind])).toEqual([
      [4, "recruited"],
      [8, "dissolved"],
    ]);
  });

  it("draws the programme as planned, within the horizon", () => {
    const { world, memory } = history();
    const bars = (settings: Parameters<typeof storyOf>[2], months: number) =>
      storyOf(world, memory, settings, months).programme;
    expect(bars(rules, 120)).toEqual([
      { kind: "brokers", from: 6, to: 66 },
      { kind: "fee", from: 12, to: 66 },
      { kind: "fines", from: 0, to: 120 },
    ]);
    expect(bars({ ...rules, fees: { schedule: "flat", free: 6 } }, 30)).toEqual([
      { kind: "brokers", from: 6, to: 30 },
      { kind: "fee", from: 6, to: 30 },
      { kind: "fines", from: 0, to: 30 },
    ]);
    expect(
      bars({ ...rules, brokers: { ...rules.brokers, count: 0 }, sanctions: { fines: true, fine: 0 } }, 120),
    ).toEqual([]);
    expect(bars({ ...rules, fees: { schedule: "none", free: 6 }, sanctions: { fines: false, fine: 2 } }, 8)).toEqual([
      { kind: "brokers", from: 6, to: 8 },
    ]);
  });
});

describe("the union of groups", () => {
  it("holds everyone who was ever a member, once", () => {
    const { world, memory } = history();
    expect(unionOf(memory)).toEqual({ starts: Int32Array.of(0, 4, 6), members: Int32Array.of(0, 1, 2, 3, 5, 6) });
    world.month = 10;
    world.seats.member[world.seats.width + 2] = -1;
    seat(world, 1, 7);
    world.month = 9;
    pass(world, memory, 10);
    expect([...unionOf(memory).members]).toEqual([0, 1, 2, 3, 5, 6, 7]);
  });
});

describe("series", () => {
  it("counts networks by phase from month 0", () => {
    const { memory } = history();
    expect(phasesByMonth(memory, 8)).toEqual([
      [0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 2, 0, 0, 0],
      [0, 2, 0, 0, 0],
      [0, 1, 0, 0, 1],
      [0, 1, 0, 1, 0],
      [0, 1, 0, 0, 0],
    ]);
    expect(phasesByMonth(memory, 500)).toHaveLength(10);
  });

  it("keeps the months that were noted, and the last value of a month that was played again", () => {
    const { world, memory } = history();
    const log = new MeasureLog(MEASURES.filter(({ id }) => id === "networks.alive" || id === "networks.firstMonth"));
    log.note(world, memory);
    world.month = 11;
    log.note(world, memory);
    world.networks.project[1] = 0;
    log.note(world, memory);
    expect(log.upTo(20)).toEqual({
      months: [9, 11],
      measures: { "networks.alive": [1, 0], "networks.firstMonth": [4, 4] },
    });
    expect(log.upTo(10).months).toEqual([9]);
  });

  it("agrees with the phases of the story, month by month, in Honduras", () => {
    const run = openHonduras("3", { "firms.count": 600, "brokers.end": 40 });
    run.playTo(70);
    const counts = phasesByMonth(run.memory, 70);
    const { networks } = storyOf(run.world, run.memory, run.settings, 70);
    expect(networks.length).toBeGreaterThan(5);
    for (let month = 0; month <= 70; month++) {
      const told = [0, 0, 0, 0, 0, 0];
      for (const { phases } of networks) {
        const now = phases.filter(({ from }) => from <= month).at(-1);
        if (now) told[now.phase] += 1;
      }
      expect(told.slice(0, 5)).toEqual(counts[month]);
    }
    for (const { phases } of networks) {
      for (let at = 1; at < phases.length; at++) expect(phases[at].from).toBeGreaterThan(phases[at - 1].from);
    }
  });
});
