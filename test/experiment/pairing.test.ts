import { expect, test } from "vitest";
import { SALES, TRUST, medianOf, ratiosOf } from "../long/ratios.ts";

/** Is pairing worth it? `npm run test:pairing` asks for more levers, firms and months, and prints a table. */

test("where options differ in one lever, half of the ratios of sales and of trust are at most 0.5", async () => {
  const levers = [
    ["fees.schedule", "none"],
    ["sanctions.fines", false],
    ["brokers.count", 6],
    ["phases.assistance", 12],
  ] as const;
  const found = await ratiosOf(levers, { worlds: 20, firms: 250, months: 48, seed: "pairing" });
  for (const { of } of found) expect(Object.values(of).filter((ratio) => ratio !== null).length).toBeGreaterThan(5);
  expect(medianOf(found, SALES)).toBeLessThanOrEqual(0.5);
  expect(medianOf(found, TRUST)).toBeLessThanOrEqual(0.5);
});
