import { describe, expect, it } from "vitest";
import { GAUGES, MEASURES, MeasureLog } from "../../sim/observe/index.ts";
import { openHonduras } from "./realWorld.ts";
import { inOneCell, know, tinyWorld } from "./tinyWorld.ts";
import { remember } from "../../sim/observe/recorder.ts";
import { TERMS } from "../../sim/world/dilemma.ts";

const gauge = (id: string) => {
  const found = GAUGES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no gauge ${id}.`);
  return found;
};

describe("gauges", () => {
  const run = openHonduras("7", { "firms.count": 400 });
  run.playTo(60);
  const { world, memory } = run;
  const read = (id: string): number => gauge(id).value(world, memory) ?? NaN;
  const measure = (id: string): number => MEASURES.find((one) => one.id === id)?.value(world, memory) ?? NaN;

  it("have names of their own", () => {
    const ids = [...MEASURES, ...GAUGES].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("count every firm in business once", () => {
    const conducts = ["idle", "contributes", "freeRides"].map((name) => read(`conduct.${name}`));
    expect(conducts.reduce((sum, count) => sum + count, 0)).toBe(measure("firms.alive"));
    expect(conducts[1]).toBeGreaterThan(0);
  });

  it("say whose money it was, to the last kUSD, and how many refusals are behind each share", () => {
    const payers = ["public", "fees", "membership", "buyers"].map((name) => read(`money.${name}`));
    expect(payers.reduce((sum, paid) => sum + paid, 0)).toBeCloseTo(measure("cost.programme"), 9);
    expect(read("money.public") / measure("cost.programme")).toBeCloseTo(measure("funding.public.share"), 12);
    const counts = TERMS.map((term) => read(`refusals.count.${term}`));
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(all).toBeGreaterThan(0);
    TERMS.forEach((term, k) => expect(counts[k] / all).toBe(measure(`refusals.share.${term}`)));
  });

  it("order the quantiles of trust, and the loads of brokers", () => {
    const trust = ["p05", "p25", "p50", "p75", "p95"].map((name) => read(`trust.ties.${name}`));
    expect(trust).toEqual(trust.toSorted((a, b) => a - b));
    expect(trust[4]).toBeGreaterThan(trust[0]);
    const loads = ["least", "mean", "most"].map((name) => read(`brokers.load.${name}`));
    expect(loads).toEqual(loads.toSorted((a, b) => a - b));
    expect(loads[2]).toBeGreaterThan(0);
  });

  it("weigh all trust between firms in contact alike", () => {
    const tiny = tinyWorld({ firms: inOneCell(4) });
    tiny.month = 30;
    know(tiny, 0, 1, { met: 29, forward: [2, 0], back: [0, 2] }); // 0.625 and 0.125
    know(tiny, 0, 2, { met: 20, forward: [6, 0], back: [0, 0] }); // 0.8125 and 0.25
    know(tiny, 0, 3, { met: 3, forward: [90, 0], back: [90, 0] }); // too long ago
    const at = (name: string) => gauge(`trust.ties.${name}`).value(tiny, remember(tiny));
    expect(["p05", "p25", "p50", "p75", "p95"].map(at)).toEqual([0.125, 0.125, 0.25, 0.625, 0.815]);
    expect(gauge("trust.ties.p50").value(tinyWorld({ firms: [] }), remember(tiny))).toBeNull();
  });

  it("have no value where nobody is there to be weighed", () => {
    const empty = tinyWorld({ firms: inOneCell(2) });
    const nothing = remember(empty);
    for (const id of ["brokers.load.mean", "brokers.load.most", "brokers.load.least", "exports.members.share"]) {
      expect(gauge(id).value(empty, nothing)).toBeNull();
    }
    expect(gauge("exports.others.share").value(empty, nothing)).toBe(0);
  });

  it("go into the same log as measures", () => {
    const log = new MeasureLog([...MEASURES, ...GAUGES]);
    log.note(world, memory);
    expect(log.at(60)["conduct.idle"]).toBe(read("conduct.idle"));
    expect(log.at(60)["networks.alive"]).toBe(measure("networks.alive"));
  });
});
