import type { Value } from "../kernel/params.ts";
import { valueOfText } from "../kernel/params.ts";
import type { Problem } from "../kernel/problem.ts";
import { Refusal } from "../kernel/problem.ts";

/** Settings as people type them: `path=value`. */

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
