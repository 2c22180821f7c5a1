/**
 * There is one common set of parameters: what a firm is like is the same everywhere. A shipped scenario of the main
 * model may set only what tells places and programmes apart: place, sizes, months, trust, law, dispersion, the cost of
 * finding partners, visibility, turbulence, outside links, programme and institutions. A user's own scenario may set any
 * path.
 */
const PATHS: ReadonlySet<string> = new Set([
  "firms.count",
  "firms.size.median",
  "firms.size.spread",
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
  "informationCentre",
  "brand",
  "listing",
  "exports",
  "credit",
  "courses",
  "managers",
  "committee",
  "government",
  "restructuring",
  "infrastructure",
];

/** Whether a shipped scenario may set a path. */
export function mayBeSet(path: string): boolean {
  return PATHS.has(path) || GROUPS.some((group) => path.startsWith(`${group}.`));
}
