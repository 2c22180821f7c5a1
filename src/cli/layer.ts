import type { SettingsChange, Value } from "../../sim/index.ts";
import { Refusal, assignment, settingsOf, shown, valueOfText } from "../../sim/index.ts";

/** What may be laid over a scenario on the command line. */
export interface LayerOptions {
  readonly seed?: string;
  readonly months?: string;
  readonly firms?: string;
  readonly set: readonly string[];
  readonly without: readonly string[];
  readonly change?: readonly string[];
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

/**
 * What `--change MONTH:path=value` lays over a scenario.
 *
 * @throws {Refusal} where one is malformed, or a path is given two values for one month
 */
export function changesOf({ change = [] }: LayerOptions): readonly SettingsChange[] {
  const byMonth = new Map<number, string[]>();
  for (const text of change) {
    const [, month, rest] = /^(\d{1,4}):(.*)$/s.exec(text) ?? [];
    if (month === undefined) {
      const mend = "For example 38:brokers.count=0, which acts from month 39 on.";
      throw new Refusal([{ path: "--change", value: shown(text), expected: "MONTH:path=value", mend }]);
    }
    byMonth.set(Number(month), [...(byMonth.get(Number(month)) ?? []), rest]);
  }
  return [...byMonth].map(([month, texts]) => ({
    month,
    settings: settingsOf(texts.map((text) => assignment(text, "--change"))),
  }));
}
