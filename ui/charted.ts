/** Measures and gauges that the page asks for. */

const TERMS = ["benefit", "contribution", "search", "bargaining", "watching", "exposure", "fee"] as const;

/** How many refusals each cost or fear stands behind, in the order of a decision's terms. */
export const REFUSALS = TERMS.map((term) => ({ term, id: `refusals.count.${term}` as const }));

/** What is shown for every month. */
export const WATCHED: readonly string[] = [
  "networks.alive",
  "networks.formed",
  "contribution.rate",
  "cost.perNetwork",
  ...REFUSALS.map(({ id }) => id),
];

/** What the charts show beside it. */
export const CHARTED: readonly string[] = [
  "conduct.contributes",
  "conduct.freeRides",
  "conduct.idle",
  "freeRiders.seen",
  "fines.count",
  "trust.population",
  "trust.members",
  "trust.neighbours",
  "trust.ties.p05",
  "trust.ties.p25",
  "trust.ties.p50",
  "trust.ties.p75",
  "trust.ties.p95",
  "sales.members.change",
  "sales.others.change",
  "jobs.members.change",
  "jobs.others.change",
  "assets.members.change",
  "assets.others.change",
  "exports.members.share",
  "exports.others.share",
  "money.public",
  "money.fees",
  "money.membership",
  "money.buyers",
  "brokers.active",
  "brokers.load.least",
  "brokers.load.mean",
  "brokers.load.most",
  "ties.density",
  "ties.knowledgeDensity",
  "ties.clustering",
  "ties.giantComponent.share",
  "ties.modularity",
  "ties.centralisation",
];
