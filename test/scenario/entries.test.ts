import { describe, expect, test } from "vitest";
import { MODELS, parametersOf, resolve } from "../../sim/index.ts";
import { mayBeSet } from "../../sim/scenario/allowed.ts";
import { settingsOfEntries } from "../../sim/scenario/entries.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

const DECLARED = parametersOf(MODELS[0]);
const BASE = { format: "distretto/scenario/1", name: "mine", extends: "honduras" };

function problemsOf(rest: object) {
  const resolved = resolve({ ...BASE, ...rest }, {}, CATALOGUE);
  return resolved.ok ? [] : resolved.problems;
}

function valuesOf(rest: object, settings = {}) {
  const resolved = resolve({ ...BASE, ...rest }, { settings }, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return resolved.value.values;
}

describe("programme, institutions and events are settings in plain words", () => {
  test("use, start, end, settings; an event's month", () => {
    const values = valuesOf({
      programme: [{ use: "brokers", start: 12, settings: { count: 3 } }],
      institutions: [{ use: "serviceCentres", start: 12, end: 60, settings: { capacity: 30 } }],
      events: [
        { event: "government", month: 60 },
        { event: "leadFirms", month: 70 },
      ],
    });
    expect(values).toMatchObject({
      "brokers.start": 12,
      "brokers.count": 3,
      "serviceCentres.on": true,
      "serviceCentres.start": 12,
      "serviceCentres.end": 60,
      "serviceCentres.capacity": 30,
      "government.month": 60,
      "leadFirms.exit": 70,
    });
  });

  test("a document's own settings go before its lists, and what is set from outside before both", () => {
    const rest = { institutions: [{ use: "credit", settings: { months: 12 } }], settings: { "credit.months": 24 } };
    expect(valuesOf(rest)["credit.months"]).toBe(24);
    expect(valuesOf(rest, { "credit.months": 48 })["credit.months"]).toBe(48);
  });

  test("mistakes are told with their place and how to mend them", () => {
    const wrong = [
      [{ institutions: [{ use: "serviceCentre" }] }, "/institutions/0/use", "serviceCentres"],
      [{ institutions: [{ use: "credit", settings: { month: 3 } }] }, "/institutions/0/settings/month", "months"],
      [{ programme: [{ use: "phases", start: 3 }] }, "/programme/0/start", ""],
      [{ events: [{ event: "goverment", month: 3 }] }, "/events/0/event", "government"],
      [{ institutions: [{ use: "credit", begin: 3 }] }, "/institutions/0/begin", ""],
      [{ institutions: [{ use: "credit", start: -4 }] }, "credit.start", ""],
    ] as const;
    for (const [rest, path, mend] of wrong) {
      const problems = problemsOf(rest);
      expect(problems.map((problem) => problem.path)).toContain(path);
      expect(problems.map((problem) => problem.mend).join(" ")).toContain(mend);
    }
  });
});

describe("projects of a scenario", () => {
  test("by id, or of its own", () => {
    const own = { id: "kiln", title: "A shared kiln", stage: "strategic", benefit: 1.3, needs: { capital: 1 } };
    const resolved = resolve({ ...BASE, projects: ["joint-fair", own] }, {}, CATALOGUE);
    if (!resolved.ok) throw new Error("it should resolve");
    expect(resolved.value.plan.projects.map(({ id }) => id)).toEqual(["joint-fair", "kiln"]);
    expect(resolved.value.plan.projects[1]).toMatchObject({ benefit: 1.3, cost: 1, scale: "network" });
    expect(resolved.value.plan.projects[1].needs).toEqual({ capability: 0, lot: 0, capital: 1, centre: false });
  });

  test("mistakes are told", () => {
    expect(problemsOf({ projects: ["joint-fare"] })[0]).toMatchObject({
      path: "/projects/0",
      mend: "Did you mean joint-fair?",
    });
    expect(problemsOf({ projects: ["joint-fair", "joint-fair"] })[0].path).toBe("/projects/1");
    expect(problemsOf({ projects: [{ id: "x", title: "X", stage: "later" }] })[0].path).toContain("/projects/0");
    expect(problemsOf({ projects: [{ id: "x", title: "X", stage: "pilot", benefit: -1 }] }).length).toBe(1);
  });
});

describe("shipped scenarios", () => {
  for (const document of CATALOGUE.scenarios.values()) {
    test(`${document.name} sets only what tells places and programmes apart`, () => {
      if (document.model !== undefined && document.model !== "distretto") return;
      const entries = settingsOfEntries(document, DECLARED, []);
      const paths = [...Object.keys(document.settings ?? {}), ...entries.map(([path]) => path)];
      expect(paths.filter((path) => !mayBeSet(path))).toEqual([]);
      expect(resolve(document.name, {}, CATALOGUE).ok).toBe(true);
    });
  }
});
