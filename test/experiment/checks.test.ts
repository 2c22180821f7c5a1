import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Resolved } from "../../sim/index.ts";
import { parseChecks, runCheck, tunedTo } from "../../sim/index.ts";
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

test("a check gives the figures of the claim that decides: the first that is missed", async () => {
  const claims = [
    { kind: "band", of: { arm: "a", measure: "firms.alive" }, low: 1 },
    { kind: "band", of: { arm: "a", measure: "networks.formed" }, low: 1000 },
  ];
  const parsed = parseChecks(check({ claims }), CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = await runCheck(parsed.value[0], 3, runHere(CATALOGUE));
  expect(result).toMatchObject({ id: "T1", held: false, n: 3, tuned: [] });
  expect(result.figure).toBe(result.claims[1].figure);
  expect(result.claims.map(({ held }) => held)).toEqual([true, false]);
});

test("parameters that say `tuned: P4` are named with P4 and with no other check", () => {
  const parsed = parseChecks(check({ id: "P4" }), CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [prepared] = parsed.value;
  const arm = prepared.arms.get("a") as Resolved;
  const number = { kind: "flag", label: "", doc: "", start: true } as const;
  const group = {
    id: "x",
    title: "",
    params: { a: { ...number, source: "tuned: P4, P9" }, b: { ...number, source: "tuned: P40" } },
  };
  const model = { ...arm.plan.model, groups: [group], schedule: [] };
  expect(tunedTo({ ...prepared, arms: new Map([["a", { ...arm, plan: { ...arm.plan, model } }]]) })).toEqual(["x.a"]);
});
