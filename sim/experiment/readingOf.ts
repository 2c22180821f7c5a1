import type {
  ArmReading,
  ComparisonDocument,
  PairReading,
  Payer,
  StudyReading,
  StudyRequest,
  Target,
  Worth,
} from "../contract.ts";
import type { Values } from "./contrast.ts";
import { contrasts, gapsOf, medianRatio } from "./contrast.ts";
import { courseOf } from "./course.ts";
import type { Gains } from "./gains.ts";
import { spreadOf } from "./gains.ts";
import { intervalOverLooks, settledAt } from "./looks.ts";
import type { Pairs } from "./paired.ts";
import { CAUSAL } from "./paired.ts";
import { difference, summarise } from "./statistics/summary.ts";
import type { Flows, PresentValue } from "./worth.ts";
import { presentValue } from "./worth.ts";

/** What a study says, from the values of its worlds. */

/** Values by arm, then world by world. */
export interface StudyValues {
  readonly pairs: Pairs;
  readonly gains: readonly (readonly Gains[])[];
  readonly flows: readonly (readonly Flows[])[];
  readonly money: readonly Readonly<Record<Payer, number[]>>[];
  readonly courses: readonly (readonly Float64Array[])[];
  readonly count: number;
}

export interface Findings {
  readonly document: ComparisonDocument;
  readonly title: string;
  readonly values: StudyValues;
  readonly request: StudyRequest;
  readonly planned: number;
  readonly looks: StudyReading["looks"];
  readonly ended: StudyReading["ended"];
}

/** What is shown of every option: what it is for, how it comes about, what it does to others, what it costs. */
const SHOWN = [
  "networks.alive",
  "contribution.rate",
  "trust.members",
  CAUSAL,
  "sales.naiveBestSix.change",
  "jobs.members.change",
  "firms.inNetworks.share",
  "networks.aliveAfterExit24",
  "gains.gini",
  "ties.centralisation",
  "cost.programme",
  "cost.perSurvivingNetworkYear",
  "funding.public.share",
] as const;

/** Worlds that are named as the worst. */
const WORST = 10;

const PAYERS: readonly Payer[] = ["public", "members", "buyers", "total"];

/** 1 where more of the target's measure is better, else -1. */
function better({ sense }: Target): 1 | -1 {
  return sense === "least" ? 1 : -1;
}

function isMet(value: number | null | undefined, { value: wanted, sense }: Target): boolean {
  if (value === null || value === undefined) return false;
  return sense === "least" ? value >= wanted : value <= wanted;
}

/** Values of a measure in an arm, world by world. */
export function valuesOf({ pairs, count }: Pick<StudyValues, "pairs" | "count">, arm: number, id: string): Values {
  const values = pairs.values(arm, id);
  // Members of the baseline are their own twins.
  return id === CAUSAL && values.length === 0 ? Array.from({ length: count }, () => 0) : values;
}

function worthOf(values: readonly PresentValue[]): Worth {
  return {
    benefits: summarise(values.map(({ benefits }) => benefits)),
    costs: summarise(values.map(({ costs }) => costs)),
    net: summarise(values.map(({ net }) => net)),
    ratio: summarise(values.map(({ ratio }) => ratio)),
  };
}

function armReading(
  arm: number,
  { values, request, document }: Findings,
  shown: readonly string[],
  present: readonly PresentValue[],
): ArmReading {
  const { gains, money, courses } = values;
  const { target, budget } = request;
  const costs = valuesOf(values, arm, "cost.programme");
  const paid = money[arm];
  const isBaseline = arm === document.arms.length - 1;
  const byId = (id: string) => [id, valuesOf(values, arm, id)] as const;
  return {
    values: Object.fromEntries(shown.map(byId)),
    met: valuesOf(values, arm, target.measure).filter((value) => isMet(value, target)).length,
    withinBudget: budget === null ? costs.length : costs.filter((cost) => cost !== null && cost <= budget).length,
    course: courses[arm].length === 0 ? null : courseOf(courses[arm]),
    money:
      paid.total.length === 0
        ? null
        : {
            public: summarise(paid.public),
            members: summarise(paid.members),
            buyers: summarise(paid.buyers),
            total: summarise(paid.total),
          },
    worth: present.length === 0 || isBaseline ? null : worthOf(present),
    additionality: isBaseline ? null : document.differences[arm].additionality,
    gains: gains[arm].length === 0 || isBaseline ? null : spreadOf(gains[arm].map(({ bins }) => bins)),
    neighbours: isBaseline || gains[arm].length === 0 ? null : summarise(gains[arm].map((each) => each.neighbours)),
  };
}

/** Whether no measure at all differs in any world. */
function areSame({ pairs }: StudyValues, a: number, b: number, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const ours = pairs.values(a, id);
    const theirs = pairs.values(b, id);
    return ours.length === theirs.length && ours.every((value, r) => value === theirs[r]);
  });
}

function pairReading(
  a: number,
  b: number,
  { values, request, document, looks }: Findings,
  shown: readonly string[],
  present: readonly (readonly PresentValue[])[],
): PairReading {
  const { target } = request;
  const of = (arm: number, id: string) => valuesOf(values, arm, id);
  const measures = contrasts(new Map(shown.map((id) => [id, [of(a, id), of(b, id)] as const])), target.measure);
  const sign = better(target);
  const [ours, theirs] = [of(a, target.measure), of(b, target.measure)];
  const gaps = gapsOf(ours, theirs);
  const byWorld = ours.flatMap((value, r) => {
    const other = theirs[r];
    return value === null || other === null ? [] : [{ world: r + 1, difference: value - other }];
  });
  const ids = Object.keys(document.arms[a].measures);
  const all = ids.map((id) => [id, difference(of(a, id), of(b, id))] as const);
  const hasMoney = values.money[a].total.length > 0;
  const hasWorth = present[a].length > 0;
  return {
    a,
    b,
    measures,
    ahead: gaps.filter((gap) => sign * gap > 0).length,
    level: gaps.filter((gap) => gap === 0).length,
    behind: gaps.filter((gap) => sign * gap < 0).length,
    isSame: areSame(values, a, b, Object.keys(document.arms[b].measures)),
    money: hasMoney
      ? (contrasts(
          new Map(PAYERS.map((payer) => [payer, [values.money[a][payer], values.money[b][payer]] as const])),
          "",
        ) as Record<Payer, PairReading["measures"][string]>)
      : null,
    worth: hasWorth ? worthContrasts(present[a], present[b]) : null,
    worst: byWorld.sort((x, y) => sign * (x.difference - y.difference) || x.world - y.world).slice(0, WORST),
    varianceRatio: medianRatio(Object.fromEntries(all)),
    settled: settledAt(ours, theirs, looks),
    overLooks: intervalOverLooks(ours, theirs, looks),
  };
}

function worthContrasts(a: readonly PresentValue[], b: readonly PresentValue[]): PairReading["worth"] {
  const { net, ratio } = contrasts(
    new Map([
      ["net", [a.map((each) => each.net), b.map((each) => each.net)] as const],
      ["ratio", [a.map((each) => each.ratio), b.map((each) => each.ratio)] as const],
    ]),
    "",
  );
  return { net, ratio };
}

export function readingOf(findings: Findings): StudyReading {
  const { document, title, values, request, planned, looks, ended } = findings;
  const { target, budget, valuation } = request;
  const isKnown = (id: string) => document.arms.some((_, arm) => values.pairs.values(arm, id).length > 0);
  const shown = [...new Set([target.measure, ...(request.also ?? []), ...SHOWN])].filter(isKnown);
  const present = values.flows.map((flows) => flows.map((each) => presentValue(each, valuation)));
  const last = document.arms.length - 1;
  // The later option against the earlier one, then each against the baseline.
  const sides = document.arms.flatMap((_, a) => (a === last ? [] : document.arms.slice(0, a).map((__, b) => [a, b])));
  for (let a = 0; a < last; a++) sides.push([a, last]);
  return {
    pairs: values.count,
    planned,
    comparison: document,
    title,
    arms: document.arms.map((_, arm) => armReading(arm, findings, shown, present[arm])),
    contrasts: sides.map(([a, b]) => pairReading(a, b, findings, shown, present)),
    measures: shown,
    tests: shown.length,
    target,
    budget,
    valuation,
    looks,
    done: ended !== null,
    ended,
  };
}
