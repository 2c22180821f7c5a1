import { expect, test } from "vitest";
import type { StudyProgress, StudyReading, StudyRequest } from "../../sim/contract.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { Studies } from "../../src/host/studies.ts";
import { compare } from "../../src/library.ts";

const NONE = { name: "No programme", scenario: "honduras", settings: { "brokers.count": 0 } };
const request: StudyRequest = {
  arms: [
    { name: "Strategic at once", scenario: "honduras", settings: { "phases.sequence": "strategicFirst" } },
    { name: "Pilot first", scenario: "honduras" },
    NONE,
  ],
  settings: { "firms.count": 200, months: 40 },
  replicates: 4,
  seed: "s",
  target: { measure: "networks.alive", value: 3, sense: "least" },
  budget: 300,
  valuation: { rate: 0.05, valueAdded: 0.4 },
};

function studies(): Studies {
  return new Studies(CATALOGUE, runHere(CATALOGUE));
}

async function readingOf(asked: StudyRequest, from = studies()): Promise<StudyReading> {
  const reply = await from.compare(asked, () => undefined);
  if (!reply.ok || reply.value === null) throw new Error(JSON.stringify(reply));
  return reply.value;
}

test("a study holds the very comparison that the command line prints", async () => {
  const { arms, settings, seed, replicates } = request;
  const reading = await readingOf(request);
  const printed = await compare(arms as Parameters<typeof compare>[0], {
    seed: seed ?? "",
    replicates: replicates ?? 0,
    settings: settings as Record<string, number>,
  });
  expect(JSON.stringify(reading.comparison)).toBe(JSON.stringify(printed));
});

test("counts, money and contrasts follow from the values of the worlds", async () => {
  const { arms, contrasts, pairs, tests, measures } = await readingOf(request);
  expect([pairs, tests]).toEqual([4, measures.length]);
  const alive = arms.map(({ values }) => values["networks.alive"].map(Number));
  expect(arms.map(({ met }) => met)).toEqual(alive.map((values) => values.filter((value) => value >= 3).length));
  for (const { money, values } of arms) {
    const { public: state, members, buyers, total } = money ?? {};
    expect((state?.mean ?? NaN) + (members?.mean ?? NaN) + (buyers?.mean ?? NaN)).toBeCloseTo(total?.mean ?? NaN, 8);
    const cost = values["cost.programme"].map(Number);
    expect(total?.mean).toBeCloseTo(cost.reduce((sum, each) => sum + each, 0) / 4, 8);
  }
  const [between] = contrasts;
  expect([between.a, between.b]).toEqual([1, 0]);
  const gaps = alive[1].map((value, r) => value - alive[0][r]);
  expect(between.measures["networks.alive"].mean).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap, 0) / 4, 12);
  expect([between.ahead, between.level, between.behind]).toEqual([
    gaps.filter((gap) => gap > 0).length,
    gaps.filter((gap) => gap === 0).length,
    gaps.filter((gap) => gap < 0).length,
  ]);
  expect(between.worst.map(({ difference }) => difference)).toEqual([...gaps].sort((a, b) => a - b));
  for (const { a, b } of contrasts.slice(1)) expect([a < 2, b]).toEqual([true, 2]);
  for (const { p, adjusted } of Object.values(between.measures)) {
    if (p !== null) expect(adjusted).toBeGreaterThanOrEqual(p);
  }
});

test("the course of the target's measure ends where the comparison does", async () => {
  const { arms } = await readingOf(request);
  for (const { course, values } of arms) {
    expect(course?.median).toHaveLength(41);
    expect(course?.runs.map((run) => run[40])).toEqual(values["networks.alive"]);
    const ends = values["networks.alive"].map(Number).sort((x, y) => x - y);
    expect(course?.median[40]).toBe((ends[1] + ends[2]) / 2);
  }
});

test("identical options differ in no world", async () => {
  const twice = { ...request, arms: [{ ...request.arms[1], name: "Again" }, request.arms[1], NONE] };
  const { contrasts } = await readingOf(twice);
  const [between, against] = contrasts;
  expect([between.isSame, between.ahead, between.level, between.behind]).toEqual([true, 0, 4, 0]);
  for (const { mean, p } of Object.values(between.measures)) if (mean !== null) expect([mean, p]).toEqual([0, 1]);
  expect(between.worth?.net.mean).toBe(0);
  expect(against.isSame).toBe(false);
});

test("money weighed otherwise needs no new worlds; a rate of 0 counts every month alike", async () => {
  const here = studies();
  const before = await readingOf(request, here);
  const after = await here.value({ rate: 0, valueAdded: 0 });
  const [first] = after?.arms ?? [];
  const [, , baseline] = before.arms;
  const cost = (first?.money?.total.mean ?? NaN) - (baseline.money?.total.mean ?? NaN);
  expect(first?.worth?.costs.mean).toBeCloseTo(cost, 8);
  // Without value added there is nothing on the side of benefits but what firms spend on each other.
  expect(first?.worth?.benefits.mean).toBeLessThan(0);
  expect(after?.comparison).toEqual(before.comparison);
});

test("a study that is stopped keeps whole pairs, and they are those of a shorter study", async () => {
  const here = studies();
  const seen: StudyProgress[] = [];
  const reply = await here.compare(request, (progress) => {
    seen.push(progress);
    if (progress.pairs === 2) void here.stop();
  });
  if (!reply.ok || reply.value === null) throw new Error(JSON.stringify(reply));
  expect(reply.value.pairs).toBe(2);
  expect(reply.value.comparison.arms).toEqual((await readingOf({ ...request, replicates: 2 })).comparison.arms);
  expect(seen.map(({ worlds }) => worlds)).toEqual(seen.map((_, at) => at + 1));
  expect(seen[0].of).toBe(12);
  expect(seen.at(-1)?.left).toBeGreaterThan(0);
});

test("other assumptions: the base point is the comparison itself, regret is 0 for whoever is best everywhere", async () => {
  const here = studies();
  const small = { ...request, settings: { "firms.count": 60, months: 24 }, replicates: 2 };
  const reading = await readingOf(small, here);
  const found = await here.doubt({ a: 1, b: 0, pairs: 2 }, () => undefined);
  if (found === null) throw new Error("It was stopped.");
  const means = reading.comparison.arms.map(({ measures }) => measures["networks.alive"].mean);
  expect(found.base.means).toEqual(means);
  expect(found.assumptions.length).toBeGreaterThan(8);
  const swings = found.assumptions.map(({ low, high }) =>
    Math.abs((high.difference.mean ?? 0) - (low.difference.mean ?? 0)),
  );
  expect(swings).toEqual([...swings].sort((x, y) => y - x));
  expect(found.regret).toHaveLength(3);
  for (const { most, mean } of found.regret) expect(most).toBeGreaterThanOrEqual(mean ?? NaN);
  expect(found.heat?.points.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
});

test("a study ends at the planned look at which it is precise enough, and so does the comparison", async () => {
  const { replicates: _, ...rest } = request;
  const small = { ...rest, settings: { "firms.count": 40, months: 12 }, replicates: 60 };
  const measure = "networks.alive";
  const arms = small.arms as Parameters<typeof compare>[0];
  const coarse = { measure, half: 5 };
  const reading = await readingOf({ ...small, precision: coarse });
  expect([reading.pairs, reading.planned, reading.done, reading.ended]).toEqual([20, 60, true, "precise"]);
  expect(reading.comparison.stopping).toEqual({
    ...coarse,
    planned: 60,
    looks: [20, 40, 60],
    taken: 1,
    reached: true,
  });
  const options = { seed: "s", replicates: 60, settings: small.settings };
  const printed = await compare(arms, { ...options, precision: coarse });
  expect(JSON.stringify(reading.comparison)).toBe(JSON.stringify(printed));
  // The same worlds as in a comparison of that length.
  const short = await compare(arms, { ...options, replicates: 20 });
  expect(printed.arms).toEqual(short.arms);
  // The width of so few is not trusted.
  const few = await compare(arms, { ...options, replicates: 3, precision: coarse });
  expect([few.replicates, few.stopping?.reached]).toEqual([3, false]);
});

test("what cannot be asked is refused with what to do", async () => {
  const bad = { ...request, target: { measure: "networks.alife", value: 3, sense: "least" as const }, budget: -1 };
  const reply = await studies().compare(bad, () => undefined);
  expect(reply.ok).toBe(false);
  if (reply.ok) return;
  expect(reply.problems.map(({ path }) => path)).toEqual(["target.measure", "budget"]);
  expect(reply.problems[0].mend).toMatch(/networks\.alive/);
  const vague = await studies().compare(
    { ...request, precision: { measure: "networks.alife", half: 0 } },
    () => undefined,
  );
  expect(vague.ok ? [] : vague.problems.map(({ path }) => path)).toEqual(["precision.measure", "precision.half"]);
});
