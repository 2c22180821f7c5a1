import type { Value } from "../../sim/index.ts";
import { assignment, settingsOf, valueOfText } from "../../sim/index.ts";

/** What may be laid over a scenario on the command line. */
export interface LayerOptions {
  readonly seed?: string;
  readonly months?: string;
  readonly firms?: string;
  readonly set: readonly string[];
  readonly without: readonly string[];
}

/** Adds one use of an option that may be given several times. */
export function several(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** The settings that the options lay over a scenario. */
export function layerOf(options: LayerOptions): Record<string, Value> {
  const { seed, months, firms, set } = options;
  return settingsOf([
    ...set.map((text) => assignment(text, "--set")),
    ...(seed === undefined ? [] : [["seed", seed] as const]),
    ...(months === undefined ? [] : [["months", valueOfText(months)] as const]),
    ...(firms === undefined ? [] : [["firms.count", valueOfText(firms)] as const]),
  ]);
}
