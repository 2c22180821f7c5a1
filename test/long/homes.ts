import type { Value } from "../../sim/contract.ts";
import { SCHEDULE } from "../../sim/mechanisms/index.ts";
import { runOf } from "../worlds.ts";

/**
 * Every mechanism and institution moves a named measure in its home scenario: the table says which, and `effectIn` plays
 * the same worlds with and without it.
 */

/** Where and by what a mechanism shows. */
export interface Home {
  readonly id: string;
  readonly scenario: string;
  readonly measure: string;
  readonly month: number;
  /** Whether the measure is more or less with it than without. */
  readonly sign: "more" | "less";
  /** Laid over the scenario in both worlds: sizes that a test can bear, and what lets the mechanism be seen. */
  readonly settings?: Readonly<Record<string, Value>>;
  /** Laid over the world in which it works, beside `ID.on` for an institution. */
  readonly on?: Readonly<Record<string, Value>>;
}

const HONDURAS = { "firms.count": 400, "brokers.count": 4 };
const ITALY = { "firms.count": 300 };
const TOWNS = { "firms.count": 600 };

/** Every mechanism, in the order of a month. */
export const HOMES: readonly Home[] = [
  { id: "conditions", scenario: "zhejiang", measure: "exports.firms.share", month: 24, sign: "less", settings: TOWNS },
  {
    id: "informationCentre",
    scenario: "zhejiang",
    measure: "exports.firms.share",
    month: 60,
    sign: "more",
    settings: TOWNS,
  },
  {
    id: "intermediaries",
    scenario: "zhongguancun",
    measure: "exports.firms.share",
    month: 60,
    sign: "more",
    settings: TOWNS,
  },
  {
    id: "partnerships",
    scenario: "zhongguancun",
    measure: "exports.firms.share",
    month: 60,
    sign: "more",
    settings: TOWNS,
  },
  { id: "rewards", scenario: "zhongguancun", measure: "exports.firms.share", month: 60, sign: "more", settings: TOWNS },
  { id: "brand", scenario: "zhejiang", measure: "exports.firms.share", month: 60, sign: "more", settings: TOWNS },
  {
    id: "clusterManagement",
    scenario: "baden-wuerttemberg",
    measure: "partners.found",
    month: 60,
    sign: "more",
    settings: TOWNS,
  },
  {
    id: "researchInstitutes",
    scenario: "zhongguancun",
    measure: "knowledge.untied.change",
    month: 60,
    sign: "more",
    settings: TOWNS,
  },
  {
    id: "certificates",
    scenario: "zhongguancun",
    measure: "exports.firms.share",
    month: 60,
    sign: "more",
    settings: TOWNS,
  },
  { id: "listing", scenario: "linyi", measure: "knowledge.tied.change", month: 60, sign: "more", settings: TOWNS },
  { id: "entry", scenario: "honduras", measure: "firms.alive", month: 36, sign: "more", settings: HONDURAS },
  {
    id: "demand",
    scenario: "developing-start",
    measure: "sales.others.change",
    month: 36,
    sign: "more",
    settings: ITALY,
  },
  {
    id: "grants",
    scenario: "developing-start",
    measure: "sales.others.change",
    month: 12,
    sign: "more",
    settings: { ...ITALY, "grants.month": 6, "grants.perFirm": 5 },
  },
  { id: "encounters", scenario: "italian-district", measure: "ties.density", month: 36, sign: "more", settings: ITALY },
  { id: "courses", scenario: "emasim", measure: "ties.density", month: 24, sign: "more" },
  { id: "search", scenario: "italian-district", measure: "networks.formed", month: 36, sign: "more", settings: ITALY },
  { id: "government", scenario: "nicaragua", measure: "brokers.active", month: 60, sign: "less" },
  { id: "unit", scenario: "honduras", measure: "brokers.active", month: 90, sign: "more", settings: HONDURAS },
  { id: "brokers", scenario: "honduras", measure: "networks.brokered", month: 48, sign: "more", settings: HONDURAS },
  {
    id: "training",
    scenario: "honduras",
    measure: "brokers.active",
    month: 48,
    sign: "more",
    settings: { ...HONDURAS, "brokers.training": true },
  },
  {
    id: "brokerLearning",
    scenario: "honduras",
    measure: "networks.alive",
    month: 60,
    sign: "more",
    settings: { ...HONDURAS, "brokers.skill": 0.3 },
    on: { "brokerLearning.methodology": true, "brokerLearning.tours": 12 },
  },
  { id: "leadFirms", scenario: "mexico", measure: "quality.suppliers.change", month: 48, sign: "more" },
  { id: "fees", scenario: "honduras", measure: "net.score.mean", month: 80, sign: "more", settings: HONDURAS },
  {
    id: "managers",
    scenario: "profo",
    measure: "net.score.mean",
    month: 72,
    sign: "more",
    settings: { "firms.count": 900, "brokers.count": 12, "fees.schedule": "none" },
  },
  { id: "joining", scenario: "italian-district", measure: "networks.formed", month: 36, sign: "more", settings: ITALY },
  {
    id: "recruiting",
    scenario: "italian-district",
    measure: "ties.density",
    month: 48,
    sign: "more",
    settings: { ...ITALY, "joining.size": 6 },
  },
  { id: "agreements", scenario: "honduras", measure: "contribution.rate", month: 48, sign: "more", settings: HONDURAS },
  {
    id: "legalStatus",
    scenario: "honduras",
    measure: "net.score.mean",
    month: 48,
    sign: "more",
    settings: { ...HONDURAS, "legalStatus.rate": 1 },
  },
  { id: "contribution", scenario: "honduras", measure: "networks.alive", month: 48, sign: "more", settings: HONDURAS },
  { id: "sanctions", scenario: "honduras", measure: "contribution.rate", month: 48, sign: "more", settings: HONDURAS },
  { id: "inputs", scenario: "nicaragua", measure: "inputs.price.change", month: 60, sign: "less" },
  { id: "orders", scenario: "nicaragua", measure: "orders.undelivered.share", month: 60, sign: "more" },
  {
    id: "projectResults",
    scenario: "honduras",
    measure: "sales.members.change",
    month: 60,
    sign: "more",
    settings: HONDURAS,
  },
  {
    id: "restructuring",
    scenario: "honduras",
    measure: "quality.horizontal.change",
    month: 60,
    sign: "more",
    settings: HONDURAS,
  },
  { id: "trust", scenario: "honduras", measure: "trust.members", month: 48, sign: "more", settings: HONDURAS },
  {
    id: "reputation",
    scenario: "italian-district",
    measure: "ties.clustering",
    month: 48,
    sign: "less",
    settings: ITALY,
  },
  {
    id: "beliefs",
    scenario: "italian-district",
    measure: "contribution.rate",
    month: 60,
    sign: "more",
    settings: ITALY,
  },
  {
    id: "leaders",
    scenario: "italian-district",
    measure: "networks.hazard.unassisted",
    month: 72,
    sign: "less",
    settings: ITALY,
  },
  {
    id: "knowledge",
    scenario: "italian-district",
    measure: "ties.knowledgeDensity",
    month: 36,
    sign: "more",
    settings: ITALY,
  },
  {
    id: "autonomy",
    scenario: "italian-district",
    measure: "networks.hazard.unassisted",
    month: 72,
    sign: "less",
    settings: ITALY,
  },
  {
    id: "feedback",
    scenario: "honduras",
    measure: "quality.horizontal.change",
    month: 60,
    sign: "more",
    settings: HONDURAS,
  },
  { id: "phases", scenario: "honduras", measure: "networks.formed", month: 48, sign: "more", settings: HONDURAS },
  { id: "expulsion", scenario: "honduras", measure: "freeRiders.seen", month: 60, sign: "less", settings: HONDURAS },
  { id: "leaving", scenario: "italian-district", measure: "networks.alive", month: 60, sign: "more", settings: ITALY },
  {
    id: "dormancy",
    scenario: "italian-district",
    measure: "networks.operative.share",
    month: 60,
    sign: "less",
    settings: ITALY,
  },
  {
    id: "dissolution",
    scenario: "italian-district",
    measure: "networks.alive",
    month: 72,
    sign: "less",
    settings: ITALY,
  },
  { id: "assistance", scenario: "honduras", measure: "networks.alive", month: 90, sign: "less", settings: HONDURAS },
  {
    id: "agglomeration",
    scenario: "developing-start",
    measure: "sales.others.change",
    month: 60,
    sign: "more",
    settings: ITALY,
  },
  { id: "supply", scenario: "mexico", measure: "quality.suppliers.change", month: 48, sign: "more" },
  { id: "workingCapital", scenario: "nicaragua", measure: "sales.members.change", month: 60, sign: "more" },
  {
    id: "performance",
    scenario: "honduras",
    measure: "sales.members.change",
    month: 60,
    sign: "more",
    settings: HONDURAS,
  },
  { id: "exit", scenario: "honduras", measure: "trust.population", month: 60, sign: "less", settings: HONDURAS },
  { id: "upgrading", scenario: "mexico", measure: "quality.suppliers.change", month: 60, sign: "more" },
  { id: "credit", scenario: "nicaragua", measure: "assets.members.change", month: 60, sign: "more" },
  { id: "serviceCentres", scenario: "jamaica", measure: "services.use", month: 48, sign: "more" },
  { id: "committee", scenario: "nicaragua", measure: "inputs.price.change", month: 60, sign: "less" },
  {
    id: "infrastructure",
    scenario: "honduras",
    measure: "networks.alive",
    month: 60,
    sign: "more",
    settings: HONDURAS,
  },
  { id: "exports", scenario: "zhongguancun", measure: "exports.firms.share", month: 60, sign: "more", settings: TOWNS },
  {
    id: "foreignShocks",
    scenario: "zhongguancun",
    measure: "exports.survival36.share",
    month: 72,
    sign: "less",
    settings: TOWNS,
  },
];

const SWITCHED = new Set(SCHEDULE.filter(({ params }) => "on" in params).map(({ id }) => id));

/** The measure in one world of a home, with the mechanism or without. */
function measured(home: Home, seed: number, isOn: boolean): number | null {
  const { id, scenario, settings, on, month, measure } = home;
  const all = { ...settings, ...(isOn ? on : {}), seed: String(seed) };
  const run = SWITCHED.has(id)
    ? runOf(scenario, { ...all, [`${id}.on`]: isOn })
    : runOf(scenario, all, isOn ? [] : [id]);
  run.playTo(month);
  return run.measure(measure) as number | null;
}

/**
 * Student's t of a mechanism's effect over pairs of worlds, positive where it has the sign that its home states; infinite
 * where all pairs differ alike. Pairs with a measure that is null do not count.
 */
export function effectIn(home: Home, pairs: number): { mean: number; t: number; n: number } {
  const differences: number[] = [];
  for (let seed = 1; seed <= pairs; seed++) {
    const [with_, without] = [true, false].map((isOn) => measured(home, seed, isOn));
    if (with_ !== null && without !== null) differences.push(home.sign === "more" ? with_ - without : without - with_);
  }
  const n = differences.length;
  const mean = differences.reduce((sum, each) => sum + each, 0) / n;
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1);
  return { mean, t: mean === 0 ? 0 : mean / Math.sqrt(variance / n), n };
}
