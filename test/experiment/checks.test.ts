import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { KeptValue, PreparedCheck, Runner, WorldJob } from "../../sim/index.ts";
import { parseChecks, runChecks, tunedTo } from "../../sim/index.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

const shipped = JSON.parse(readFileSync(new URL("../../scenarios/checks.json", import.meta.url), "utf8"));

function check(changes: object) {
  const arm = { name: "a", scenario: "honduras", settings: { "firms.count": 100, months: 6 } };
  const claim = { kind: "band", of: { arm: "a", measure: "firms.alive" }, low: 1 };
  return {
    format: "distretto/checks/1",
    checks: [{ id: "T1", text: "Firms live.", arms: [arm], claims: [claim], ...changes }],
  };
}

function problemsOf(document: unknown) {
  const parsed = parseChecks(document, CATALOGUE);
  return parsed.ok ? [] : parsed.problems;
}

test("the product's checks are in order, and hold the patterns of this version", () => {
  expect(problemsOf(shipped)).toEqual([]);
  const ids = shipped.checks.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(["P1", "P2", "P3", "P4", "P8", "P11"]));
});

test("mistakes in checks are told", () => {
  const band = (of: object) => ({ claims: [{ kind: "band", of, low: 0 }] });
  expect(problemsOf(check(band({ arm: "b", measure: "firms.alive" })))).toMatchObject([
    { expected: "the name of an arm" },
  ]);
  expect(problemsOf(check(band({ arm: "a", measure: "firms.alvie" })))).toMatchObject([
    { mend: "Did you mean firms.alive?" },
  ]);
  expect(problemsOf(check(band({ arm: "a", measure: "firms.alive", month: 7 })))).toMatchObject([{ value: "month 7" }]);
  expect(problemsOf(check({ arms: [{ name: "a", scenario: "hondurs" }] }))).toMatchObject([
    { mend: "Did you mean honduras?" },
  ]);
  expect(problemsOf(check({ claims: [{ kind: "bend" }] })).length).toBeGreaterThan(0);
  expect(problemsOf({ format: "distretto/checks/1" }).length).toBeGreaterThan(0);
});

function prepared(...some: object[]): readonly PreparedCheck[] {
  const parsed = parseChecks({ format: "distretto/checks/1", checks: some }, CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

async function listOf<T>(from: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const each of from) list.push(each);
  return list;
}

/** Plays here, and remembers what was asked for. */
function counting(): { run: Runner; jobs: WorldJob[] } {
  const jobs: WorldJob[] = [];
  const here = runHere(CATALOGUE);
  return { jobs, run: (wanted) => here([...wanted].map((job) => (jobs.push(job), job))) };
}

async function resultsOf(checks: readonly PreparedCheck[], replicates: number, more: object = {}) {
  const { run, jobs } = counting();
  const results = await listOf(runChecks(checks, { run, replicates, ...more }));
  return { results, jobs };
}

test("a check gives the figures of the claim that decides: the first that is missed", async () => {
  const claims = [
    { kind: "band", of: { arm: "a", measure: "firms.alive" }, low: 1 },
    { kind: "band", of: { arm: "a", measure: "networks.formed" }, low: 1000 },
  ];
  const { results } = await resultsOf(prepared(...check({ claims }).checks), 3);
  expect(results).toMatchObject([{ id: "T1", held: false, n: 3, tuned: [], seed: "patterns", months: [6] }]);
  expect(results).toHaveProperty("0.claims.1.parts", [
    { of: "networks.formed of a", mean: (results[0] as { figure?: unknown }).figure },
  ]);
  expect(results).toHaveProperty("0.claims.0.held", true);
  expect(results).toHaveProperty("0.claims.1.held", false);
});

describe("worlds that several checks ask for", () => {
  const settings = { "firms.count": 100, "brokers.start": 1 };
  const early = { arm: "a", measure: "firms.alive", month: 4 };
  const causal = { arm: "a", measure: "sales.causal.change", against: "b", month: 10 };
  const one = {
    id: "T1",
    text: "",
    arms: [{ name: "a", scenario: "honduras", settings }],
    claims: [{ kind: "band", of: early }],
  };
  const two = {
    id: "T2",
    text: "",
    arms: [
      // The same world, though its settings say what the scenario says.
      { name: "a", scenario: "honduras", settings: { ...settings, "brokers.count": 8, months: 12 } },
      { name: "b", scenario: "honduras", settings: { ...settings, "brokers.count": 0, months: 12 } },
    ],
    claims: [
      { kind: "band", of: causal },
      { kind: "difference", of: { arm: "a", measure: "trust.neighbours" }, than: { ...early, arm: "b" }, sign: "less" },
    ],
  };

  test("are played once, to the last month that anyone reads, and give what they give alone", async () => {
    const both = await resultsOf(prepared(one, two), 2);
    expect(
      both.jobs.map((job) => [job.settings["brokers.count"] ?? 8, job.settings.seed, job.settings.months]),
    ).toEqual([
      [8, "patterns/1", 12],
      [8, "patterns/2", 12],
      [0, "patterns/1", 10],
      [0, "patterns/2", 10],
    ]);
    const alone = [await resultsOf(prepared(one), 2), await resultsOf(prepared(two), 2)];
    expect(both.results).toEqual(alone.flatMap(({ results }) => results));
    expect(alone[0].jobs[0].settings.months).toBe(4);
  });

  test("are not played again where their values are known", async () => {
    const kept: KeptValue[] = [];
    const keep = (values: readonly KeptValue[]) => kept.push(...values);
    const first = await resultsOf(prepared(one, two), 2, { keep });
    expect(kept).toHaveLength(2 * 4);
    const again = await resultsOf(prepared(one, two), 2, { known: kept });
    expect(again).toEqual({ results: first.results, jobs: [] });
    const more = await resultsOf(prepared(one, two), 3, { known: kept.slice(0, -1) });
    expect(more.jobs.map(({ settings: { seed } }) => seed)).toEqual(["patterns/3", "patterns/2", "patterns/3"]);
  });

  test("that fail are told by the check that asked first; the others go on", async () => {
    const here = runHere(CATALOGUE);
    const run: Runner = async function* (jobs) {
      for (const job of jobs) {
        if (job.settings["brokers.count"] === 0) throw new Error("no more");
        yield* here([job]);
      }
    };
    const results = await listOf(runChecks(prepared(two, one), { run, replicates: 1 }));
    expect(results).toMatchObject([
      { id: "T2", error: "no more" },
      { id: "T1", held: true },
    ]);
  });

  test("are played without what defines a check as well", async () => {
    const claims = [
      { kind: "band", of: { arm: "a", measure: "cost.programme", month: 12 }, low: 1 },
      { kind: "band", of: { ...early, arm: "b" }, low: 1 },
    ];
    const defining = { what: "brokers", without: ["brokers"] };
    const { results, jobs } = await resultsOf(prepared({ ...two, claims, defining }), 1);
    expect(results).toMatchObject([{ held: true, bare: { what: "brokers", held: false } }]);
    expect(jobs.map(({ without }) => without)).toEqual([[], [], ["brokers"], ["brokers"]]);
    const [{ expected }] = problemsOf(check({ defining: { what: "x", without: ["brookers"] } }));
    expect(expected).toBe("a mechanism of distretto");
  });
});

test("parameters that say `tuned: P4` are named with P4 and with no other check", () => {
  const [four] = prepared(...check({ id: "P4" }).checks);
  const arm = four.arms.get("a");
  if (arm === undefined) throw new Error("There is no arm.");
  const number = { kind: "flag", label: "", doc: "", start: true } as const;
  const group = {
    id: "x",
    title: "",
    params: { a: { ...number, source: "tuned: P4, P9" }, b: { ...number, source: "tuned: P40" } },
  };
  const { resolved } = arm;
  const model = { ...resolved.plan.model, groups: [group], schedule: [] };
  const changed = { ...arm, resolved: { ...resolved, plan: { ...resolved.plan, model } } };
  expect(tunedTo({ ...four, arms: new Map([["a", changed]]) })).toEqual(["x.a"]);
});
