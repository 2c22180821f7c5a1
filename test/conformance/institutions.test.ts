import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import { ALL_ON, COMPACT, LIVELY, hashAfter } from "../worlds.ts";

const MONTHS = 20;
const SWITCHED = SCHEDULE.filter(({ params }) => "on" in params).map(({ id }) => id);
const WORLD: Record<string, Value> = { ...LIVELY, ...ALL_ON, "firms.count": 120 };

/** Amid all the other institutions at work, so that nothing of what they share gives it away. */
describe("an institution that is off is as if it were not there, byte for byte", () => {
  const all = hashAfter(MONTHS, COMPACT, WORLD);

  test("there are institutions, and the world has all of them", () => {
    expect(SWITCHED.length).toBeGreaterThan(20);
    expect(SWITCHED.filter((id) => WORLD[`${id}.on`] !== true)).toEqual([]);
  });

  for (const id of SWITCHED) {
    test(id, () => {
      const absent = hashAfter(MONTHS, COMPACT, WORLD, [id]);
      expect(hashAfter(MONTHS, COMPACT, { ...WORLD, [`${id}.on`]: false })).toBe(absent);
      expect(hashAfter(MONTHS, COMPACT, { ...WORLD, [`${id}.end`]: 0 })).toBe(absent);
      expect(hashAfter(MONTHS, COMPACT, { ...WORLD, [`${id}.start`]: MONTHS + 1 })).toBe(absent);
      expect(all).not.toBe(absent);
    });
  }
});
