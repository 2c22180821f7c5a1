import type { PairReading, StudyReading, Target } from "../../sim/contract.ts";
import { optionLetter } from "../charts/optionMark.ts";
import { figure, text } from "../i18n/text.ts";
import { measureGap, measureValue, measureWords, money } from "./measures.ts";

/** What a comparison says, in sentences: the same on the page and in the brief. */

/** Pairs below which nothing is said yet. */
export const FIRST_BAND = 20;

/** Place of an arm for its sign: -1 is "no programme", the last arm. */
export function placeOf(reading: StudyReading, arm: number): number {
  return arm === reading.arms.length - 1 ? -1 : arm;
}

export function armName(reading: StudyReading, arm: number): string {
  return reading.comparison.arms[arm].name;
}

/** Its letter, or its name where it has none. */
export function shortName(reading: StudyReading, arm: number): string {
  const place = placeOf(reading, arm);
  return place < 0 ? armName(reading, arm) : optionLetter(place);
}

/** The contrast of two arms, or undefined where there is none in that order. */
export function contrastOf(reading: StudyReading, a: number, b: number): PairReading | undefined {
  return reading.contrasts.find((each) => each.a === a && each.b === b);
}

export function targetWords({ measure, value, sense }: Target): string {
  return text(sense === "least" ? "compare.target.least" : "compare.target.most", {
    value: measureValue(measure, value, -formatDigits(measure)),
    measure: measureWords(measure),
  });
}

/** Counts are printed without decimals where they are a target. */
function formatDigits(measure: string): number {
  return measure.startsWith("networks.") ? 1 : 0;
}

/** A target's value as it is printed. */
export function targetValue({ measure, value }: Target): string {
  return measureValue(measure, value, -formatDigits(measure));
}

/** The question of a study in one sentence. */
export function questionWords(target: Target, budget: number | null, months: number, currency: string): string {
  const values = { target: targetWords(target), month: months, budget: figure(budget ?? 0), currency };
  return text(budget === null ? "compare.question.free" : "compare.question", values);
}

/** The answer in one sentence. */
export function answerWords(reading: StudyReading, pair: PairReading): string {
  const { target } = reading;
  const [a, b] = [armName(reading, pair.a), armName(reading, pair.b)];
  const of = pair.ahead + pair.level + pair.behind;
  if (pair.isSame) return text("compare.answer.same", { a, b, of });
  if (reading.pairs < FIRST_BAND) return text("compare.answer.few", { pairs: reading.pairs });
  const { mean, low, high } = pair.measures[target.measure];
  if (mean === null || low === null || high === null) return text("compare.answer.none", { a, b });
  if (low <= 0 && high >= 0) {
    const values = { a, b, of, measure: measureWords(target.measure), low: gap(target, low), high: gap(target, high) };
    return text("compare.answer.nothing", values);
  }
  const isMore = mean > 0;
  const isBetter = isMore === (target.sense === "least");
  const worlds = isBetter ? pair.ahead : pair.behind;
  const key = target.measure === "networks.alive" ? "compare.answer.alive" : "compare.answer.other";
  return text(key, { a, b, more: isMore ? "yes" : "no", worlds, of, measure: measureWords(target.measure) });
}

/** A gap in words: 2 fewer, 6 more. */
function gap({ measure }: Target, value: number): string {
  // A count that is whole is said without decimals.
  const isWhole = Number.isInteger(value);
  const size = measureGap(measure, Math.abs(value), isWhole ? -formatDigits(measure) : 0).replace(/^\+/, "");
  return text("compare.gap", { way: value === 0 ? "same" : value > 0 ? "more" : "fewer", size });
}

/** How large, how sure, at what price. */
export function sizeWords(reading: StudyReading, pair: PairReading, currency: string): string {
  const { target } = reading;
  const found = pair.measures[target.measure];
  if (pair.isSame || found.typical === null || found.most === null) return "";
  const price = pair.money?.total.mean ?? null;
  const values = {
    typical: gap(target, found.typical),
    low: gap(target, found.most[0]),
    high: gap(target, found.most[1]),
    month: reading.comparison.months,
    price: price === null ? "" : money(Math.abs(price)),
    way: price === null ? "none" : Math.abs(price) < 0.5 ? "same" : price > 0 ? "more" : "less",
    currency,
  };
  return text("compare.size", values);
}

/** Whether the difference has settled, and how many pairs were run. */
export function settledWords(reading: StudyReading, pair: PairReading): string {
  const state = pair.isSame || pair.settled !== null ? "yes" : reading.done ? "no" : "open";
  const run = text("compare.settled", { pairs: reading.pairs, planned: reading.planned, state });
  return [run, stopWords(reading)].filter((words) => words !== "").join(" ");
}

/** Why no more pairs came, and what became of the precision that was asked for; empty where all came and none was. */
export function stopWords({ ended, pairs, looks, comparison }: StudyReading): string {
  const { stopping } = comparison;
  const taken = looks.filter((look) => look.pairs <= pairs).length;
  const half = stopping === undefined ? "" : measureGap(stopping.measure, stopping.half, 1).replace(/^\+/, "");
  const values = { look: taken, looks: looks.length, half };
  if (ended === null) return "";
  if (ended === "stopped") return text("compare.ended.stopped");
  const looked = ended === "all" ? "" : text(`compare.ended.${ended}`, values);
  if (stopping === undefined || ended === "precise") return looked;
  return `${looked} ${text("compare.precision", { half, reached: stopping.reached ? "yes" : "no" })}`.trim();
}

/** What every figure rests on: worlds, seeds, model. */
export function basisWords(reading: StudyReading): string {
  const { seed, modelVersion } = reading.comparison;
  return text("compare.basis", { n: reading.pairs, seed, modelVersion });
}
