import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gini } from "../../sim/observe/effects.ts";
import { remember } from "../../sim/observe/index.ts";
import { NO_PROJECT, PILOT, PILOT_PROJECT, unseat } from "../../sim/world/networks.ts";
import type { Value } from "../../sim/contract.ts";
import { reportedSales } from "../../sim/world/reporting.ts";
import { LIVELY, runOf } from "../worlds.ts";
import { change, found, inOneCell, tinyWorld } from "./tinyWorld.ts";
import { pass, value } from "./value.ts";

const programme = (start: number, end: number) => ({ brokers: { start, end } });
const led = { phase: PILOT, project: PILOT_PROJECT, started: 1, led: 1, broker: 0 };

describe("change since the programme began", () => {
  it("compares members and others with themselves, and leaves out who closed or opened since", () => {
    const world = tinyWorld({ firms: inOneCell(7), rules: programme(2, 5) });
    const { firms } = world;
    const memory = remember(world);
    pass(world, memory, 1);
    firms.sales.set([10, 20, 30, 40, 50, 60, 70]);
    firms.workers.set([1, 2, 3, 4, 5, 6, 7]);
    firms.assets.set([2, 2, 2, 2, 2, 2, 2]);
    expect(value("sales.members.change", world, memory)).toBeNull();
    expect(value("sales.others.change", world, memory)).toBeNull();
    pass(world, memory, 2);
    expect(value("sales.members.change", world, memory)).toBeNull();
    expect(value("sales.others.change", world, memory)).toBe(0);

    found(world, [0, 1, 2, 3], led);
    pass(world, memory, 3);
    unseat(world, 3); // has been a member since the start, so it counts as one
    firms.sales.set([20, 25, 99, 40, 75, 60, 99]);
    firms.workers.set([3, 2, 99, 4, 10, 6, 99]);
    firms.assets.set([3, 4, 99, 2, 2, 2, 99]);
    firms.born[2] = 4; // other firms in the rows of two that closed
    firms.born[6] = 4;
    firms.alive[5] = 0; // closed
    pass(world, memory, 4);
    expect(value("sales.members.change", world, memory)).toBeCloseTo((20 + 25 + 40) / (10 + 20 + 40) - 1, 15);
    expect(value("jobs.members.change", world, memory)).toBeCloseTo((3 + 2 + 4) / (1 + 2 + 4) - 1, 15);
    expect(value("assets.members.change", world, memory)).toBeCloseTo((3 + 4 + 2) / 6 - 1, 15);
    expect(value("sales.others.change", world, memory)).toBeCloseTo(75 / 50 - 1, 15);
    // gains 10, 5 and 0: (2 x 10 - 2 x 0) / (3 x 15)
    expect(value("gains.gini", world, memory)).toBeCloseTo(20 / 45, 15);
  });

  it("counts from the set-up where the programme starts at 0, also for who was a member then and left", () => {
    const world = tinyWorld({ firms: inOneCell(2), rules: programme(0, 0) });
    found(world, [0], led);
    const memory = remember(world);
    unseat(world, 0);
    world.firms.sales[0] = 30;
    pass(world, memory, 1);
    expect(value("sales.members.change", world, memory)).toBe(2);
  });
});

describe("sales.naiveBestSix.change", () => {
  it("takes the six best brokered networks that run, over members who were there at the start", () => {
    const world = tinyWorld({ firms: inOneCell(20), brokers: 1, rules: programme(1, 4) });
    const { firms } = world;
    const memory = remember(world);
    pass(world, memory, 1);
    for (let g = 0; g < 8; g++) found(world, [2 * g, 2 * g + 1], led);
    const alone = found(world, [16, 17], { ...led, led: 0, broker: -1 });
    const asleep = found(world, [18, 19], { ...led, project: NO_PROJECT });
    expect([alone, asleep]).toEqual([8, 9]);
    for (let i = 0; i < 20; i++) firms.sales[i] = 10 + Math.floor(i / 2); // network g: +10 % x g
    firms.sales[18] = firms.sales[19] = 1000;
    firms.sales[15] = 500; // a firm born later in network 7: only its partner counts
    firms.born[15] = 2;
    pass(world, memory, 3);
    const bestSix = (0.7 + 0.6 + 0.5 + 0.4 + 0.3 + 0.2) / 6;
    expect(value("sales.naiveBestSix.change", world, memory)).toBeCloseTo(bestSix, 12);
    pass(world, memory, 4);
    firms.sales.fill(1000);
    change(world, 7, { project: NO_PROJECT });
    pass(world, memory, 6);
    expect(value("sales.naiveBestSix.change", world, memory)).toBeCloseTo(bestSix, 12);
  });

  it("takes the mean of fewer where there are fewer, and is 0 where there is none", () => {
    const world = tinyWorld({ firms: inOneCell(4), rules: programme(0, 10) });
    const memory = remember(world);
    expect(value("sales.naiveBestSix.change", world, memory)).toBe(0);
    found(world, [0, 1], led);
    found(world, [2, 3], led);
    world.firms.sales.set([15, 15, 10, 30]);
    expect(value("sales.naiveBestSix.change", world, memory)).toBeCloseTo((0.5 + 1) / 2, 12);
  });
});

describe("what firms report", () => {
  it("bends the programme's own count alone, and a legal form makes firms hide less", () => {
    const world = tinyWorld({
      firms: inOneCell(4),
      brokers: 1,
      rules: { ...programme(1, 9), reporting: { hiding: 0.5, legal: 0.5 } },
    });
    const { firms, books } = world;
    books.reserve.set([1, 0.5, 0, 1]);
    const memory = remember(world);
    pass(world, memory, 1);
    expect([0, 1, 2, 3].map((i) => reportedSales(world, i))).toEqual([5, 7.5, 10, 5]);
    const g = found(world, [0, 1], led);
    firms.sales.fill(12);
    pass(world, memory, 3);
    expect(value("sales.naiveBestSix.change", world, memory)).toBeCloseTo(0.2, 12);
    change(world, g, { legal: 1 }); // they now show 9 and 10.5 of 12
    expect(value("sales.naiveBestSix.change", world, memory)).toBeCloseTo(19.5 / 12.5 - 1, 12);
    expect(value("sales.members.change", world, memory)).toBeCloseTo(0.2, 12);
  });

  it("changes no byte of the state, and shows in a real programme", () => {
    const run = (settings: Record<string, Value>) => {
      const played = runOf("honduras", { ...LIVELY, "legalStatus.rate": 1, ...settings });
      played.playTo(45);
      return { hash: played.hash(), measures: played.measures() };
    };
    const honest = run({});
    const hiding = run({ "reporting.hiding": 0.5 });
    expect(hiding.hash).toBe(honest.hash);
    const naive = (of: typeof honest) => of.measures["sales.naiveBestSix.change"] as number;
    expect(naive(hiding)).toBeGreaterThan(naive(honest) + 0.05);
    const others = ({ measures }: typeof honest) => ({ ...measures, "sales.naiveBestSix.change": 0 });
    expect(others(hiding)).toEqual(others(honest));
  });
});

describe("gini", () => {
  it("gives known values", () => {
    expect(gini(Float64Array.of())).toBe(0);
    expect(gini(Float64Array.of(0, 0))).toBe(0);
    expect(gini(Float64Array.of(3, 3, 3))).toBe(0);
    expect(gini(Float64Array.of(0, 0, 0, 8))).toBe(0.75);
    expect(gini(Float64Array.of(4, 1, 3, 2))).toBe(0.25);
  });

  it("is half the mean difference of all pairs over the mean, whatever the order and unit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const sum = values.reduce((a, b) => a + b, 0);
          fc.pre(sum > 1e-6);
          let differences = 0;
          for (const a of values) for (const b of values) differences += Math.abs(a - b);
          expect(gini(Float64Array.from(values))).toBeCloseTo(differences / (2 * values.length * sum), 10);
        },
      ),
    );
  });
});
