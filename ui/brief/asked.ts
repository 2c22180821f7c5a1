import type { Target, Value } from "../../sim/contract.ts";
import { optionLetter } from "../charts/optionMark.ts";
import { TARGETS } from "./targets.ts";

/**
 * A question as a link carries it: `ask.target=networks.alive>=12`, `ask.budget=400`, `ask.months=96`, `ask.firms=500`,
 * `ask.pairs=200`, `ask.precision=0.5`, `ask.early=true`, `ask.A.name=Pilot first`, `ask.A.brokers.count=8`. Nothing is played before the reader stirs.
 */
export interface LinkedQuestion {
  readonly target?: Target;
  readonly budget?: number;
  readonly months?: number;
  readonly firms?: number;
  readonly pairs?: number;
  readonly precision?: number;
  readonly stopEarly?: boolean;
  readonly options: readonly LinkedOption[];
}

interface LinkedOption {
  readonly name: string;
  readonly changes: Readonly<Record<string, Value>>;
}

export const NOTHING_ASKED: LinkedQuestion = { options: [] };

const MOST_OPTIONS = 5;
const LONGEST_NAME = 60;
const MOST_CHANGES = 40;
const PATH = /^[a-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/;
/** What each number may be. */
const LIMITS = {
  budget: [0, 1e9],
  months: [1, 1200],
  firms: [10, 1e6],
  pairs: [2, 500],
  precision: [1e-6, 1e6],
} as const;
/** Numbers that need not be whole. */
const SPLIT: ReadonlySet<string> = new Set(["budget", "precision"]);

export function targetText({ measure, value, sense }: Target): string {
  return `${measure}${sense === "least" ? ">=" : "<="}${value}`;
}

/** Parts of a link, in their order. */
export function askedParts({
  target,
  options,
  stopEarly,
  ...numbers
}: LinkedQuestion): [name: string, value: string][] {
  const parts: [string, string][] = [];
  if (target !== undefined) parts.push(["ask.target", targetText(target)]);
  for (const name of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    if (numbers[name] !== undefined) parts.push([`ask.${name}`, String(numbers[name])]);
  }
  if (stopEarly) parts.push(["ask.early", "true"]);
  options.slice(0, MOST_OPTIONS).forEach(({ name, changes }, at) => {
    const letter = optionLetter(at);
    parts.push([`ask.${letter}.name`, name]);
    for (const path of Object.keys(changes).sort()) parts.push([`ask.${letter}.${path}`, String(changes[path])]);
  });
  return parts;
}

type Wrong = (path: string, value: string, expected: string, mend: string) => void;

/**
 * Adds one part, whose name begins with `ask.`, to what was read before; what cannot be used is told and left out.
 *
 * @param valueOf reads a setting's value
 */
export function readAskedPart(
  asked: LinkedQuestion,
  [name, value]: readonly [name: string, value: string],
  wrong: Wrong,
  valueOf: (text: string) => Value,
): LinkedQuestion {
  const left = "It was left out.";
  const part = name.slice("ask.".length);
  if (part === "target") {
    const target = targetOf(value);
    if (target !== null) return { ...asked, target };
    wrong(name, value, TARGETS.map(({ id }) => `${id}>=NUMBER`).join(", "), left);
    return asked;
  }
  if (part === "early") {
    if (value === "true" || value === "false") return { ...asked, stopEarly: value === "true" };
    wrong(name, value, "true, false", left);
    return asked;
  }
  if (Object.hasOwn(LIMITS, part)) {
    const [least, most] = LIMITS[part as keyof typeof LIMITS];
    const number = value.trim() === "" ? NaN : Number(value);
    const isWhole = SPLIT.has(part) || Number.isInteger(number);
    if (isWhole && number >= least && number <= most) return { ...asked, [part]: number };
    wrong(name, value, `a number from ${least} to ${most}`, left);
    return asked;
  }
  const [, letter = "", path = ""] = /^([A-E])\.(.+)$/.exec(part) ?? [];
  const at = "ABCDE".indexOf(letter);
  // Options come in their order, each begun by the one before.
  const isKnown = letter !== "" && at <= asked.options.length;
  const before = asked.options[at] ?? { name: letter, changes: {} };
  const option = !isKnown
    ? null
    : path === "name" && value.length <= LONGEST_NAME && value.trim() !== ""
      ? { ...before, name: value }
      : path !== "name" && PATH.test(path) && path.length <= 80 && Object.keys(before.changes).length < MOST_CHANGES
        ? { ...before, changes: { ...before.changes, [path]: valueOf(value) } }
        : null;
  if (option === null) {
    wrong(name, value, "ask.target, budget, months, firms, pairs, precision, early, A.name or A.PATH", left);
    return asked;
  }
  return { ...asked, options: asked.options.toSpliced(at, 1, option) };
}

function targetOf(text: string): Target | null {
  const [, measure, sign, value] = /^([\w.]+)(>=|<=)(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (value === undefined || !TARGETS.some(({ id }) => id === measure)) return null;
  return { measure, value: Number(value), sense: sign === ">=" ? "least" : "most" };
}
