import type { SettingsChange } from "../contract.ts";
import type { Parameter, Value } from "../kernel/params.ts";
import { problemOf } from "../kernel/params.ts";
import type { Problem } from "../kernel/problem.ts";
import { shown } from "../kernel/problem.ts";
import { MONTHS } from "./parameters.ts";

/** Settings that change while a world runs. */

/** A change as it comes from outside: nothing in it is checked. */
export interface RawChange {
  readonly month: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A change, and how its values are named in a message. */
interface Placed extends RawChange {
  readonly nameOf: (path: string) => string;
  readonly isOutside: boolean;
}

interface Changing {
  readonly changes?: readonly RawChange[] | undefined;
}

/** The name of a changed value in links, on the command line and in problems. */
function nameOfChange(month: number, path: string): string {
  return `at.${month}.${path}`;
}

const MOST_CHANGES = 100;

/** The changes of a chain of documents, then those laid over it from outside. */
function placed(documents: readonly Changing[], outside: readonly RawChange[]): readonly Placed[] {
  return [
    ...documents.flatMap(({ changes = [] }) =>
      changes.map(({ month, settings }, at) => ({
        month,
        settings,
        nameOf: (path: string) => `/changes/${at}/settings/${path}`,
        isOutside: false,
      })),
    ),
    ...outside.map(({ month, settings }) => ({
      month,
      settings,
      nameOf: (path: string) => nameOfChange(month, path),
      isOutside: true,
    })),
  ];
}

function monthProblem(month: unknown): Problem | undefined {
  if (typeof month === "number" && Number.isInteger(month) && month >= 0 && month <= MONTHS.max) return undefined;
  const expected = `a whole number from 0 to ${MONTHS.max} (months)`;
  return { path: "changes", value: shown(month), expected, mend: "Name the month after which it acts." };
}

function changeProblem(path: string, parameter: Parameter | undefined, value: unknown): Problem | undefined {
  if (path === "seed" || path === "months" || parameter?.atStart === true) {
    const expected = "a setting that can change while the world runs";
    return { path, value: shown(value), expected, mend: `Set ${path} for the whole course instead.` };
  }
  return parameter === undefined ? undefined : problemOf(path, parameter, value);
}

/**
 * Checks changes and puts them in order, one for each month; of two that set the same path in a month the later counts.
 * What is set from outside for the whole course is changed by nothing the documents say.
 *
 * @param unknown the problem of a path that the model does not have
 */
export function settledChanges(
  documents: readonly Changing[],
  outside: readonly RawChange[],
  forced: ReadonlySet<string>,
  parameters: ReadonlyMap<string, Parameter>,
  unknown: (path: string) => Problem,
  problems: Problem[],
): readonly SettingsChange[] {
  const months = new Map<number, Map<string, Value>>();
  const all = placed(documents, outside);
  if (all.length > MOST_CHANGES) {
    const expected = `at most ${MOST_CHANGES} changes`;
    problems.push({ path: "changes", value: `${all.length} changes`, expected, mend: "Take some away." });
    return [];
  }
  for (const { month, settings, nameOf, isOutside } of all) {
    const wrong = monthProblem(month);
    if (wrong !== undefined) {
      problems.push(wrong);
      continue;
    }
    const values = months.get(month) ?? new Map<string, Value>();
    months.set(month, values);
    for (const [path, value] of Object.entries(settings)) {
      const parameter = parameters.get(path);
      const isKnown = parameter !== undefined || path === "seed";
      const problem = isKnown ? changeProblem(path, parameter, value) : unknown(path);
      if (problem !== undefined) problems.push({ ...problem, path: nameOf(path) });
      else if (isOutside || !forced.has(path)) values.set(path, value as Value);
    }
  }
  return [...months]
    .filter(([, values]) => values.size > 0)
    .sort(([a], [b]) => a - b)
    .map(([month, values]) => ({ month, settings: Object.fromEntries(values) }));
}
