import { describe, expect, test } from "vitest";
import { HOMES, effectIn } from "./homes.ts";

const PAIRS = 20;

describe("every mechanism moves its measure in its home scenario, t > 3", () => {
  for (const home of HOMES) {
    test(`${home.id}: ${home.sign} ${home.measure} in ${home.scenario}`, () => {
      const { mean, t, n } = effectIn(home, PAIRS);
      console.log(`${home.id}: ${home.measure} ${mean.toPrecision(3)}, t ${t.toFixed(1)}, n ${n}`);
      expect(n).toBeGreaterThanOrEqual(PAIRS - 4);
      expect(t).toBeGreaterThan(3);
    });
  }
});
