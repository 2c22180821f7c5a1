import { describe, expect, test } from "vitest";
import type { Parameter, Value } from "../../sim/contract.ts";
import type { Run } from "../../sim/index.ts";
import { MODELS, parametersOf } from "../../sim/index.ts";
import { breach } from "../../sim/world/invariants.ts";
import { ALL_ON, COMPACT, EVERYTHING, LIVELY, hashAfter, planOf, runOf, worldOf } from "../worlds.ts";

const distretto = MODELS.find((model) => model.id === "distretto")!;
const parameters = [...parametersOf(distretto).values()];

/** Two values at the ends of a parameter's range. */
function ends(parameter: Parameter): Value[] {
  if (parameter.kind === "choice") return [...parameter.options];
  if (parameter.kind === "flag") return [true, false];
  return [parameter.min, parameter.max];
}

function play(scenario: string | object, settings: Record<string, Value>, months: number): string | undefined {
  const run = runOf(scenario, settings);
  for (let month = 1; month <= months; month++) {
    run.step();
    const broken = breach(worldOf(run));
    if (broken !== undefined) return `month ${month}: ${broken}`;
  }
  return undefined;
}

describe("worlds of every size keep the invariants", () => {
  for (const [count, months] of [
    [0, 24],
    [1, 24],
    [2, 24],
    [50, 80],
    [5000, 14],
  ] as const) {
    test(`${count} firms`, () => expect(play("honduras", { ...LIVELY, "firms.count": count }, months)).toBeUndefined());
    test(`${count} firms, every mechanism and institution at work`, () => {
      const all = { ...LIVELY, ...ALL_ON, "brokers.training": true, "firms.count": count };
      expect(play(COMPACT, all, Math.min(months, 36))).toBeUndefined();
    });
  }
  test("an Italian district over 30 years", () => {
    expect(play("italian-district", { "firms.count": 120 }, 360)).toBeUndefined();
  });
});

/** Parameters that a scenario with regions of its own hides are tried where there are none. */
const PLAIN = {
  format: "distretto/scenario/1",
  name: "plain",
  title: "Plain",
  about: "Regions as the settings say.",
  sources: [],
};
const SCENARIO: Readonly<Record<string, object>> = { "region.count": PLAIN };

/** Groups that show only where the whole catalogue is on offer and every institution is at work. */
const ELSEWHERE = new Set([
  "inputs",
  "orders",
  "upgrading",
  "workingCapital",
  "leadFirms",
  "supply",
  "serviceCentres",
  "grants",
  "credit",
  "courses",
  "managers",
  "committee",
  "government",
  "restructuring",
  "infrastructure",
]);

/** The scenario in which a parameter is tried. */
function homeOf(path: string): string | object {
  if (SCENARIO[path] !== undefined) return SCENARIO[path];
  return path === "projects.judgement" || path === "firms.quality" || ELSEWHERE.has(path.split(".")[0])
    ? EVERYTHING
    : "honduras";
}

/** Sizes that make a world large, not wrong, are tried at a bound a test can bear. */
const TRIED: Readonly<Record<string, Value[]>> = { "firms.count": [0, 2000] };

describe("every parameter at its bounds keeps the invariants", () => {
  for (const { path, parameter } of parameters) {
    test(path, () => {
      for (const value of TRIED[path] ?? ends(parameter)) {
        expect(
          play(homeOf(path), { ...LIVELY, ...switchedOn(path), ...HOME[path], "firms.count": 120, [path]: value }, 24),
          `${path}=${value}`,
        ).toBeUndefined();
      }
    });
  }
});

/** Worlds in which a parameter shows that is idle in the lively one. */
const HOME: Readonly<Record<string, Record<string, Value>>> = {
  "training.every": { "brokers.training": true },
  "training.work": { "brokers.training": true },
  "training.most": { "brokers.training": true },
  "brokerLearning.tours": { "brokerLearning.tours": 6 },
  "training.passed": { "brokers.training": true },
  "brokerLearning.tours.gain": { "brokerLearning.tours": 6 },
  "brokerLearning.team": { "brokers.training": true },
  "region.count": {},
  "conditions.forgetting": { "brand.on": true },
  "exports.global.share": { "exports.global.knowledge": 0.3 },
  "clusterManagement.labelled": { "clusterManagement.label": true },
  ...Object.fromEntries(
    parameters
      .filter(({ path }) => path.startsWith("foreignShocks."))
      .map(({ path }) => [
        path,
        {
          "exports.on": true,
          "exports.hazard.first": 0.1,
          "foreignShocks.politics.rate": 0.5,
          "foreignShocks.exchange.rate": 0.5,
        },
      ]),
  ),
  "exports.seen": { "clusterManagement.on": true },
  "exports.hazard.production": { "exports.hazard.first": 0.1, "exports.hazard.branch": 0.2 },
  "exports.share.production": { "exports.hazard.first": 0.1, "exports.hazard.branch": 0.2 },
  "trust.habit": { "trust.rule": "klosNooteboom" },
  "fees.flat": { "fees.schedule": "flat" },
  "fees.most": { "fees.growth": 1 },
  "reporting.legal": { "reporting.hiding": 1 },
  "sanctions.cap.law": { "region.law": 0.9 },
  "committee.floor": { "committee.inputs": 0.05 },
  "firms.founders": { "firms.founders": 1 },
  "brokers.entry.standing": { "brokers.entry": "association" },
  "brokers.entry.nearness": { "brokers.entry": "association" },
};

/** An institution shows in a world in which it is switched on. */
function switchedOn(path: string): Record<string, Value> {
  const flag = `${path.slice(0, path.indexOf("."))}.on`;
  return path !== flag && parameters.some((each) => each.path === flag) ? { [flag]: true } : {};
}

/** What an institution costs changes no firm; it shows in what the programme has cost and who paid. */
function isPrice(path: string): boolean {
  return path.endsWith(".cost") || path === "informationCentre.share";
}

function other(parameter: Parameter, now: Value): Value {
  return ends(parameter).find((value) => value !== now) as Value;
}

/** Parameters that change what is seen of a world, not the world. */
const SEEN_ONLY: readonly string[] = ["reporting.hiding", "reporting.legal"];

/** Months at which two worlds are held against each other: most that differ do so early. */
const LOOKS = [6, 12, 24, 48];

/** A world as it is at each look, played no further than it is asked for. */
class Looked {
  private readonly run: Run;
  private readonly traces: string[] = [];
  private readonly path: string;

  constructor(path: string, scenario: string | object, settings: Record<string, Value>) {
    this.path = path;
    this.run = runOf(scenario, settings);
  }

  /** What a parameter must change: the state, or for some the measures. */
  at(look: number): string {
    for (let k = this.traces.length; k <= look; k++) {
      this.run.playTo(LOOKS[k]);
      const isMeasured = SEEN_ONLY.includes(this.path) || isPrice(this.path);
      this.traces.push(isMeasured ? JSON.stringify(this.run.measures()) : this.run.hash());
    }
    return this.traces[look];
  }
}

describe("every parameter is alive", () => {
  for (const { path, parameter } of parameters) {
    test(path, () => {
      const settings = { ...LIVELY, ...switchedOn(path), ...HOME[path] };
      const scenario = homeOf(path);
      const planned = planOf(scenario, settings).settings;
      const [group, ...name] = path.split(".");
      const now = path === "months" ? 120 : planned[group][name.join(".")];
      const value = path === "firms.count" ? 200 : other(parameter, now);
      const base = new Looked(path, scenario, settings);
      const changed = new Looked(path, scenario, { ...settings, [path]: value });
      expect(
        LOOKS.some((_, look) => changed.at(look) !== base.at(look)),
        `${path}=${value} changes nothing in ${LOOKS.at(-1)} months`,
      ).toBe(true);
    });
  }
});

describe("same plan, same bytes", () => {
  test("twice in a row", () => expect(hashAfter(60, "honduras", LIVELY)).toBe(hashAfter(60, "honduras", LIVELY)));
  test("another seed is another world", () => {
    expect(hashAfter(12, "honduras", { ...LIVELY, seed: "a" })).not.toBe(
      hashAfter(12, "honduras", { ...LIVELY, seed: "b" }),
    );
  });
  test("a snapshot brings back every byte", () => {
    const run = runOf("honduras", LIVELY);
    run.playTo(20);
    const snapshot = run.snapshot();
    run.playTo(50);
    const end = run.hash();
    const measures = run.measures();
    run.restore(snapshot);
    expect(run.month).toBe(20);
    run.playTo(50);
    expect(run.hash()).toBe(end);
    expect(run.measures()).toEqual(measures);
  });
});
