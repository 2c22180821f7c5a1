import { dirname, resolve } from "node:path";
import { Refusal, valueOfText } from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { readJson } from "./scenarioArgument.ts";

/**
 * The content of an experiment's file, whole: where it names a file as its scenario, the document in it takes that
 * place, so that the folder of the experiment needs nothing else.
 */
export function experimentOf(path: string): unknown {
  const content = readJson(path);
  if (typeof content !== "object" || content === null) return content;
  const { scenario } = content as { scenario?: unknown };
  if (typeof scenario !== "string" || CATALOGUE.scenarios.has(scenario) || !scenario.endsWith(".json")) return content;
  return { ...content, scenario: readJson(resolve(dirname(path), scenario)) };
}

/**
 * A whole number of an option or argument.
 *
 * @throws {Refusal} where it is none, or out of bounds
 */
export function wholeNumber(text: string, path: string, low: number, high: number, mend: string): number {
  const value = valueOfText(text);
  if (typeof value === "number" && Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Refusal([{ path, value: text, expected: `a whole number from ${low} to ${high}`, mend }]);
}
