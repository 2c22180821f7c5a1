import type { Problem, Value } from "../../sim/index.ts";
import { Refusal, valueOfText } from "../../sim/index.ts";

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

/** `path=value` as a pair, or the problem it has. */
export function assignment(text: string, path: string): readonly [string, Value] | Problem {
  const at = text.indexOf("=");
  if (at < 1) {
    return { path, value: JSON.stringify(text), expected: "path=value", mend: "For example brokers.count=0." };
  }
  const name = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  // A seed is text, also where it looks like a number: 007 is not 7.
  return [name, name === "seed" ? value : valueOfText(value)];
}

/**
 * Settings of several assignments by path.
 *
 * @throws {Refusal} where one is malformed, or a path is given two values
 */
export function settingsOf(assignments: readonly (readonly [string, Value] | Problem)[]): Record<string, Value> {
  const problems: Problem[] = [];
  const values = new Map<string, Value>();
  for (const each of assignments) {
    if ("mend" in each) {
      problems.push(each);
      continue;
    }
    const [path, value] = each;
    const before = values.get(path);
    if (before !== undefined && before !== value) {
      problems.push({ path, value: `${before} and ${value}`, expected: "one value", mend: "Give it once." });
    }
    values.set(path, value);
  }
  if (problems.length > 0) throw new Refusal(problems);
  return Object.fromEntries(values);
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
