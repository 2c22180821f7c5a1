import { describe, expect, test } from "vitest";
import type { Value } from "../../sim/contract.ts";
import { EVERYTHING, LIVELY, hashAfter, runOf, worldOf } from "../worlds.ts";

const MONTHS = 48;

/** Mean of a value over a few seeds. */
function mean(
  value: (run: ReturnType<typeof runOf>) => number,
  settings: Record<string, Value>,
  months = MONTHS,
): number {
  const seeds = 3;
  let sum = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const run = runOf("honduras", { ...LIVELY, ...settings, seed: `institutions/${seed}` });
    run.playTo(months);
    sum += value(run);
  }
  return sum / seeds;
}

function meanOf(column: "knowledge" | "quality" | "assets" | "sales" | "productivity") {
  return (run: ReturnType<typeof runOf>) => {
    const { firms } = worldOf(run);
    let sum = 0;
    for (let i = 0; i < firms.count; i++) sum += firms[column][i];
    return sum / firms.count;
  };
}

const measure = (id: string) => (run: ReturnType<typeof runOf>) => run.measure(id) as number;

describe("an institution of no size is none", () => {
  test("capacity 0 is no institution; a rate of 0 neither", () => {
    const plain = hashAfter(MONTHS, "honduras", { ...LIVELY, "courses.on": false });
    for (const nothing of [
      { "serviceCentres.on": true, "serviceCentres.capacity": 0 },
      { "credit.on": true, "credit.capacity": 0 },
      { "managers.on": true, "managers.rate": 0 },
      { "restructuring.on": true, "restructuring.mark": 0 },
      { "courses.on": true, "courses.rate": 0 },
      { "infrastructure.on": true, "infrastructure.nearness": 0, "infrastructure.demand": 0 },
      { "government.month": -1, "government.budget": 1 },
      { "grants.perFirm": 0, "grants.month": 3 },
    ] as Record<string, Value>[]) {
      const settings = { ...LIVELY, "courses.on": false, ...nothing };
      expect(hashAfter(MONTHS, "honduras", settings), JSON.stringify(nothing)).toBe(plain);
    }
  });
});

describe("plain grants", () => {
  test("raise assets and sales at once, fade, and bring no networks", () => {
    const none = { "brokers.count": 0, "region.trust": 0.25, "region.law": 0.1, "search.rate": 0.01 };
    const grant = { ...none, "grants.perFirm": 5, "grants.month": 6 };
    const [with_, without] = [grant, none].map((settings) => runOf("honduras", { ...LIVELY, ...settings }));
    const gains = (month: number) => {
      for (const run of [with_, without]) run.playTo(month);
      const [assets, sales] = (["assets", "sales"] as const).map((of) => meanOf(of)(with_) / meanOf(of)(without) - 1);
      return { assets, sales };
    };
    const soon = gains(6);
    const late = gains(96);
    expect(soon.assets).toBeGreaterThan(0.05);
    expect(soon.sales).toBeGreaterThan(0.005);
    expect(late.assets).toBeLessThan(soon.assets / 2);
    expect(late.sales).toBeLessThan(soon.sales / 2);
    const formed = measure("networks.formed");
    expect(Math.abs(formed(with_) - formed(without))).toBeLessThanOrEqual(1);
  });

  test("cost what is given", () => {
    const run = runOf("developing-start", {
      "firms.count": 50,
      "grants.perFirm": 2,
      "grants.month": 1,
      "exit.hazard": 0,
    });
    run.playTo(1);
    expect(run.measure("cost.programme")).toBeCloseTo(100, 9);
  });
});

describe("service centres", () => {
  const on = { "serviceCentres.on": true };

  test("never serve more than they can, use what they have, and let the rest wait", () => {
    const run = runOf("honduras", { ...LIVELY, ...on, "serviceCentres.capacity": 7, "serviceCentres.need": 0.5 });
    const served: number[] = [];
    for (let month = 1; month <= 24; month++) {
      const before = worldOf(run).tally.cases[0];
      run.step();
      served.push(worldOf(run).tally.cases[0] - before);
    }
    expect(Math.max(...served)).toBeLessThanOrEqual(7);
    expect(served.at(-1)).toBe(7);
    const { regions, firms } = worldOf(run);
    const waiting = Array.from(firms.waiting).filter((months, i) => months > 0 && firms.alive[i] === 1).length;
    expect(regions.queue.reduce((sum, queue) => sum + queue, 0)).toBe(waiting);
    expect(waiting).toBeGreaterThan(0);
    expect(run.measure("services.use")).toBeCloseTo(7, 9);
  });

  test("more capacity, more use; a higher fee, less", () => {
    const use = (settings: Record<string, Value>) => mean(measure("services.use"), { ...on, ...settings }, 24);
    expect(use({ "serviceCentres.capacity": 40 })).toBeGreaterThan(use({ "serviceCentres.capacity": 4 }));
    expect(use({ "serviceCentres.fee": 1 })).toBeLessThan(use({ "serviceCentres.fee": 0 }));
  });

  test("raise the quality of work", () => {
    expect(mean(meanOf("quality"), on)).toBeGreaterThan(mean(meanOf("quality"), {}));
  });
});

describe("courses, managers, committee, government, restructuring, infrastructure", () => {
  test("who sat on a course together knows each other, and knows more", () => {
    const [with_, without] = [true, false].map((is) => ({ "courses.on": is, "courses.rate": 4 }));
    expect(mean(meanOf("knowledge"), with_, 24)).toBeGreaterThan(mean(meanOf("knowledge"), without, 24));
    expect(mean(measure("ties.density"), with_, 24)).toBeGreaterThan(mean(measure("ties.density"), without, 24));
  });

  test("a manager of its own makes a network autonomous", () => {
    const autonomy = (run: ReturnType<typeof runOf>) => {
      const { networks } = worldOf(run);
      const living = Array.from({ length: networks.count }, (_, g) => g).filter((g) => networks.size[g] > 0);
      return living.reduce((sum, g) => sum + networks.autonomy[g], 0) / living.length;
    };
    expect(mean(autonomy, { "managers.on": true })).toBeGreaterThan(mean(autonomy, {}) + 0.01);
  });

  test("the committee moves law, inputs and credit, the faster the more firms are in networks", () => {
    const law = (run: ReturnType<typeof runOf>) => worldOf(run).regions.law[0];
    const on = { "committee.on": true };
    expect(mean(law, on)).toBeGreaterThan(mean(law, {}));
    expect(mean(law, on)).toBeGreaterThan(mean(law, { ...on, "brokers.count": 0, "search.rate": 0 }));
    const run = runOf("honduras", { ...LIVELY, ...on });
    run.playTo(MONTHS);
    const { regions } = worldOf(run);
    expect(regions.inputCost[0]).toBeLessThan(1);
    expect(regions.inputCost[0]).toBeGreaterThanOrEqual(0.9);
    expect(regions.credit[0]).toBeGreaterThan(1);
  });

  test("a change of government halves an exposed programme and spares an autonomous one", () => {
    const staff = (autonomy: number) => {
      const run = runOf("honduras", { ...LIVELY, "government.month": 20, "government.autonomy": autonomy });
      run.playTo(24);
      return run.measure("brokers.active");
    };
    expect(staff(0)).toBe(2);
    expect(staff(1)).toBe(4);
  });

  test("strategic work raises quality where members restructure", () => {
    const settings = { "phases.sequence": "strategicFirst" };
    const restructured = mean(meanOf("quality"), { ...settings, "restructuring.on": true }, 24);
    expect(restructured).toBeGreaterThan(mean(meanOf("quality"), settings, 24));
  });

  test("infrastructure brings firms nearer", () => {
    const dispersion = (run: ReturnType<typeof runOf>) => worldOf(run).regions.dispersion[0];
    expect(mean(dispersion, { "infrastructure.on": true }, 24)).toBeCloseTo((1 - 0.006) ** 24, 9);
  });
});

describe("credit and savings", () => {
  test("loans go to networks with legal form or a fund, and are paid back", () => {
    const run = runOf(EVERYTHING, { ...LIVELY, "leadFirms.count": 0 });
    let lent = 0;
    let most = 0;
    for (let month = 1; month <= 60; month++) {
      run.step();
      const { networks } = worldOf(run);
      for (let g = 0; g < networks.count; g++) {
        if (networks.loan[g] > 0) lent += 1;
        most = Math.max(most, networks.loan[g] / Math.max(1, networks.size[g]));
        expect(networks.fund[g]).toBeGreaterThanOrEqual(0);
      }
    }
    expect(lent).toBeGreaterThan(10);
  });

  test("a fund bridges bad months: members of savings groups have better luck", () => {
    const savings = { ...EVERYTHING, name: "savings", institutions: [], events: [], programme: [] };
    const luck = (cover: number) => {
      const run = runOf({ ...savings, projects: ["savings-group"] }, { ...LIVELY, "workingCapital.cover": cover });
      run.playTo(36);
      const { firms } = worldOf(run);
      const members = Array.from({ length: firms.count }, (_, i) => i).filter((i) => firms.network[i] >= 0);
      return members.reduce((sum, i) => sum + firms.luck[i], 0) / members.length;
    };
    expect(luck(1)).toBeGreaterThan(luck(0));
  });
});
