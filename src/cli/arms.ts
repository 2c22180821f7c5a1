import type { Arm } from "../../sim/index.ts";
import { Refusal, splitArm } from "../../sim/index.ts";
import { scenarioOf } from "./scenarioArgument.ts";

/**
 * Arms as people type them, `SCENARIO` or `SCENARIO:path=value,path=value`.
 *
 * @throws {Refusal} with the problems of all of them together
 */
export function armsOf(texts: readonly string[]): Arm[] {
  const problems: Refusal["problems"][number][] = [];
  const arms = texts.flatMap((text) => {
    try {
      const { scenario, settings } = splitArm(text);
      return [{ name: text, scenario: scenarioOf(scenario), settings }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems);
  return arms;
}
