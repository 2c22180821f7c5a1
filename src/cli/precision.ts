import type { Precision } from "../../sim/index.ts";
import { Refusal, shown, valueOfText } from "../../sim/index.ts";

/**
 * `networks.alive=0.5`: every difference in the measure to be known to half a network either way.
 *
 * @param measure what a number by itself is of, where there is such a measure
 * @throws {Refusal} where it is neither
 */
export function precisionOf(text: string | undefined, measure?: string): Precision | undefined {
  if (text === undefined) return undefined;
  const [, named = measure, number = ""] = /^(?:([A-Za-z][\w.]*)=)?([^=]+)$/.exec(text) ?? [];
  const half = valueOfText(number);
  if (named !== undefined && typeof half === "number" && half > 0) return { measure: named, half };
  const expected = measure === undefined ? "MEASURE=HALF" : "HALF or MEASURE=HALF";
  const mend = "For example networks.alive=0.5, half a network either way.";
  throw new Refusal([{ path: "--precision", value: shown(text), expected, mend }]);
}
