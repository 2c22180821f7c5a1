import { ticks } from "d3";
import type { StudyReading } from "../../sim/contract.ts";
import { measureValue } from "./measures.ts";

/** Scales that the pictures of all options share. */

/** Ends of the target's measure over all worlds and options, rounded outwards; the target lies inside. */
export function targetDomain({ arms, target }: StudyReading): [number, number] {
  const all = arms.flatMap(({ values }) => values[target.measure].filter((value) => value !== null));
  return round(Math.min(0, target.value, ...all), Math.max(target.value, ...all));
}

/** The same for its course. */
export function courseDomain({ arms }: StudyReading): [number, number] {
  const all = arms.flatMap(({ course }) => course?.most.flat() ?? []).filter((value) => !Number.isNaN(value));
  return round(Math.min(0, ...all), Math.max(0, ...all));
}

function round(low: number, high: number): [number, number] {
  if (high <= low) return [low, low + 1];
  const steps = ticks(low, high, 5);
  const step = steps[1] - steps[0];
  return [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

export function ticksOf(id: string, [low, high]: readonly [number, number], count = 5) {
  const isCount = id.startsWith("networks.");
  const digits = isCount ? -1 : 0;
  const values = ticks(low, high, count).filter((value) => !isCount || Number.isInteger(value));
  return values.map((value) => ({ value, figure: measureValue(id, value, digits) }));
}
