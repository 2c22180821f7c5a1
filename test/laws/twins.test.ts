import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import type { Run } from "../../sim/index.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import { LIVELY, hashAfter, runOf, worldOf } from "../worlds.ts";

/** What must hold whatever the parameters are: limiting cases, and twins that differ only where they were made to. */

const MONTHS = 60;

/** A column of every firm that lives, by birth key. */
function byKey(run: Run, column: "luck" | "position" | "x" | "type"): Map<string, number> {
  const { firms } = worldOf(run);
  const values = new Map<string, number>();
  for (let i = 0; i < firms.count; i++) {
    if (firms.alive[i]) values.set(`${firms.keyHigh[i]}:${firms.keyLow[i]}`, firms[column][i]);
  }
  return values;
}

/** Values of firms that live in both worlds. */
function shared(a: Map<string, number>, b: Map<string, number>): [number[], number[]] {
  const keys = [...a.keys()].filter((key) => b.has(key));
  return [keys.map((key) => a.get(key) as number), keys.map((key) => b.get(key) as number)];
}

describe("limiting cases, byte for byte", () => {
  test("a fine of 0 is no fine", () => {
    const none = hashAfter(MONTHS, "honduras", { ...LIVELY, "sanctions.fines": false });
    expect(hashAfter(MONTHS, "honduras", { ...LIVELY, "sanctions.fine": 0 })).toBe(none);
    expect(hashAfter(MONTHS, "honduras", LIVELY)).not.toBe(none);
  });

  test("no brokers are no brokers, whatever their skill, pay, fee and caseload", () => {
    const none = hashAfter(MONTHS, "honduras", { ...LIVELY, "brokers.count": 0 });
    for (const change of [
      { "brokers.skill": 0.1 },
      { "brokers.caseload": 20 },
      { "brokers.wage": 9 },
      { "phases.assistance": 5 },
      { "fees.autonomy": 0 },
    ] as Record<string, Value>[]) {
      expect(hashAfter(MONTHS, "honduras", { ...LIVELY, "brokers.count": 0, ...change })).toBe(none);
    }
  });

  test("no brokers are the same as no mechanism of brokers", () => {
    const settings = { ...LIVELY, "brokers.count": 0 };
    expect(hashAfter(MONTHS, "honduras", settings, ["brokers"])).toBe(hashAfter(MONTHS, "honduras", settings));
  });

  test("a rate of 0 is the same as no mechanism", () => {
    for (const [id, path] of [
      ["search", "search.rate"],
      ["recruiting", "recruiting.rate"],
      ["reputation", "reputation.visibility"],
      ["expulsion", "expulsion.rate"],
      ["autonomy", "autonomy.leading"],
      ["legalStatus", "legalStatus.rate"],
      ["exit", "exit.hazard"],
    ]) {
      const off = hashAfter(MONTHS, "honduras", { ...LIVELY, [path]: 0 });
      expect(hashAfter(MONTHS, "honduras", LIVELY, [id]), id).toBe(off);
      expect(hashAfter(MONTHS, "honduras", LIVELY), id).not.toBe(off);
    }
  });
});

describe("with little noise, theory is sharp", () => {
  test("no trust and full transaction cost: no network, ever", () => {
    const run = runOf("honduras", {
      "firms.count": 400,
      "brokers.count": 0,
      "region.trust": 0,
      "region.law": 0,
      "joining.noise": 0.0001,
      "search.rate": 0.5,
    });
    run.playTo(MONTHS);
    expect(run.measure("networks.formed")).toBe(0);
  });

  test("full trust and no cost: everyone who is asked joins", () => {
    const run = runOf("honduras", {
      "firms.count": 400,
      "brokers.count": 0,
      "region.trust": 1,
      "region.law": 1,
      "joining.noise": 0.0001,
      "search.transactionCost": 0,
      "joining.coordination": 0,
      "joining.watching": 0,
      "search.rate": 0.5,
    });
    run.playTo(1);
    const { journal } = worldOf(run);
    const asked = Array.from({ length: journal!.count }, (_, at) => [journal!.yes[at], journal!.asked[at]]);
    const votes = asked.filter(([, of]) => of > 0);
    expect(votes.length).toBeGreaterThan(5);
    for (const [yes, of] of votes) expect(yes).toBe(of);
  });
});

describe("twins", () => {
  test("another programme leaves every other draw as it was", () => {
    const [a, b] = [{ "brokers.count": 0 }, {}].map((change) => {
      const run = runOf("honduras", { ...LIVELY, ...change });
      run.playTo(MONTHS);
      return run;
    });
    expect(a.hash()).not.toBe(b.hash());
    for (const column of ["luck", "position", "type"] as const) {
      const [left, right] = shared(byKey(a, column), byKey(b, column));
      expect(left.length).toBeGreaterThan(100);
      expect(left).toEqual(right);
    }
  });

  for (const { id } of SCHEDULE) {
    test(`without ${id}, luck falls on the same firms as before`, () => {
      if (id === "demand")
        return expect(hashAfter(6, "honduras", LIVELY, [id])).not.toBe(hashAfter(6, "honduras", LIVELY));
      const run = runOf("honduras", LIVELY);
      const without = runOf("honduras", LIVELY, [id]);
      run.playTo(24);
      without.playTo(24);
      const [left, right] = shared(byKey(run, "luck"), byKey(without, "luck"));
      expect(left.length).toBeGreaterThan(50);
      expect(left).toEqual(right);
    });
  }

  test("measures, decisions and journal change no byte", async () => {
    const { Run } = await import("../../sim/index.ts");
    const plan = runOf("honduras", LIVELY).plan;
    const hashes = [true, false].flatMap((measures) =>
      [true, false].map((decisions) => {
        const run = new Run(plan, { measures, decisions });
        run.playTo(MONTHS);
        if (measures) run.measures();
        return run.hash();
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});
