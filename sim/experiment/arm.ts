import type { Value } from "../kernel/params.ts";
import { assignment, settingsOf } from "../scenario/assignments.ts";

/**
 * An arm of a comparison as people type it: `SCENARIO` or `SCENARIO:path=value,path=value`.
 *
 * @throws {Refusal} where an assignment is malformed
 */
export function splitArm(text: string): { scenario: string; settings: Record<string, Value> } {
  const [, scenario, list] = /^(.*?)(?::([^:]*=.*))?$/s.exec(text) ?? [text, text, undefined];
  const assignments = list === undefined ? [] : list.split(",");
  return { scenario, settings: settingsOf(assignments.map((each) => assignment(each, `arm ${text}`))) };
}
