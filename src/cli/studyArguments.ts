import type { Arm, Target } from "../../sim/index.ts";
import { Refusal, valueOfText } from "../../sim/index.ts";

/** What is asked of a study on the command line: target, numbers, options and the two that are held against each other. */

/** Options by their letters; a brief has room for no more. */
export const LETTERS = ["A", "B", "C", "D", "E"];
export const NO_PROGRAMME = "No programme";

export function wrong(path: string, value: string, expected: string, mend: string): Refusal {
  return new Refusal([{ path, value, expected, mend }]);
}

/** `networks.alive>=12`, `cost.programme<=500`. */
export function targetOf(text: string): Target {
  const [, measure, sign, value] = /^([\w.]+)(>=|<=)(-?[\d.]+)$/.exec(text) ?? [];
  const number = Number(value);
  if (measure === undefined || !Number.isFinite(number)) {
    throw wrong("--target", text, "MEASURE>=VALUE or MEASURE<=VALUE", 'Try --target "networks.alive>=12".');
  }
  return { measure, value: number, sense: sign === ">=" ? "least" : "most" };
}

export function numberOf(path: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = valueOfText(text);
  if (typeof value === "number") return value;
  throw wrong(path, text, "a number", `Leave it out for ${otherwise}.`);
}

/** `B,A`: the two that the brief holds against each other, first minus second, as places among the arms. */
export function pairOf(text: string | undefined, options: number): readonly [a: number, b: number] {
  if (text === undefined) return options > 1 ? [1, 0] : [0, 1];
  const [a = -1, b = -1] = text
    .split(",")
    .map((name) => (name === "none" ? options : LETTERS.slice(0, options).indexOf(name)));
  // Contrasts are those of a later option with an earlier one, and of each with no programme.
  if (a >= 0 && a < options && b >= 0 && (b < a || b === options)) return [a, b];
  throw wrong("--pair", text, "a later option and an earlier one or none, such as B,A", "Leave it out for B,A.");
}

/** The options, and last "no programme": the first scenario without brokers, unless the last arm is that already. */
export function withBaseline(arms: readonly Arm[], names: readonly string[]): Arm[] {
  const named = arms.map((arm, at) => ({ ...arm, name: names[at] ?? arm.name }));
  const last = named[named.length - 1];
  if (named.length > 1 && last.settings?.["brokers.count"] === 0) {
    return [...named.slice(0, -1), { ...last, name: names[named.length - 1] ?? NO_PROGRAMME }];
  }
  return [...named, { name: NO_PROGRAMME, scenario: named[0].scenario, settings: { "brokers.count": 0 } }];
}
