import { clamp } from "./math.ts";
import type { Problem } from "./problem.ts";
import { shown } from "./problem.ts";

/**
 * Parameters, declared once: type, check, control, flag and table row all come from the declaration.
 */

/** How sure a value is: `assumed` and `tuned: P4` are honest answers; a citation is better. */
interface Meaning {
  readonly label: string;
  readonly doc: string;
  readonly source: string;
  /** Settled when the world is made: it cannot change while the world runs. */
  readonly atStart?: true;
}

export interface NumberParameter extends Meaning {
  readonly kind: "number" | "integer";
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly start: number;
}

export interface ChoiceParameter<O extends string = string> extends Meaning {
  readonly kind: "choice";
  readonly options: readonly O[];
  readonly start: O;
}

export interface FlagParameter extends Meaning {
  readonly kind: "flag";
  readonly start: boolean;
}

export type Parameter = NumberParameter | ChoiceParameter | FlagParameter;
export type Parameters = Readonly<Record<string, Parameter>>;
export type Value = number | string | boolean;

type ValueOf<P> = P extends NumberParameter
  ? number
  : P extends ChoiceParameter<infer O>
    ? O
    : P extends FlagParameter
      ? boolean
      : never;

/** The resolved values of a group of parameters. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: ValueOf<P[K]> };

type Numeric = Meaning & { unit: string; min: number; max: number; step: number; start: number };

export function number(meaning: Numeric): NumberParameter {
  return { kind: "number", ...meaning };
}

export function integer(meaning: Omit<Numeric, "step"> & { step?: number }): NumberParameter {
  return { kind: "integer", ...meaning, step: meaning.step ?? 1 };
}

export function choice<const O extends string>(
  meaning: Meaning & { options: readonly O[]; start: NoInfer<O> },
): ChoiceParameter<O> {
  return { kind: "choice", ...meaning };
}

export function flag(meaning: Meaning & { start: boolean }): FlagParameter {
  return { kind: "flag", ...meaning };
}

/** What a value of this parameter must be, in words. */
export function expectation(parameter: Parameter): string {
  switch (parameter.kind) {
    case "choice":
      return `one of ${parameter.options.join(", ")}`;
    case "flag":
      return "true or false";
    case "integer":
      return `a whole number from ${parameter.min} to ${parameter.max} (${parameter.unit})`;
    case "number":
      return `a number from ${parameter.min} to ${parameter.max} (${parameter.unit})`;
  }
}

/** Why a value cannot be used, or undefined where it can. */
export function problemOf(path: string, parameter: Parameter, value: unknown): Problem | undefined {
  const wrong = (mend: string): Problem => ({ path, value: shown(value), expected: expectation(parameter), mend });
  const back = `Leave it out for the start value, ${parameter.start}.`;
  switch (parameter.kind) {
    case "choice":
      return parameter.options.includes(value as string) ? undefined : wrong(back);
    case "flag":
      return typeof value === "boolean" ? undefined : wrong(back);
    default:
      if (typeof value !== "number" || !Number.isFinite(value)) return wrong(back);
      if (parameter.kind === "integer" && !Number.isInteger(value)) {
        return wrong(`Try ${clamp(Math.round(value), parameter.min, parameter.max)}.`);
      }
      if (value < parameter.min) return wrong(`The least is ${parameter.min}.`);
      if (value > parameter.max) return wrong(`The most is ${parameter.max}.`);
      return undefined;
  }
}

/** Text from a command line as a value: numbers and true/false as themselves, the rest as text. */
export function valueOfText(text: string): Value {
  if (text === "true") return true;
  if (text === "false") return false;
  const value = Number(text);
  return text.trim() !== "" && !Number.isNaN(value) ? value : text;
}
