import { log } from "../kernel/math.ts";
import { logNormal } from "../kernel/sample.ts";
import type { Rules } from "./rules.ts";

/** Quality of a project that begins: log-normal around what was promised, seen only after the start. */
export function drawnQuality({ projects }: Rules, promise: number, unit: number): number {
  const { spread } = projects;
  return logNormal(unit, log(promise) - (spread * spread) / 2, spread);
}
