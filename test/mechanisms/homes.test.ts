import { describe, expect, test } from "vitest";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import { HOMES, effectIn } from "../long/homes.ts";

/** Short form of `npm run check:mechanisms`: the table is whole, and those that cost little are played. */
const PLAYED = ["grants", "courses", "demand", "search", "training", "contribution", "entry", "legalStatus"];
const PAIRS = 6;

test("every mechanism and institution has a home, in the order of a month", () => {
  expect(HOMES.map(({ id }) => id)).toEqual(SCHEDULE.map(({ id }) => id));
});

describe("a mechanism moves its measure in its home scenario", () => {
  for (const home of HOMES.filter(({ id }) => PLAYED.includes(id))) {
    test(`${home.id}: ${home.sign} ${home.measure} in ${home.scenario}`, () => {
      expect(effectIn(home, PAIRS).t).toBeGreaterThan(3);
    });
  }
});
