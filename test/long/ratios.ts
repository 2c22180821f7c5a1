import type { Arm } from "../../sim/contract.ts";
import { comparisonJobs, prepareComparison } from "../../sim/experiment/compare.ts";
import { Pairs } from "../../sim/experiment/paired.ts";
import { ascending, quantileOf } from "../../sim/experiment/statistics/shape.ts";
import { difference } from "../../sim/experiment/statistics/summary.ts";
import type { WorldResult } from "../../sim/experiment/world.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** What pairing leaves of the variance, var(a - b) / (var(a) + var(b)), where options differ in one lever of a programme. */

type Lever = readonly [path: string, value: string | number | boolean];

/** One lever each, moved as somebody who plans a programme would move it; the base is Honduras as it is. */
export const LEVERS: readonly Lever[] = [
  ["sanctions.fines", false],
  ["phases.sequence", "strategicFirst"],
  ["phases.assistance", 24],
  ["fees.schedule", "flat"],
  ["fees.schedule", "none"],
  ["brokers.count", 6],
  ["brokers.end", 54],
  ["brokers.training", true],
  ["brokers.incentive", 0.5],
  ["brokers.caseload", 4],
  ["grants.perFirm", 2],
  ["joining.size", 10],
  ["legalStatus.rate", 0.6],
  ["openness.pipelines", 0.1],
];

/** Sales of all firms at the end, which no measure of the model is. */
export const ALL_SALES = "sales of all firms";
export const SALES = ["sales.members.change", "sales.causal.change", "sales.others.change", ALL_SALES] as const;
export const TRUST = ["trust.members", "trust.neighbours", "trust.population"] as const;
type Id = (typeof SALES)[number] | (typeof TRUST)[number];

export interface Ratios {
  readonly lever: string;
  /** By measure; null where nothing varies. */
  readonly of: Readonly<Record<Id, number | null>>;
}

interface Extent {
  readonly worlds: number;
  readonly firms: number;
  readonly months: number;
  readonly seed: string;
}

function salesOf({ ends }: WorldResult): number {
  return ends === null ? NaN : ends.sales.reduce((sum, each) => sum + each, 0);
}

/** Each lever against the base, on the same worlds. Causal changes are against no programme, in the arm and in the base. */
export async function ratiosOf(levers: readonly Lever[], { worlds, firms, months, seed }: Extent): Promise<Ratios[]> {
  const arm = (name: string, settings: Arm["settings"] = {}): Arm => ({ name, scenario: "honduras", settings });
  const arms = [
    ...levers.map(([path, value]) => arm(`${path}=${String(value)}`, { [path]: value })),
    arm("base"),
    arm("no programme", { "brokers.count": 0 }),
  ];
  const request = { arms, replicates: worlds, seed, settings: { "firms.count": firms, months } };
  const prepared = prepareComparison(request, CATALOGUE);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const names = arms.map(({ name }) => name);
  const pairs = new Pairs(names, months);
  const all = arms.map((): number[] => []);
  let waiting: WorldResult[] = [];
  for await (const world of runHere(CATALOGUE)(comparisonJobs(prepared.value))) {
    all[waiting.length].push(salesOf(world));
    waiting.push(world);
    if (waiting.length < arms.length) continue;
    pairs.add(waiting);
    waiting = [];
  }
  const values = (at: number, id: Id) => (id === ALL_SALES ? all[at] : pairs.values(at, id));
  const base = levers.length;
  return levers.map((_, at) => {
    const ratio = (id: Id) => [id, difference(values(at, id), values(base, id)).varianceRatio];
    return { lever: names[at], of: Object.fromEntries([...SALES, ...TRUST].map(ratio)) as Ratios["of"] };
  });
}

/** The middle one of the ratios of some measures, all levers together; null where there are none. */
export function medianOf(found: readonly Ratios[], ids: readonly Id[]): number | null {
  const known = ascending(found.flatMap(({ of }) => ids.map((id) => of[id])).filter((value) => value !== null));
  return known.length === 0 ? null : quantileOf(known, 0.5);
}
