import type * as v from "valibot";
import type { Parameter, Value } from "../../kernel/params.ts";
import type { Problem } from "../../kernel/problem.ts";

/** What an experiment varies, and the points at which it does. */

/** An interval, or a list of values. */
export type Range = { readonly low: number; readonly high: number } | readonly Value[];

/** A parameter that is varied; every value of its range has been checked against the declaration. */
export interface Dimension {
  readonly path: string;
  readonly range: Range;
  readonly parameter: Parameter;
}

/** Settings of one point, by path. */
export type Point = Readonly<Record<string, Value>>;

/**
 * The points of an experiment. A point is worked out when it is asked for, so that a design of a million points takes
 * no more memory than one of a thousand.
 */
export interface Design {
  readonly kind: string;
  /** Paths that differ between points, in the order of columns. */
  readonly names: readonly string[];
  /** How many points there are. */
  readonly points: number;
  /** Settings of one point. @param index from 0; files count points from 1 */
  point(index: number): Point;
}

/** What a kind of design is handed; the options have the form that the kind declares. */
export interface DesignRequest<O> {
  readonly options: O;
  /** Parameters of the experiment in the order of the file. */
  readonly dimensions: readonly Dimension[];
  /** For designs that draw; no world has this seed. */
  readonly seed: string;
}

/** The form of `design` in a file: a strict object with `kind` and options. */
export type DesignForm = v.StrictObjectSchema<
  v.ObjectEntries & { readonly kind: v.LiteralSchema<string, undefined> },
  v.ErrorMessage<v.StrictObjectIssue> | undefined
>;

/** A kind of design; one file each, listed in `index.ts`. */
export interface DesignKind<O = never> {
  readonly kind: string;
  readonly form: DesignForm;
  /** What stands in the way of the design, with paths from the root of the file (`/design/base`). */
  problems(request: DesignRequest<O>): readonly Problem[];
  /** What is known to be too few points for sound answers, as a sentence; undefined where nothing is amiss. */
  advice?(request: DesignRequest<O>): string | undefined;
  /** Only called where there are no problems. */
  make(request: DesignRequest<O>): Design;
}

/** Declares a kind, with options typed by its form. */
export function designKind<const F extends DesignForm>(
  declared: { readonly form: F } & Omit<DesignKind<v.InferOutput<F>>, "form">,
): DesignKind<v.InferOutput<F>> {
  return declared;
}

export function isList(range: Range): range is readonly Value[] {
  return Array.isArray(range);
}

/**
 * The value at a share of a dimension: linear on an interval, whole numbers equally likely where the parameter is whole,
 * the items of a list equally likely.
 *
 * @param share from 0 to 1
 */
export function valueAt({ range, parameter }: Dimension, share: number): Value {
  if (isList(range)) return range[Math.min(range.length - 1, Math.floor(share * range.length))];
  const { low, high } = range;
  if (parameter.kind === "integer") return Math.min(high, low + Math.floor(share * (high - low + 1)));
  return Math.min(high, low + share * (high - low));
}

/** Values of a dimension in even steps, both ends among them; a list gives its own. @param count at least 2 */
export function levelsOf({ range, parameter }: Dimension, count: number): readonly Value[] {
  if (isList(range)) return range;
  const { low, high } = range;
  const steps = Array.from({ length: count }, (_, at) => {
    if (at === count - 1) return high;
    const value = ((count - 1 - at) * low + at * high) / (count - 1);
    return parameter.kind === "integer" ? Math.round(value) : value;
  });
  return [...new Set(steps)];
}

/** The problem of a design that has no parameters to vary, or more of them than it can. */
export function countProblems(dimensions: readonly Dimension[], most = Infinity): Problem[] {
  const path = "/parameters";
  if (dimensions.length === 0) {
    return [{ path, value: "none", expected: "at least one parameter", mend: "Name what is varied." }];
  }
  if (dimensions.length <= most) return [];
  const expected = `at most ${most} parameters`;
  return [{ path, value: `${dimensions.length} parameters`, expected, mend: "Vary fewer, or use morris." }];
}
