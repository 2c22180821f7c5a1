import { expect, test } from "vitest";
import { plannedMemory } from "../../src/bench/planned.ts";

/** `npm run bench -- --only batch` does the same with a design of a million points. */
test("a million planned runs take no more memory than a thousand", async () => {
  const { many, growth } = await plannedMemory({ points: 1000, replicates: 1000 });
  expect(many).toBe(1_000_000);
  expect(growth).toBeLessThan(50e6);
});
