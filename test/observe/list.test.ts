import { describe, expect, it } from "vitest";
import { MEASURES } from "../../sim/observe/index.ts";
import { openHonduras } from "./realWorld.ts";

/** Names that others rely on. */
const IDS = [
  "networks.formed",
  "networks.spontaneous",
  "networks.brokered",
  "networks.alive",
  "networks.size.mean",
  "networks.firstMonth",
  "networks.dissolvedDuringAssistance.share",
  "networks.aliveAfterExit24",
  "networks.survivalAfterExit24",
  "networks.hazard.unassisted",
  "networks.operative.share",
  "net.score.mean",
  "firms.alive",
  "firms.inNetworks.share",
  "members.size.mean",
  "contribution.rate",
  "freeRiders.seen",
  "fines.count",
  "refusals.share.benefit",
  "refusals.share.contribution",
  "refusals.share.search",
  "refusals.share.bargaining",
  "refusals.share.watching",
  "refusals.share.exposure",
  "refusals.share.fee",
  "transactionCosts.total",
  "trust.population",
  "trust.members",
  "trust.neighbours",
  "ties.density",
  "ties.knowledgeDensity",
  "ties.clustering",
  "ties.giantComponent.share",
  "ties.modularity",
  "ties.centralisation",
  "cost.programme",
  "cost.perNetwork",
  "cost.perSurvivingNetworkYear",
  "funding.public.share",
  "brokers.active",
  "sales.members.change",
  "sales.others.change",
  "jobs.members.change",
  "assets.members.change",
  "sales.naiveBestSix.change",
  "gains.gini",
  "inputs.price.change",
  "orders.undelivered.share",
  "services.use",
  "sales.suppliers.change",
  "sales.horizontal.change",
  "quality.suppliers.change",
  "quality.horizontal.change",
  "exports.total",
  "exports.share",
  "exports.firms.share",
  "exports.indirect.share",
  "exports.first.indirect.share",
  "exports.survival36.share",
  "exports.branchLag.mean",
  "sizes.top5.exportShare",
  "partners.found",
  "knowledge.tied.change",
  "knowledge.untied.change",
  "knowledge.tied.ahead",
  "knowledge.mean",
  "clusters.large.share",
  "clusters.notSmall.share",
];

/** Those that may have no value. */
const NULLABLE = [
  "networks.size.mean",
  "networks.firstMonth",
  "networks.dissolvedDuringAssistance.share",
  "networks.survivalAfterExit24",
  "networks.hazard.unassisted",
  "networks.operative.share",
  "contribution.rate",
  "refusals.share.benefit",
  "refusals.share.contribution",
  "refusals.share.search",
  "refusals.share.bargaining",
  "refusals.share.watching",
  "refusals.share.exposure",
  "refusals.share.fee",
  "sales.members.change",
  "sales.others.change",
  "jobs.members.change",
  "assets.members.change",
];

const SHARES = MEASURES.filter(({ unit }) => unit === "share" || unit === "0..1").map(({ id }) => id);

describe("the list of measures", () => {
  it("has every name once", () => {
    expect(MEASURES.map(({ id }) => id).toSorted()).toEqual(IDS.toSorted());
  });

  it("says of each what it is and when there is none", () => {
    for (const { id, title, unit, formula, over, nullWhen } of MEASURES) {
      for (const text of [title, unit, formula, over, nullWhen]) expect(text.trim(), id).not.toBe("");
      expect(nullWhen === "never", id).toBe(!NULLABLE.includes(id));
    }
    expect(new Set(MEASURES.map(({ title }) => title)).size).toBe(MEASURES.length);
  });

  it.each([
    ["with nothing in it", { "firms.count": 0 }],
    ["of one firm", { "firms.count": 1 }],
    ["where nobody comes together", { "brokers.count": 0, "search.rate": 0 }],
    ["as it was", {}],
  ])("gives a finite number in every month of a Honduras %s, or null where that is allowed", (_, changes) => {
    const run = openHonduras("5", { "firms.count": 300, ...changes });
    for (let month = 0; month <= 100; month += 1) {
      run.playTo(month);
      for (const { id, value } of MEASURES) {
        const seen = value(run.world, run.memory);
        if (seen === null) expect(NULLABLE, `${id} in month ${month}`).toContain(id);
        else expect(Number.isFinite(seen), `${id} in month ${month}`).toBe(true);
      }
    }
  });

  it("keeps shares between 0 and 1, apart from changes", () => {
    const run = openHonduras("6", { "firms.count": 300, "fees.schedule": "rising", "brokers.end": 50 });
    run.playTo(90);
    for (const measure of MEASURES.filter(({ id }) => SHARES.includes(id) && !id.endsWith(".change"))) {
      const seen = measure.value(run.world, run.memory) ?? 0;
      expect(seen, measure.id).toBeGreaterThanOrEqual(0);
      expect(seen, measure.id).toBeLessThanOrEqual(1);
    }
    expect(run.memory.months.count).toBe(91);
  });
});
