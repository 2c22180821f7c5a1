import type { ComparisonDocument, Reply, StudyReading, StudyRequest, StudySource, Valuation } from "../contract.ts";
import type { Problem } from "../kernel/problem.ts";
import { didYouMean } from "../kernel/problem.ts";
import type { Catalogue } from "../scenario/catalogue.ts";
import { MAIN_MODEL } from "../scenario/catalogue.ts";
import type { Circumstances, Resolved } from "../scenario/resolve.ts";
import { resolve } from "../scenario/resolve.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { PreparedComparison } from "./compare.ts";
import { comparisonJobs, comparisonOf, prepareComparison, stoppingOf } from "./compare.ts";
import type { Gains } from "./gains.ts";
import { gainsOf } from "./gains.ts";
import { CAUSAL, Pairs } from "./paired.ts";
import { looksOf, settledAt } from "./looks.ts";
import type { StudyValues } from "./readingOf.ts";
import { readingOf, valuesOf } from "./readingOf.ts";
import type { Runner, WorldJob, WorldResult } from "./world.ts";
import type { Flows } from "./worth.ts";
import { flowsOf } from "./worth.ts";

/** A study: a comparison that answers a question, pair by pair as the worlds come in. */

export interface PreparedStudy {
  readonly comparison: PreparedComparison;
  readonly request: StudyRequest;
}

/** Checks everything before anything is run. */
export function prepareStudy(
  request: StudyRequest,
  catalogue: Catalogue,
  circumstances: Circumstances = {},
): Reply<PreparedStudy> {
  const comparison = prepareComparison(request, catalogue, circumstances);
  if (!comparison.ok) return comparison;
  const problems: Problem[] = [];
  const { target, budget, valuation } = request;
  problems.push(...comparison.value.arms.flatMap(modelProblems));
  const ids = comparison.value.arms[0].plan.model.measures.map(({ id }) => id);
  const { course = target.measure, also = [] } = request;
  const named = [["target.measure", target.measure], ...also.map((id, k) => [`also.${k}`, id])];
  if (course !== target.measure) named.push(["course", course]);
  for (const [path, value] of named) {
    if (value === CAUSAL ? path.startsWith("also") : ids.includes(value)) continue;
    const mend = didYouMean(value, ids, "Run `distretto describe measure` for the list.");
    problems.push({ path, value, expected: "a measure", mend });
  }
  const within = (path: string, value: number, least: number, most: number) => {
    if (Number.isFinite(value) && value >= least && value <= most) return;
    const mend = `The least is ${least}, the most ${most}.`;
    problems.push({ path, value: String(value), expected: `a number from ${least} to ${most}`, mend });
  };
  within("target.value", target.value, -1e9, 1e9);
  if (budget !== null) within("budget", budget, 0, 1e9);
  within("valuation.rate", valuation.rate, 0, 1);
  within("valuation.valueAdded", valuation.valueAdded, 0, 1);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { comparison: comparison.value, request } };
}

/** The measure that is told month by month. */
function courseMeasure({ course, target }: StudyRequest): string {
  return course ?? target.measure;
}

function modelProblems({ plan, name }: Resolved): Problem[] {
  if (plan.model.id === MAIN_MODEL) return [];
  const mend = "Reference models can be held against each other with `distretto compare`.";
  return [{ path: "scenario", value: name, expected: `a scenario of ${MAIN_MODEL}`, mend }];
}

/** What a comparison of a scenario starts from. */
export function studySource(scenario: string | object, catalogue: Catalogue): Reply<StudySource> {
  const resolved = resolve(scenario, {}, catalogue);
  if (!resolved.ok) return resolved;
  const problems = modelProblems(resolved.value);
  if (problems.length > 0) return { ok: false, problems };
  const { name: own, title, question, plan, values: settings } = resolved.value;
  const assumptions = assumptionsOf(plan.model, settings);
  const namesFirms = plan.given !== undefined;
  return { ok: true, value: { scenario: own, title, question, seed: plan.seed, settings, namesFirms, assumptions } };
}

/** Takes the worlds of a study in their order and says what is known. */
export class Study {
  readonly pairs: Pairs;
  private readonly gains: Gains[][];
  private readonly flows: Flows[][];
  private readonly money: StudyValues["money"];
  private readonly courses: Float64Array[][];
  private waiting: WorldResult[] = [];
  private valuation: Valuation;
  private found: StudyReading["looks"] | null = null;
  /** Pairs that are complete. */
  count = 0;

  constructor(private readonly prepared: PreparedStudy) {
    const { request, months, arms } = prepared.comparison;
    this.pairs = new Pairs(
      request.arms.map(({ name }) => name),
      months,
    );
    this.gains = arms.map(() => []);
    this.flows = arms.map(() => []);
    this.money = arms.map(() => ({ public: [], members: [], buyers: [], total: [] }));
    this.courses = arms.map(() => []);
    this.valuation = prepared.request.valuation;
  }

  /** Found when first asked for: meanwhile the first worlds are being played. */
  private get looks(): StudyReading["looks"] {
    return (this.found ??= looksOf(this.prepared.comparison.replicates));
  }

  /** The worlds to be played, in the order in which they are to be added. */
  jobs(): Generator<WorldJob> {
    return comparisonJobs(this.prepared.comparison, {
      ends: true,
      ledger: true,
      watch: [courseMeasure(this.prepared.request)],
    });
  }

  /** @returns whether a pair has become complete */
  add(world: WorldResult): boolean {
    this.waiting.push(world);
    if (this.waiting.length < this.prepared.comparison.arms.length) return false;
    this.addPair(this.waiting);
    this.waiting = [];
    return true;
  }

  /** Weighs money otherwise from now on. */
  value(valuation: Valuation): void {
    this.valuation = valuation;
  }

  /** Whether the second option differs from the first beyond chance at a planned look; a single one, from the baseline. */
  private get isSettled(): boolean {
    const { measure } = this.prepared.request.target;
    const [a, b] = this.prepared.comparison.arms.length > 2 ? [1, 0] : [0, 1];
    const of = (arm: number) => valuesOf(this, arm, measure);
    return settledAt(of(a), of(b), this.looks) !== null;
  }

  /** What a planned look that falls on the pairs so far finds to be enough; null where there is no look, or nothing is. */
  get enough(): "precise" | "settled" | null {
    if (!this.looks.some(({ pairs }) => pairs === this.count)) return null;
    if (stoppingOf(this.prepared.comparison, this.pairs, this.count)?.reached) return "precise";
    return this.prepared.request.stopEarly && this.isSettled ? "settled" : null;
  }

  private endedBy(): StudyReading["ended"] {
    return this.count >= this.prepared.comparison.replicates ? "all" : (this.enough ?? "stopped");
  }

  /** @param document makes the document of the product of a comparison */
  reading(document: (comparison: ReturnType<typeof comparisonOf>) => ComparisonDocument, done: boolean): StudyReading {
    const { comparison, request } = this.prepared;
    const { pairs, gains, flows, money, courses, valuation, looks, count } = this;
    return readingOf({
      document: document(comparisonOf(comparison, pairs, count)),
      title: comparison.arms[0].title,
      values: { pairs, gains, flows, money, courses, count },
      request: { ...request, valuation },
      planned: comparison.replicates,
      looks,
      ended: done ? this.endedBy() : null,
    });
  }

  private addPair(worlds: readonly WorldResult[]): void {
    this.pairs.add(worlds);
    const baseline = worlds[worlds.length - 1];
    worlds.forEach(({ ends, ledger, courses }, arm) => {
      if (ends !== null && baseline.ends !== null) this.gains[arm].push(gainsOf(ends, baseline.ends));
      const course = courses?.[courseMeasure(this.prepared.request)];
      if (course !== undefined) this.courses[arm].push(course);
      if (ledger === undefined || baseline.ledger === undefined) return;
      this.flows[arm].push(flowsOf(ledger, baseline.ledger));
      const last = ledger.programme.length - 1;
      const [total, members, buyers] = [ledger.programme[last], ledger.members[last], ledger.buyers[last]];
      const paid = this.money[arm];
      paid.total.push(total);
      paid.members.push(members);
      paid.buyers.push(buyers);
      paid.public.push(total - members - buyers);
    });
    this.count += 1;
  }
}

/** Runs a study to its end, or to the first planned look that is enough. @param note is told after each world */
export async function runStudy(
  study: Study,
  run: Runner,
  options: { note?: (pairs: number) => void; isStopped?: () => boolean } = {},
): Promise<void> {
  for await (const world of run(study.jobs())) {
    const isWhole = study.add(world);
    options.note?.(study.count);
    if (options.isStopped?.()) return;
    if (isWhole && study.enough !== null) return;
  }
}
