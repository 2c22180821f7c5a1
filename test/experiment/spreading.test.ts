import { expect, test } from "vitest";
import type { SpreadRequest } from "../../sim/contract.ts";
import type { WorldJob } from "../../sim/index.ts";
import { prepareSpread, runSpread } from "../../sim/index.ts";
import { playHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

const REQUEST: SpreadRequest = {
  scenario: "honduras",
  settings: { "firms.count": 60, months: 30, "brokers.start": 1 },
  changes: [{ month: 12, settings: { "brokers.count": 2, "fees.free": 6 } }],
  worlds: 7,
  measures: ["networks.alive", "trust.neighbours"],
};

async function* playedHere(jobs: Iterable<WorldJob>) {
  for (const job of jobs) yield await playHere(job, CATALOGUE);
}

function prepared(request: SpreadRequest) {
  const reply = prepareSpread(request, CATALOGUE);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  return reply.value;
}

/** A measure at a month in worlds played one by one, sorted. */
async function oneByOne(job: Omit<WorldJob, "read" | "ends" | "without">, measure: string, month: number) {
  const values: number[] = [];
  for (let world = 1; world <= REQUEST.worlds; world++) {
    const settings = { ...job.settings, seed: `101/${world}` };
    const result = await playHere({ ...job, settings, without: [], read: [month], ends: false }, CATALOGUE);
    values.push(result.readings[0].measures[measure] ?? NaN);
  }
  return values.sort((a, b) => a - b);
}

/** Type 7 of Hyndman and Fan (1996). */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  return below + (at - Math.floor(at)) * (sorted[Math.ceil(at)] - below);
}

test("nine of ten worlds, and the median without the programme, are those of worlds played one by one", async () => {
  const told: number[] = [];
  const spread = await runSpread(prepared(REQUEST), playedHere, {
    note: ({ worlds }) => told.push(worlds),
    isStopped: () => false,
  });
  expect(told).toEqual([2, 3, 4, 5, 6, 7]);
  expect(spread).toMatchObject({ worlds: 7, of: 7, seed: "101" });
  const { scenario, settings, changes } = REQUEST;
  for (const measure of REQUEST.measures) {
    const { most, none } = spread!.measures[measure];
    expect([most[0].length, most[1].length, none?.length]).toEqual([31, 31, 31]);
    for (const month of [12, 30]) {
      const own = await oneByOne({ scenario, settings, changes }, measure, month);
      expect(most[0][month]).toBeCloseTo(quantile(own, 0.05), 10);
      expect(most[1][month]).toBeCloseTo(quantile(own, 0.95), 10);
      const bare = await oneByOne(
        {
          scenario,
          settings: { ...settings, "brokers.count": 0 },
          changes: [{ month: 12, settings: { "fees.free": 6 } }],
        },
        measure,
        month,
      );
      expect(none?.[month]).toBeCloseTo(quantile(bare, 0.5), 10);
    }
  }
});

test("the seed of the world that is open changes nothing; where there is no programme, nothing is taken away", () => {
  const seeded = prepared({ ...REQUEST, settings: { ...REQUEST.settings, seed: "7" } });
  expect([seeded.seed, seeded.kinds]).toEqual(["101", prepared(REQUEST).kinds]);
  const none = prepared({ ...REQUEST, settings: { "brokers.count": 0 }, changes: [] });
  expect(none.kinds).toHaveLength(1);
  const reference = { ...REQUEST, scenario: "reference/nowak-may", settings: {}, changes: [], measures: [] };
  expect(prepared(reference).kinds).toHaveLength(1);
});

test("a stop keeps what is there", async () => {
  let told = 0;
  const note = () => (told += 1);
  const spread = await runSpread(prepared(REQUEST), playedHere, { note, isStopped: () => told >= 2 });
  expect(spread?.worlds).toBe(3);
});

test("numbers of worlds, measures and settings that cannot be are problems", () => {
  const problems = (change: Partial<SpreadRequest>) => {
    const reply = prepareSpread({ ...REQUEST, ...change }, CATALOGUE);
    return reply.ok ? [] : reply.problems.map(({ path, expected }) => `${path}: ${expected}`);
  };
  const whole = "worlds: a whole number from 2 to 200";
  for (const worlds of [1, 201, 2.5, NaN]) expect(problems({ worlds })).toEqual([whole]);
  expect(problems({ measures: ["networks.alife"] })).toEqual(["measures: a measure"]);
  expect(problems({ settings: { "brokers.cuont": 1 } })).toHaveLength(1);
});
