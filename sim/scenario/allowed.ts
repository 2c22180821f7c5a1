/**
 * There is one common set of parameters: what a firm is like is the same everywhere. A shipped scenario of the main
 * model may set only what tells places and programmes apart: place, sizes, months, trust, law, dispersion, the cost of
 * finding partners, visibility, turbulence, outside links, programme and institutions. A user's own scenario may set any
 * path.
 */
const PATHS: ReadonlySet<string> = new Set([
  "firms.count",
  "firms.founders",
  "firms.size.median",
  "firms.size.spread",
  "firms.size.most",
  "region.count",
  "region.trust",
  "region.trust.spread",
  "region.law",
  "region.dispersion",
  "region.radius",
  "search.transactionCost",
  "reputation.visibility",
  "shocks.turbulence",
  "openness.pipelines",
  "grants.perFirm",
  "grants.month",
  "legalStatus.rate",
  "fees.schedule",
  "fees.free",
]);

/** Groups that are programme or institutions as a whole. */
const GROUPS = [
  "brokers",
  "phases",
  "leadFirms",
  "serviceCentres",
  "credit",
  "courses",
  "managers",
  "leaders",
  "feedback",
  "committee",
  "government",
  "restructuring",
  "infrastructure",
  "unit",
];

/** Institutions of which a scenario says whether and when they are there and of what kind and number, never how well they work. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  exports: [],
  informationCentre: [],
  intermediaries: ["profit", "nonProfit"],
  partnerships: ["count"],
  rewards: ["amount"],
  brand: [],
  clusterManagement: ["strategy", "label"],
  researchInstitutes: ["count"],
  certificates: [],
  listing: ["leads"],
};
const SWITCH = ["on", "start", "end"];
const OF_INSTITUTIONS: ReadonlySet<string> = new Set(
  Object.entries(CHOICES).flatMap(([id, own]) => [...SWITCH, ...own].map((name) => `${id}.${name}`)),
);

/** Whether a shipped scenario may set a path. */
export function mayBeSet(path: string): boolean {
  return PATHS.has(path) || OF_INSTITUTIONS.has(path) || GROUPS.some((group) => path.startsWith(`${group}.`));
}
