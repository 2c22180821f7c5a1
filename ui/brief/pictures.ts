import type { StudyReading } from "../../sim/contract.ts";
import type { Mark } from "../charts/marks.ts";
import { mark } from "../charts/marks.ts";
import { dumbbell } from "../charts/dumbbell.ts";
import { fan } from "../charts/fan.ts";
import { fiftyDots } from "../charts/fiftyDots.ts";
import { optionMark } from "../charts/optionMark.ts";
import { GAIN_KINDS, whoGained, whoGainedInLine } from "../charts/whoGained.ts";
import { figure, text } from "../i18n/text.ts";
import { placeOf, targetValue } from "./answer.ts";
import { measureValue } from "./measures.ts";
import { courseDomain, targetDomain, ticksOf } from "./scales.ts";

/** Pictures of a study, made from its reading: the same on the page and in the brief. */

/** The sign of an arm by itself. */
export function armSign(reading: StudyReading, arm: number, size = 20): Mark {
  const half = size / 2;
  return mark(
    "svg",
    { class: "option-sign", width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" },
    optionMark(placeOf(reading, arm), { x: half, y: half, r: half - 1 }),
  );
}

/** Arms that are options, without "no programme". */
export function optionArms(reading: StudyReading): number[] {
  return reading.arms.slice(0, -1).map((_, arm) => arm);
}

/** The mean of a measure in an arm; the baseline's members are their own twins. */
export function meanOf(reading: StudyReading, arm: number, id: string): number | null {
  if (id === "sales.causal.change" && placeOf(reading, arm) < 0) return 0;
  return reading.comparison.arms[arm].measures[id]?.mean ?? null;
}

export function dumbbellOf(reading: StudyReading, id: string, joined: readonly number[], width: number): Mark {
  const ends = reading.arms.flatMap((_, arm) => {
    const mean = meanOf(reading, arm, id);
    return mean === null ? [] : [{ option: placeOf(reading, arm), value: mean, figure: measureValue(id, mean) }];
  });
  return dumbbell(
    ends,
    joined.map((arm) => placeOf(reading, arm)),
    width,
  );
}

export function dotsOf(reading: StudyReading, arm: number, width: number, height: number, withTicks: boolean): Mark {
  const { target, arms } = reading;
  const domain = targetDomain(reading);
  return fiftyDots({
    option: placeOf(reading, arm),
    values: arms[arm].values[target.measure].filter((value) => value !== null),
    target: { ...target, label: text("compare.target.label", { value: targetValue(target) }) },
    domain,
    width,
    height,
    ticks: withTicks ? ticksOf(target.measure, domain) : [],
  });
}

/** Null where the arm has no course. @param isNamed whether lines are named where they end */
export function fanOf(reading: StudyReading, arm: number, width: number, height: number, isNamed = true): Mark | null {
  const { arms, target, comparison } = reading;
  const { course } = arms[arm];
  if (course === null) return null;
  const domain = courseDomain(reading);
  const { settings } = comparison.arms[arm];
  const end = Number(settings["brokers.end"]);
  return fan({
    option: placeOf(reading, arm),
    course,
    none: arms[arms.length - 1].course?.median ?? null,
    domain,
    ticks: ticksOf(target.measure, domain, 4),
    event:
      Number(settings["brokers.count"]) > 0 ? { month: end, words: isNamed ? text("compare.course.leave") : "" } : null,
    words: isNamed
      ? {
          median: text("compare.course.median"),
          bands: text("compare.course.bands"),
          none: text("compare.course.none"),
        }
      : null,
    width,
    height,
  });
}

/** @param height of the bar @param isInLine whether figures stand beside it */
export function gainedOf(
  reading: StudyReading,
  arm: number,
  width: number,
  height?: number,
  isInLine = false,
): Mark | null {
  const { additionality } = reading.arms[arm];
  if (additionality === null) return null;
  const figures = GAIN_KINDS.map((kind) => figure(additionality[kind]));
  return isInLine && height !== undefined
    ? whoGainedInLine(additionality, figures, width, height)
    : whoGained(additionality, figures, width, height);
}

/** How many of fifty worlds meet the target, as it is said. */
export function metWords(reading: StudyReading, arm: number): string {
  const { met } = reading.arms[arm];
  const of = Math.min(50, reading.pairs);
  return text("compare.met", { met: Math.round((met / Math.max(1, reading.pairs)) * of), of });
}
