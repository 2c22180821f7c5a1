import type { Reply } from "../../contract.ts";
import type { Problem } from "../../kernel/problem.ts";
import { shown } from "../../kernel/problem.ts";
import type { Catalogue } from "../../scenario/catalogue.ts";
import { parseForm } from "../../scenario/parse.ts";
import type { Circumstances } from "../../scenario/resolve.ts";
import type { Dimension, Point } from "../design/design.ts";
import { isList, valueAt } from "../design/design.ts";
import { parseExperiment } from "../experiment.ts";
import { EXPERIMENT_FORMAT } from "../form.ts";
import { cmaes, usualPopulation } from "./cmaes.ts";
import type { CalibrationDocument } from "./form.ts";
import { calibrationForm, keysAt } from "./form.ts";
import { nsga2 } from "./nsga2.ts";
import { rejection } from "./rejection.ts";
import type { Strategy } from "./strategy.ts";
import { smc } from "./smc.ts";

/** A calibration whose parameters, targets and method are all known to be sound. */
export interface Calibration {
  readonly document: CalibrationDocument;
  readonly scenario: string;
  readonly dimensions: readonly Dimension[];
  readonly seed: string;
  /** Worlds of each point; a posterior takes one, so that what chance does to a single region is in it. */
  readonly replicates: number;
  readonly titles: ReadonlyMap<string, string>;
}

/** Worlds of the truth. */
const TRUTH_REPLICATES = 20;

/** Share that SMC keeps where nothing is said. */
export const USUAL_KEEP = 0.5;

/** What an experiment of this calibration has in common with every other one. */
function commonOf({ scenario, settings, without, targets }: CalibrationDocument) {
  const measures = [...new Set(targets.map(({ measure }) => measure))];
  return {
    format: EXPERIMENT_FORMAT,
    scenario,
    ...(settings !== undefined && { settings }),
    ...(without !== undefined && { without }),
    measures,
  };
}

function targetProblems({ targets, truth, method }: CalibrationDocument): Problem[] {
  const problems: Problem[] = [];
  targets.forEach(({ measure, value }, at) => {
    const path = `/targets/${at}`;
    if (targets.findIndex((each) => each.measure === measure) < at) {
      problems.push({ path: `${path}/measure`, value: measure, expected: "each measure once", mend: "Take it out." });
    }
    if (truth === undefined && value === undefined) {
      const mend = "Give what was observed, or a `truth` to be found again.";
      problems.push({ path, value: "no value", expected: "a value", mend });
    }
    if (truth !== undefined && value !== undefined) {
      const mend = "Leave it out: the truth is played for it.";
      problems.push({ path: `${path}/value`, value: shown(value), expected: "no value beside a truth", mend });
    }
  });
  if (method.kind === "nsga2" && targets.length < 2) {
    problems.push({ path: "/targets", value: "one target", expected: "two or more for nsga2", mend: "Use cmaes." });
  }
  if (method.kind === "rejection" && method.keep !== undefined && method.keep > method.draws) {
    const expected = `at most ${method.draws} draws`;
    problems.push({ path: "/method/keep", value: String(method.keep), expected, mend: "Keep fewer." });
  }
  return problems;
}

/** A calibration from a document, with everything that is wrong with it told before anything is run. */
export function parseCalibration(
  content: unknown,
  catalogue: Catalogue,
  circumstances: Circumstances = {},
): Reply<Calibration> {
  const parsed = parseForm(calibrationForm, keysAt, content);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const { parameters, seed, truth, method, targets, replicates } = document;
  // An experiment over the same ranges says what is wrong with parameters, settings and measures.
  const probe = { ...commonOf(document), parameters, seed, design: { kind: "sobol", points: 64 } };
  const probed = parseExperiment(probe, catalogue, circumstances);
  const problems = probed.ok
    ? []
    : probed.problems.map((each) => {
        const measure = /^\/measures\/(\d+)$/.exec(each.path);
        return measure === null ? each : { ...each, path: `/targets/${measure[1]}/measure` };
      });
  problems.push(...targetProblems(document));
  if (probed.ok && truth !== undefined) {
    for (const { path, range } of probed.value.dimensions) {
      const value = truth[path];
      const isThere = isList(range) ? range.includes(value) : Number(value) >= range.low && Number(value) <= range.high;
      if (isThere) continue;
      const expected = "a value within the range that is searched";
      problems.push({ path: `/truth/${path}`, value: shown(value), expected, mend: "Give every parameter a truth." });
    }
    const whole = parseExperiment(truthDocument(document, probed.value.seed), catalogue, circumstances);
    if (!whole.ok) problems.push(...whole.problems.map((each) => ({ ...each, path: `/truth, ${each.path}` })));
  }
  if (!probed.ok || problems.length > 0) return { ok: false, problems };
  const { dimensions, base } = probed.value;
  const isPosterior = method.kind === "rejection" || method.kind === "smc";
  const titles = new Map(base.plan.model.measures.map(({ id, title }) => [id, title]));
  const kept = new Map(targets.map(({ measure }) => [measure, titles.get(measure) ?? measure]));
  return {
    ok: true,
    value: {
      document,
      scenario: base.name,
      dimensions,
      seed: probed.value.seed,
      replicates: replicates ?? (isPosterior ? 1 : 10),
      titles: kept,
    },
  };
}

/** The search that the document asks for. */
export function strategyOf({ document: { method }, dimensions, seed }: Calibration): Strategy {
  const k = dimensions.length;
  const own = `${seed}/calibration`;
  switch (method.kind) {
    case "rejection":
      return rejection(k, method.draws, own);
    case "smc":
      return smc(k, { ...method, keep: method.keep ?? USUAL_KEEP }, own);
    case "cmaes":
      return cmaes(k, { ...method, population: method.population ?? usualPopulation(k) }, own);
    case "nsga2":
      return nsga2(k, method, own);
  }
}

/** Settings of a point of the search. */
export function settingsAt({ dimensions }: Calibration, point: readonly number[]): Point {
  return Object.fromEntries(dimensions.map((dimension, k) => [dimension.path, valueAt(dimension, point[k])]));
}

/**
 * The experiment that plays one generation. A posterior has new worlds for every point, since chance is part of what it
 * weighs; a search for one point has the same worlds throughout, so that points differ by their settings alone.
 */
export function generationDocument(
  calibration: Calibration,
  points: readonly (readonly number[])[],
  generation: number,
): object {
  const { document, seed, replicates } = calibration;
  const isPosterior = document.method.kind === "rejection" || document.method.kind === "smc";
  return {
    ...commonOf(document),
    design: { kind: "list", points: points.map((point) => settingsAt(calibration, point)) },
    replicates,
    seed: isPosterior ? `${seed}/g${generation + 1}` : `${seed}/g`,
    pairing: isPosterior ? "independent" : "common",
  };
}

/** The experiment that plays the truth, on worlds of its own. */
export function truthDocument(document: CalibrationDocument, seed: string): object {
  const design = { kind: "list", points: [document.truth ?? {}] };
  return { ...commonOf(document), design, replicates: TRUTH_REPLICATES, seed: `${seed}/truth` };
}

/** How far values are from their targets, in tolerances. @param values in the order of the targets */
export function errorsOf(
  { document: { targets } }: Calibration,
  values: readonly (number | null)[],
  wanted: readonly number[],
): (number | null)[] {
  return targets.map(({ tolerance }, at) => {
    const value = values[at];
    return value === null ? null : (value - wanted[at]) / tolerance;
  });
}
