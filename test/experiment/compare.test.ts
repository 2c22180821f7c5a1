import { expect, test } from "vitest";
import type { Comparison, ComparisonRequest } from "../../sim/index.ts";
import { prepareComparison, runComparison } from "../../sim/index.ts";
import { difference, summarise } from "../../sim/experiment/statistics/summary.ts";
import { play } from "../../sim/experiment/world.ts";
import type { WorldJob, WorldResult } from "../../sim/experiment/world.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

async function compare(request: ComparisonRequest): Promise<Comparison> {
  const prepared = prepareComparison(request, CATALOGUE);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  return runComparison(prepared.value, runHere(CATALOGUE));
}

function played(job: Partial<WorldJob>): WorldResult {
  const playing = play(
    { scenario: "honduras", settings: {}, without: [], read: "last", ends: false, ...job },
    CATALOGUE,
  );
  for (;;) {
    const step = playing.next();
    if (step.done) return step.value;
  }
}

const small = { "firms.count": 200, months: 18 };

test("world r of a comparison is the run with seed S/r; figures are those of the statistics over them", async () => {
  const request = {
    arms: [
      { name: "with", scenario: "honduras" },
      { name: "without", scenario: "honduras", settings: { "brokers.count": 0 } },
    ],
    replicates: 3,
    seed: "s",
    settings: small,
  };
  const comparison = await compare(request);
  const measured = (settings: object) =>
    [1, 2, 3].map((r) => played({ settings: { ...small, ...settings, seed: `s/${r}` } }).readings[0].measures);
  const [ours, theirs] = [measured({}), measured({ "brokers.count": 0 })];
  for (const id of Object.keys(ours[0])) {
    if (id === "networks.firstMonth") continue;
    const [a, b] = [ours, theirs].map((worlds) => worlds.map((measures) => measures[id]));
    expect(comparison.arms[0].measures[id]).toEqual(summarise(a));
    expect(comparison.differences[0].measures[id]).toEqual(difference(a, b));
  }
  expect(comparison.differences[0]).toMatchObject({ a: "with", b: "without" });
});

test("arms may be different scenarios; what is laid over an arm goes before what is laid over all", async () => {
  const { arms, months } = await compare({
    arms: [
      { name: "Italy", scenario: "italian-district", settings: { "firms.count": 60 } },
      { name: "Honduras", scenario: "honduras" },
    ],
    replicates: 1,
    settings: small,
  });
  expect(arms.map(({ settings }) => settings["firms.count"])).toEqual([60, 200]);
  expect([arms[0].scenario, months]).toEqual(["italian-district", 18]);
  expect(arms[0].measures["firms.alive"]).toMatchObject({ sd: null, low: null, n: 1 });
});

test("measures at a month in between are those of a run that ends there", () => {
  const whole = played({ settings: small, read: [6] }).readings;
  const part = played({ settings: { ...small, months: 6 } }).readings;
  expect(whole.map(({ month }) => month)).toEqual([6, 18]);
  const early = { ...whole[0].measures };
  const late = { ...part[0].measures };
  expect(early).toEqual(late);
});
