import { expect, test } from "vitest";
import type { World } from "../../sim/index.ts";
import { Run, resolve } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** A person plays one firm: only that firm's answers and contributions are theirs. */

const SETTINGS = { "firms.count": 200, months: 40, seed: "hand" };

function played(acts: readonly object[]): { run: Run; world: World } {
  const resolved = resolve("honduras", { settings: SETTINGS, acts }, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const run = new Run(resolved.value.plan);
  run.playTo(resolved.value.plan.months);
  return { run, world: run.world as World };
}

function aMember({ firms }: World): number {
  return firms.network.subarray(0, firms.count).findIndex((network) => network >= 0);
}

test("orders that change nothing leave every byte as it is", () => {
  const own = played([]);
  const firm = aMember(own.world);
  expect(firm).toBeGreaterThanOrEqual(0);
  expect(played([{ month: 5, firm }]).run.hash()).toBe(own.run.hash());
});

test("who never joins is in no network, and the others go on", () => {
  const firm = aMember(played([]).world);
  const { world } = played([{ month: 0, firm, joins: false }]);
  expect(world.firms.network[firm]).toBe(-1);
  expect(aMember(world)).toBeGreaterThanOrEqual(0);
});

test("who pays is seen to pay, who skips to skip, from the month of the order", () => {
  const firm = aMember(played([]).world);
  const paid = played([{ month: 0, firm, joins: true, pays: true }]).world;
  const skipped = played([
    { month: 39, firm, pays: false },
    { month: 0, firm, joins: true, pays: true },
  ]).world;
  expect(paid.firms.network[firm]).toBeGreaterThanOrEqual(0);
  expect(paid.firms.contribution[firm]).toBe(1);
  expect(skipped.firms.contribution[firm]).toBe(0);
});

test("orders for nobody, for later and of another form are refused with what to do", () => {
  const resolved = resolve(
    "honduras",
    {
      settings: SETTINGS,
      acts: [
        { month: 41, firm: 3 },
        { month: 1, firm: 200 },
      ],
    },
    CATALOGUE,
  );
  expect(resolved.ok ? [] : resolved.problems.map(({ path }) => path)).toEqual(["acts/0/month", "acts/1/firm"]);
  const other = resolve("honduras", { settings: SETTINGS, acts: [{ month: 1, firm: 2, pays: "yes" }] }, CATALOGUE);
  expect(other.ok ? [] : other.problems.map(({ path }) => path)).toEqual(["acts/0/pays"]);
});
