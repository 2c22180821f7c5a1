import { describe, expect, test } from "vitest";
import type { Parameter, Value } from "../../sim/contract.ts";
import type { Problem, World } from "../../sim/index.ts";
import { MODELS, Run, parametersOf, resolve } from "../../sim/index.ts";
import { breach } from "../../sim/world/invariants.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { EVERYTHING, LIVELY, OUTWARD } from "../worlds.ts";

/** Settings that change while a world runs: they act from then on, and the same way however the month is reached. */

type Settings = Record<string, Value>;
interface Change {
  readonly month: number;
  readonly settings: Settings;
}

const distretto = MODELS.find((model) => model.id === "distretto")!;
const parameters = [...parametersOf(distretto).values()];
const BASE: Settings = { ...LIVELY, ...OUTWARD, "firms.count": 120, "brokers.training": true };

function runOf(settings: Settings, changes: readonly Change[], scenario: unknown = EVERYTHING): Run {
  const resolved = resolve(scenario, { settings: { ...BASE, ...settings }, changes }, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return new Run(resolved.value.plan, { measures: false, decisions: false });
}

function hashAt(month: number, settings: Settings, changes: readonly Change[]): string {
  const run = runOf(settings, changes);
  run.playTo(month);
  return run.hash();
}

function problemsOf(scenario: unknown, changes: readonly Change[]): readonly Problem[] {
  const resolved = resolve(scenario, { changes }, CATALOGUE);
  return resolved.ok ? [] : resolved.problems;
}

function ends(parameter: Parameter): Value[] {
  if (parameter.kind === "choice") return [...parameter.options];
  if (parameter.kind === "flag") return [true, false];
  return [parameter.min, Math.min(parameter.max, 200)];
}

/** Their mean moves by what the stored values say; the last bits differ from those of the first draw. */
const NEARLY: readonly string[] = ["region.trust"];

describe("a change before the first month is the setting itself", () => {
  test.each(parameters.filter(({ parameter, path }) => !parameter.atStart && !NEARLY.includes(path)))(
    "$path",
    ({ path, parameter }) => {
      const value = ends(parameter).find((end) => end !== (BASE[path] ?? parameter.start));
      const settings = { [path]: value as Value };
      expect(hashAt(12, {}, [{ month: 0, settings }]), `${path}=${value}`).toBe(hashAt(12, settings, []));
    },
  );

  test("trust, nearly", () => {
    const early = runOf({}, [{ month: 0, settings: { "region.trust": 0.3 } }]);
    early.step();
    const { trust } = (runOf({ "region.trust": 0.3 }, []).world as World).regions;
    (early.world as World).regions.trust.forEach((value, r) => expect(value).toBeCloseTo(trust[r], 12));
  });
});

test("what is settled at the start is refused, with the reason and the way out", () => {
  const fixed = parameters.filter(({ parameter }) => parameter.atStart);
  expect(fixed.length).toBeGreaterThan(5);
  for (const path of [...fixed.map((each) => each.path), "seed", "months"]) {
    expect(problemsOf("honduras", [{ month: 12, settings: { [path]: 3 } }])).toEqual([
      {
        path: `at.12.${path}`,
        value: "3",
        expected: "a setting that can change while the world runs",
        mend: `Set ${path} for the whole course instead.`,
      },
    ]);
  }
});

const COURSE: readonly Change[] = [
  { month: 9, settings: { "brokers.count": 1, "region.trust": 0.6, "joining.criticalMass": 4 } },
  { month: 9, settings: { "fees.schedule": "flat" } },
  { month: 18, settings: { "brokers.count": 7, "openness.pipelines": 0.4, "sanctions.fines": true } },
];

test("the months up to a change stay as they were, the next one differs", () => {
  const [before, after] = [runOf({}, []), runOf({}, COURSE)];
  for (let month = 1; month <= 9; month++) {
    before.step();
    after.step();
    expect(after.hash()).toBe(before.hash());
  }
  before.step();
  after.step();
  expect(after.hash()).not.toBe(before.hash());
});

test("a changed world keeps its invariants: people who lost their post lead no network, and new ones begin", () => {
  const run = runOf({}, COURSE);
  const world = run.world as World;
  for (let month = 1; month <= 40; month++) {
    run.step();
    expect(breach(world)).toBeUndefined();
    if (month === 10) {
      const own = [...world.brokers.generation.subarray(0, world.brokers.count)].filter((one) => one === 1);
      expect(own).toHaveLength(4);
      const led = [...world.networks.broker.subarray(0, world.networks.count)];
      expect(led.filter((b) => b > 0 && world.brokers.generation[b] === 1)).toEqual([]);
    }
  }
  const own = [...world.brokers.generation.subarray(0, world.brokers.count)].filter((one) => one === 1);
  expect(own).toHaveLength(7);
});

test("the same bytes whichever way a month is reached: straight on, by snapshots, from another order of changes", () => {
  const straight = hashAt(30, {}, COURSE);
  const run = runOf({}, COURSE);
  const start = run.snapshot();
  run.playTo(9);
  const atChange = run.snapshot();
  run.playTo(21);
  const late = run.snapshot();
  for (const snapshot of [start, late, atChange, late, start]) {
    run.restore(snapshot);
    run.playTo(30);
    expect(run.hash()).toBe(straight);
  }
  expect(hashAt(30, {}, [COURSE[2], COURSE[0], COURSE[1]])).toBe(straight);
});

test("a document can hold the changes; what is set from outside for the whole course goes before them", () => {
  const document = { ...EVERYTHING, name: "branched", extends: "honduras", settings: BASE, changes: COURSE };
  const hashOf = (scenario: unknown, changes: readonly Change[]) => {
    const resolved = resolve(scenario, { changes }, CATALOGUE);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const run = new Run(resolved.value.plan);
    run.playTo(24);
    return run.hash();
  };
  expect(hashOf(document, [])).toBe(hashOf({ ...document, changes: [] }, COURSE));
  const resolved = resolve(document, { settings: { "brokers.count": 3 } }, CATALOGUE);
  expect(resolved.ok && resolved.value.changes.map(({ settings }) => settings["brokers.count"])).toEqual([
    undefined,
    undefined,
  ]);
});

test("changes that cannot be used are problems, each with its place", () => {
  const paths = (changes: unknown) => problemsOf({ ...EVERYTHING, changes }, []).map(({ path }) => path);
  expect(paths([{ month: 3, settings: { "brokers.cuont": 3, "region.trust": 7 } }])).toEqual([
    "/changes/0/settings/brokers.cuont",
    "/changes/0/settings/region.trust",
  ]);
  expect(paths([{ month: -1, settings: {} }])).toEqual(["/changes/0/month"]);
  expect(paths([{ month: 1, setings: {} }])).toEqual(["/changes/0/settings", "/changes/0/setings"]);
  expect(paths(Array.from({ length: 101 }, () => ({ month: 1, settings: {} })))).toEqual(["/changes"]);
  expect(problemsOf("honduras", [{ month: 2.5, settings: { "brokers.count": 1 } }])[0].path).toBe("changes");
});
