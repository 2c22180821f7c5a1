import { expect, test } from "vitest";
import type { DyadicWorld } from "../../sim/index.ts";
import { Random, Run } from "../../sim/index.ts";
import { peopleOf, wordsOf } from "../../src/bench/plainObjects.ts";
import { planOf } from "../worlds.ts";
import type { Firm, Tie } from "./plainDyadicTrust.js";
import { makeFirms, playMonth } from "./plainDyadicTrust.js";

/** The fast version against the slow twin: the same rules and draws, and so the same bytes, month by month. */
for (const [firms, months, seed] of [
  [9, 60, "small"],
  [1000, 40, "101"],
  [1000, 40, "Ponte Vecchio"],
] as const) {
  test(`columns and plain objects agree to the byte: ${firms} firms, seed ${seed}`, () => {
    const run = new Run(planOf("reference/dyadic-trust", { "firms.count": firms, seed, months }));
    const { firms: rows, ties, meetings } = (run.world as DyadicWorld).tables;
    const random = new Random(seed);
    const twins = makeFirms(peopleOf(run.world as DyadicWorld));
    const slots = twins.flatMap((firm) => firm.ties);
    const rowOf = new Map<Firm, number>(twins.map((firm, row) => [firm, row]));
    const slotOf = new Map<Tie, number>(slots.map((tie, slot) => [tie, slot]));
    const everySlot = <K extends "complement" | "gain" | "cost" | "trust">(name: K) => ({
      fast: Array.from(ties[name].subarray(0, slots.length)),
      slow: slots.map((tie) => tie[name]),
    });
    for (const name of ["complement", "gain", "cost"] as const) {
      const { fast, slow } = everySlot(name);
      expect(fast).toEqual(slow);
    }
    let met = 0;
    let told = 0;
    for (let month = 1; month <= months; month++) {
      run.step();
      const happened = playMonth(twins, wordsOf(random, month));
      expect(
        Array.from({ length: meetings.count }, (_, m) => [
          meetings.tie[m],
          meetings.partner[m],
          meetings.gave[m],
          meetings.got[m],
          meetings.told[m],
        ]),
      ).toEqual(
        happened.map(({ tie, gave, got, told: heard }) => [
          slotOf.get(tie),
          rowOf.get(tie.to),
          +gave,
          +got,
          heard === undefined ? -1 : slotOf.get(heard),
        ]),
      );
      const { fast, slow } = everySlot("trust");
      expect(fast).toEqual(slow);
      expect(Array.from(rows.capital)).toEqual(twins.map((firm) => firm.capital));
      met += happened.length;
      told += happened.filter((meeting) => meeting.told !== undefined).length;
    }
    expect(met).toBeGreaterThan(firms);
    expect(told).toBeGreaterThan(0);
  });
}
