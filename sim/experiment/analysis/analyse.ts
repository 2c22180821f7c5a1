import type { Value } from "../../kernel/params.ts";
import { Random } from "../../kernel/random.ts";
import { morrisGrid, trajectory } from "../design/morris.ts";
import { saltelliPlan } from "../design/saltelli.ts";
import { designSeed } from "../experiment.ts";
import { benjaminiHochberg, holm } from "../statistics/adjust.ts";
import { effectShown, runsNeeded } from "../statistics/power.ts";
import type { Summary } from "../statistics/summary.ts";
import { summarise } from "../statistics/summary.ts";
import type { Contrast } from "./contrast.ts";
import { contrast } from "./contrast.ts";
import type { FactorialEffects } from "./factorialEffects.ts";
import { factorialEffects } from "./factorialEffects.ts";
import type { Indices } from "./indices.ts";
import { sobolIndices } from "./indices.ts";
import type { Step } from "./oneAtATime.ts";
import { stepsOf } from "./oneAtATime.ts";
import type { RankCorrelation } from "./ranks.ts";
import { rankCorrelations } from "./ranks.ts";
import type { Results } from "./results.ts";
import { pointMeans, pointName, valuesAt } from "./results.ts";
import type { Screened } from "./screening.ts";
import { elementaryEffects, screened } from "./screening.ts";
import type { Convergence, Histogram, Spread } from "./spread.ts";
import { histogramOf, replicateMeans, spreadOf, stepsUpTo } from "./spread.ts";

/** What the analysis that fits a design finds of one measure. */
export type Finding =
  | { readonly kind: "indices"; readonly names: readonly string[]; readonly indices: Indices | null }
  | { readonly kind: "screening"; readonly parameters: readonly (Screened & { readonly path: string })[] }
  | { readonly kind: "steps"; readonly steps: readonly Step[] }
  | ({ readonly kind: "effects" } & FactorialEffects)
  | { readonly kind: "correlations"; readonly correlations: readonly RankCorrelation[] }
  | { readonly kind: "options"; readonly options: readonly Option[] };

/** A point of a list: by itself, and against the last point. */
export interface Option {
  readonly name: string;
  readonly summary: Summary;
  /** Null for the last point, which is the baseline. */
  readonly against: Contrast | null;
}

export interface MeasureAnalysis {
  readonly id: string;
  readonly spread: Spread;
  readonly histogram: Histogram | null;
  readonly finding: Finding;
  readonly convergence: readonly Convergence[];
}

/** A test that was made, with its chance adjusted for all of them. */
export interface TestMade {
  readonly measure: string;
  readonly what: string;
  readonly p: number;
  readonly holm: number;
  readonly benjaminiHochberg: number;
}

export interface Analysis {
  readonly scenario: string;
  readonly design: string;
  readonly parameters: readonly string[];
  readonly seed: string;
  readonly pairing: "common" | "independent";
  readonly points: number;
  readonly replicates: number;
  readonly runs: number;
  readonly failed: number;
  readonly measures: readonly MeasureAnalysis[];
  readonly tests: readonly TestMade[];
  /** What limits the answers, in sentences. */
  readonly remarks: readonly string[];
}

/** Settings of each parameter, point by point. */
function settingsOf({ design }: Results): Value[][] {
  const points = Array.from({ length: design.points }, (_, at) => design.point(at));
  return design.names.map((path) => points.map((point) => point[path]));
}

/** The analysis of one measure by the kind of design, as a function so that what measures share is worked out once. */
function analyst(
  results: Results,
): (values: readonly (number | null)[]) => Pick<MeasureAnalysis, "finding" | "convergence"> {
  const { experiment, design } = results;
  const { replicates, pairing, document } = experiment;
  const seed = designSeed(experiment.seed);
  const k = design.names.length;
  switch (design.kind) {
    case "saltelli": {
      const plan = saltelliPlan(document.design as never, k);
      return (values) => {
        const means = pointMeans(values, replicates);
        return {
          finding: { kind: "indices", names: design.names, indices: sobolIndices(means, plan, seed) },
          convergence: convergenceOfTotals(means, plan, design.names),
        };
      };
    }
    case "morris": {
      const { levels, delta } = morrisGrid(document.design as never);
      const random = new Random(seed);
      const walks = Array.from({ length: design.points / (k + 1) }, (_, at) => trajectory(at, k, levels, random));
      return (values) => {
        const effects = elementaryEffects(pointMeans(values, replicates), walks, delta);
        const parameters = design.names.map((path, at) => ({ path, ...screened(effects[at]) }));
        const steps = stepsUpTo(walks.length, 4);
        const convergence = design.names.map((name, at) => ({
          name,
          steps: steps.map((n) => ({ ...screened(effects[at].slice(0, n)).muStar, n })),
        }));
        return { finding: { kind: "screening", parameters }, convergence };
      };
    }
    case "oat":
      return (values) => ({
        finding: { kind: "steps", steps: stepsOf(results, values) },
        convergence: convergenceOfMean(values, replicates),
      });
    case "factorial":
      return (values) => ({
        finding: { kind: "effects", ...factorialEffects(results, values) },
        convergence: convergenceOfMean(values, replicates),
      });
    case "list": {
      const names = Array.from({ length: design.points }, (_, at) => pointName(design.point(at)));
      return (values) => {
        const last = valuesAt(values, design.points - 1, replicates);
        const options = names.map((name, at) => {
          const own = valuesAt(values, at, replicates);
          const isLast = at === names.length - 1;
          return { name, summary: summarise(own), against: isLast ? null : contrast(own, last, pairing) };
        });
        return { finding: { kind: "options", options }, convergence: convergenceOfMean(values, replicates) };
      };
    }
    default: {
      const columns = settingsOf(results);
      return (values) => {
        const correlations = rankCorrelations(design.names, columns, pointMeans(values, replicates));
        return { finding: { kind: "correlations", correlations }, convergence: convergenceOfMean(values, replicates) };
      };
    }
  }
}

/** Total indices over the first base points of every scrambling. */
function convergenceOfTotals(
  means: readonly (number | null)[],
  plan: ReturnType<typeof saltelliPlan>,
  names: readonly string[],
): Convergence[] {
  const each = plan.base / plan.scramblings;
  const sizes: number[] = [];
  for (let size = each; size >= 2 && sizes.length < 5; size /= 2) sizes.unshift(size);
  const found = sizes.map((size) => {
    const kept = Array.from({ length: plan.scramblings }, (_, at) =>
      means.slice(at * each * plan.block, (at * each + size) * plan.block),
    ).flat();
    return {
      n: size * plan.scramblings,
      indices: sobolIndices(kept, { ...plan, base: size * plan.scramblings }, null),
    };
  });
  return names.map((name, at) => ({
    name,
    steps: found.map(({ n, indices }) => {
      const { value, low, high } = indices?.total[at] ?? { value: null, low: null, high: null };
      return { n, value, low, high };
    }),
  }));
}

/** The mean over the first replicates, or over the first points where each ran once. */
function convergenceOfMean(values: readonly (number | null)[], replicates: number): Convergence[] {
  const units = replicates > 1 ? replicateMeans(values, replicates) : values.filter((value) => value !== null);
  const steps = stepsUpTo(units.length, 3).map((n) => {
    const { mean, low, high } = summarise(units.slice(0, n));
    return { n, value: mean, low, high };
  });
  return [{ name: "mean", steps }];
}

/** The tests that a finding makes, with their names. */
function testsOf(finding: Finding): { what: string; p: number | null }[] {
  switch (finding.kind) {
    case "steps":
      return finding.steps.map(({ path, setting, p }) => ({ what: `${path}=${setting}`, p }));
    case "options":
      return finding.options.flatMap(({ name, against }) => (against === null ? [] : [{ what: name, p: against.p }]));
    case "effects":
      return [
        ...finding.main.map(({ path, change }) => ({ what: path, p: change.p })),
        ...finding.interactions.map(({ paths, change }) => ({ what: paths.join(" × "), p: change.p })),
      ];
    case "indices":
    case "screening":
    case "correlations":
      return [];
  }
}

function adjusted(measures: readonly MeasureAnalysis[]): TestMade[] {
  const made = measures.flatMap(({ id, finding }) =>
    testsOf(finding).flatMap(({ what, p }) => (p === null ? [] : [{ measure: id, what, p }])),
  );
  const all = made.map(({ p }) => p);
  const [holms, shares] = [holm(all), benjaminiHochberg(all)];
  return made.map((test, at) => ({ ...test, holm: holms[at], benjaminiHochberg: shares[at] }));
}

/** Kinds whose figures are differences of means over replicates. */
const COMPARING: ReadonlySet<string> = new Set(["list", "oat", "factorial"]);

function remarksOf({ experiment, design, failed }: Results, measures: readonly MeasureAnalysis[]): string[] {
  const { replicates, pairing, seed } = experiment;
  const remarks: string[] = [];
  if (failed > 0) remarks.push(`${failed} runs failed.`);
  if (COMPARING.has(design.kind)) {
    const shown = effectShown(replicates);
    remarks.push(
      shown === null
        ? "One replicate: differences have no interval. Take at least 20."
        : `${replicates} replicates show a difference of ${shown.toFixed(2)} standard deviations in 80 % of cases.`,
    );
    if (design.points > 1) {
      const wanted = runsNeeded(Math.min(design.points, 64), 0.1);
      remarks.push(
        `To tell ${Math.min(design.points, 64)} points apart by a small effect (f = 0.1, chance 0.01, power 0.95) takes ${wanted} replicates.`,
      );
    }
  }
  if (!COMPARING.has(design.kind) && replicates === 1 && pairing === "common") {
    remarks.push(
      `All points were played on one world (seed ${seed}/1): another world may give other figures. Take replicates, or independent worlds.`,
    );
  }
  const skewed = measures.filter(({ spread }) => spread.skewed).map(({ id }) => id);
  if (skewed.length > 0) {
    remarks.push(
      `Skewed, so that a t interval holds too seldom (88 % instead of 95 % on log-normal values with n = 30); quote the BCa interval: ${skewed.join(", ")}.`,
    );
  }
  const holed = measures.filter(({ spread }) => spread.missing > 0).map(({ id }) => id);
  if (holed.length > 0) {
    remarks.push(
      `Without a value in some runs, so that figures speak of the rest (n says how many): ${holed.join(", ")}.`,
    );
  }
  const still = measures.filter(({ spread }) => spread.sd === 0).map(({ id }) => id);
  if (still.length > 0) remarks.push(`The same in every run: ${still.join(", ")}.`);
  return remarks;
}

/** The analysis that fits the design. @param wanted ids of measures; all that the results have where it is left out */
export function analyse(results: Results, wanted?: readonly string[]): Analysis {
  const { experiment, design, values, failed } = results;
  const { base, seed, pairing, replicates } = experiment;
  const look = analyst(results);
  const measures = [...values].flatMap(([id, each]) =>
    wanted !== undefined && !wanted.includes(id)
      ? []
      : [{ id, spread: spreadOf(each, replicates), histogram: histogramOf(each), ...look(each) }],
  );
  return {
    scenario: base.name,
    design: design.kind,
    parameters: design.names,
    seed,
    pairing,
    points: design.points,
    replicates,
    runs: design.points * replicates,
    failed,
    measures,
    tests: adjusted(measures),
    remarks: remarksOf(results, measures),
  };
}
