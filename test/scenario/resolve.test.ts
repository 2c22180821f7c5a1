import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../sim/index.ts";
import { parametersOf, resolve } from "../../sim/index.ts";
import type { Model } from "../../sim/index.ts";
import { mayBeSet } from "../../sim/scenario/allowed.ts";
import { MONTHS } from "../../sim/scenario/parameters.ts";
import type { Overrides } from "../../sim/scenario/resolve.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

const start = { format: "distretto/scenario/1", name: "mine" };

function problemsOf(scenario: unknown, overrides: Overrides = {}): readonly Problem[] {
  const resolved = resolve(scenario, overrides, CATALOGUE);
  return resolved.ok ? [] : resolved.problems;
}

function valuesOf(scenario: unknown, overrides: Overrides = {}) {
  const resolved = resolve(scenario, overrides, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.value;
}

describe("what cannot be used is told with place, value, expectation and remedy", () => {
  test("an unknown scenario", () => {
    expect(problemsOf("hondoras")).toEqual([
      {
        path: "scenario",
        value: '"hondoras"',
        expected: "the name of a shipped scenario, or a path to a file",
        mend: "Did you mean honduras?",
      },
    ]);
  });

  test("a misspelt path, in overrides and in a document", () => {
    const expected = { path: "brokers.cuont", mend: "Did you mean brokers.count?" };
    expect(problemsOf("honduras", { settings: { "brokers.cuont": 3 } })).toMatchObject([expected]);
    expect(problemsOf({ ...start, settings: { "brokers.cuont": 3 } })).toMatchObject([expected]);
  });

  test("values out of range or of the wrong kind", () => {
    const settings = { "region.trust": 1.5, "firms.count": 12.5, "sanctions.fines": "yes", "trust.rule": "gamma" };
    const found = problemsOf("honduras", { settings });
    expect(found.map(({ path }) => path).sort()).toEqual(Object.keys(settings).sort());
    expect(found.find(({ path }) => path === "region.trust")?.mend).toBe("The most is 1.");
    expect(found.find(({ path }) => path === "firms.count")?.mend).toBe("Try 13.");
    expect(found.find(({ path }) => path === "trust.rule")?.expected).toContain("klosNooteboom");
  });

  test("too many firms, before anything is allocated", () => {
    const before = performance.now();
    expect(problemsOf("honduras", { settings: { "firms.count": 1e9 } })).toMatchObject([{ path: "firms.count" }]);
    // The deadline is 100 ms; five times that allows for a busy machine.
    expect(performance.now() - before).toBeLessThan(500);
  });

  test("a world that does not fit into memory, with an estimate and a size that would", () => {
    const settings = { "firms.count": 1_000_000 };
    const resolved = resolve("honduras", { settings }, CATALOGUE, { room: 100e6 });
    expect(resolved.ok ? [] : resolved.problems).toMatchObject([
      { path: "firms.count", expected: expect.stringMatching(/100 MB; this one takes about \d+ MB/) },
    ]);
    const most = Number(/Try (\d+) firms/.exec(resolved.ok ? "" : resolved.problems[0].mend)?.[1]);
    expect(resolve("honduras", { settings: { "firms.count": most } }, CATALOGUE, { room: 100e6 }).ok).toBe(true);
  });

  test("unknown mechanisms and models", () => {
    expect(problemsOf("honduras", { without: ["reputatoin"] })).toMatchObject([{ mend: "Did you mean reputation?" }]);
    expect(problemsOf({ ...start, model: "distreto" })).toMatchObject([
      { path: "/model", mend: "Did you mean distretto?" },
    ]);
  });

  test("months and seed", () => {
    expect(problemsOf("honduras", { settings: { months: MONTHS.max + 1 } })).toMatchObject([{ path: "months" }]);
    expect(problemsOf("honduras", { settings: { months: "x" } })).toMatchObject([{ path: "months" }]);
    expect(problemsOf("honduras", { settings: { seed: "" } })).toMatchObject([{ path: "seed" }]);
    expect(problemsOf({ ...start, months: -1 })).toMatchObject([{ path: "/months" }]);
    expect(problemsOf({ ...start, seed: true })).toMatchObject([{ path: "/seed" }]);
  });

  test("the form of a document", () => {
    expect(problemsOf(null)).toMatchObject([{ path: "/", expected: "an object" }]);
    expect(problemsOf([]).length).toBeGreaterThan(0);
    expect(problemsOf({ name: "mine" })).toMatchObject([{ path: "/format", value: "missing" }]);
    expect(problemsOf({ ...start, setings: {}, regoins: [] })).toMatchObject([
      { path: "/setings", mend: "Did you mean settings?" },
      { path: "/regoins", mend: "Did you mean regions?" },
    ]);
    expect(problemsOf({ ...start, regions: [{ id: "a", name: "A", x: 0, y: 0, trsut: 0.5 }] })).toMatchObject([
      { path: "/regions/0/trsut", mend: "Did you mean trust?" },
    ]);
    expect(problemsOf({ ...start, name: "My Own" })).toMatchObject([{ path: "/name" }]);
    expect(problemsOf({ ...start, settings: { "region.trust": [1] } })).toMatchObject([
      { path: "/settings/region.trust" },
    ]);
  });

  test("what would have no effect", () => {
    expect(problemsOf({ ...start, projects: ["fair"] })).toMatchObject([{ path: "/projects/0" }]);
    expect(problemsOf({ ...start, projects: [] })).toEqual([]);
    expect(problemsOf("honduras", { settings: { "region.count": 3 } })).toMatchObject([{ path: "region.count" }]);
  });

  test("regions and sectors that do not fit together", () => {
    const town = (id: string, more: object = {}) => ({ id, name: id, x: 0, y: 0, ...more });
    expect(problemsOf({ ...start, regions: [town("a"), town("a")] })).toMatchObject([{ path: "/regions/1/id" }]);
    expect(problemsOf({ ...start, regions: [town("a", { share: 0.5 }), town("b")] })).toMatchObject([
      { path: "/regions" },
    ]);
    expect(problemsOf({ ...start, regions: [town("a", { share: 0 })] })).toMatchObject([{ path: "/regions" }]);
    const sectors = [{ id: "wood", name: "Wood" }];
    expect(problemsOf({ ...start, sectors, regions: [town("a", { sectors: { wod: 1 } })] })).toMatchObject([
      { path: "/regions/0/sectors/wod", mend: "Did you mean wood?" },
    ]);
    expect(problemsOf({ ...start, sectors, regions: [town("a", { sectors: { wood: 0 } })] })).toMatchObject([
      { path: "/regions/0/sectors" },
    ]);
  });

  test("chains that do not end, or begin nowhere", () => {
    expect(problemsOf({ ...start, extends: "hondurs" })).toMatchObject([
      { path: "/extends", mend: "Did you mean honduras?" },
    ]);
    const circle = new Map(CATALOGUE.scenarios);
    circle.set("a", { format: "distretto/scenario/1", name: "a", extends: "b" });
    circle.set("b", { format: "distretto/scenario/1", name: "b", extends: "a" });
    const resolved = resolve("a", {}, { ...CATALOGUE, scenarios: circle });
    expect(resolved.ok ? [] : resolved.problems).toMatchObject([{ path: "/extends", value: "a -> b -> a" }]);
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])("%s as a name", (name) => {
    const own = (value: unknown) => JSON.parse(`{"${name}": ${JSON.stringify(value)}}`);
    expect(problemsOf({ ...start, ...JSON.parse(`{"settings": {"${name}": 1}}`) })).toHaveLength(1);
    expect(
      problemsOf(JSON.parse(`{"format": "distretto/scenario/1", "name": "mine", "${name}": {"polluted": 1}}`)),
    ).toHaveLength(1);
    expect(problemsOf({ ...start, title: own("x") })).toHaveLength(1);
    expect(problemsOf("honduras", { settings: own(1) })).toHaveLength(1);
    expect(problemsOf("honduras", { without: [name] })).toHaveLength(1);
    expect(problemsOf(name)).toHaveLength(1);
    expect(problemsOf({ ...start, name: name.toLowerCase() }).length).toBe(name === name.toLowerCase() ? 1 : 0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("what goes before what", () => {
  const base = { ...start, settings: { "region.trust": 0.4, "brokers.count": 3 }, months: 60, seed: 7 };

  test("overrides before the document, the document before what it extends, that before the starts", () => {
    const child = { ...start, extends: "honduras", settings: { "region.trust": 0.4 } };
    const { values, plan } = valuesOf(child, { settings: { "brokers.count": 2, months: 12 } });
    expect(values).toMatchObject({
      "region.trust": 0.4,
      "brokers.count": 2,
      months: 12,
      seed: "101",
      "trust.asymmetry": 1.5,
    });
    expect(plan.regions).toHaveLength(6);
    expect([...plan.forced].sort()).toEqual(["brokers.count", "months"]);
  });

  test("a seed is text, also where it is written as a number", () => {
    expect(valuesOf(base).plan.seed).toBe("7");
    expect(valuesOf(base, { settings: { seed: "007" } }).plan.seed).toBe("007");
  });

  test("settings come grouped: the first dot parts group and name", () => {
    const { plan } = valuesOf(base, { settings: { "firms.size.median": 7 } });
    expect(plan.settings.firms["size.median"]).toBe(7);
    expect(plan.settings.search).toHaveProperty("transactionCost");
    expect(plan.settings.search).toHaveProperty("rate");
  });

  test("regions count for region.count", () => {
    expect(valuesOf("honduras").values["region.count"]).toBe(6);
    expect(valuesOf("honduras", { settings: { "region.count": 6 } }).plan.regions).toHaveLength(6);
  });

  test("texts come in the language that is asked for, else in English", () => {
    const title = { en: "Mine", es: "La mía" };
    const inLanguage = (language: string) => {
      const resolved = resolve({ ...start, title }, {}, CATALOGUE, { language });
      return resolved.ok ? resolved.value.title : "";
    };
    expect(["es-HN", "es", "en", "de"].map(inLanguage)).toEqual(["La mía", "La mía", "Mine", "Mine"]);
  });
});

test("a name that two groups declare is a mistake in the model", () => {
  const model = CATALOGUE.models.get("distretto") as Model;
  expect(() => parametersOf({ ...model, groups: [...model.groups, model.groups[0]] })).toThrow("declared twice");
});

test("shipped scenarios resolve, bear their file's name, and set only what a scenario may", () => {
  for (const [name, document] of CATALOGUE.scenarios) {
    expect(problemsOf(name)).toEqual([]);
    if ((document.model ?? "distretto") !== "distretto" || name.startsWith("reference/")) continue;
    expect(Object.keys(document.settings ?? {}).filter((path) => !mayBeSet(path))).toEqual([]);
  }
});

test("malformed documents: problems with all four parts, no crash, no hang, no pollution", () => {
  const sane = {
    ...start,
    months: 12,
    seed: "1",
    title: "t",
    settings: { "region.trust": 0.5, "brokers.count": 2 },
    sectors: [{ id: "wood", name: "Wood" }],
    regions: [{ id: "a", name: { en: "A" }, x: 0, y: 0, trust: 0.5, sectors: { wood: 1 } }],
  };
  const name = fc.constantFrom(
    ...Object.keys(sane),
    "__proto__",
    "constructor",
    "extends",
    "model",
    "projects",
    "id",
    "x",
    "share",
    "brokers.count",
    "firms.count",
    "honduras",
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    name,
    fc.constantFrom(1e9, -1, 0.5, NaN, Infinity, "", "a".repeat(5000), null, undefined),
  );
  /** The document with the value at some place. */
  const damage = (document: unknown, keys: readonly string[], wrong: unknown): unknown => {
    const [key, ...rest] = keys;
    const copy = Array.isArray(document) ? [...document] : { ...(document as object) };
    const next = rest.length > 0 ? damage((document as Record<string, unknown>)[key] ?? {}, rest, wrong) : wrong;
    Object.defineProperty(copy, Array.isArray(copy) ? "0" : key, { value: next, enumerable: true, configurable: true });
    return copy;
  };
  let refused = 0;
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), value, (keys, wrong) => {
      const problems = problemsOf(damage(sane, keys, wrong));
      for (const { path, value: found, expected, mend } of problems) {
        for (const part of [path, found, expected, mend]) expect(part).toMatch(/\S/);
        expect(found.length).toBeLessThan(200);
      }
      if (problems.length > 0) refused += 1;
    }),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(1000);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
