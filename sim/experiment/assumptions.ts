import type { Assumption } from "../contract.ts";
import type { Value } from "../kernel/params.ts";
import type { Model } from "../models/model.ts";
import { parametersOf } from "../scenario/parameters.ts";

/**
 * Assumptions that a comparison is tried under: what a place is like and how firms behave, not what the programme does.
 * Each from half to double of its value where nothing else is said, within its declared range.
 */
const TRIED: readonly { readonly path: string; readonly low?: number; readonly high?: number }[] = [
  { path: "region.trust", low: 0.05, high: 0.45 },
  { path: "region.law", low: 0.05, high: 0.6 },
  { path: "region.dispersion" },
  { path: "search.transactionCost" },
  { path: "reputation.visibility" },
  { path: "trust.asymmetry" },
  { path: "joining.coordination" },
  { path: "joining.exposure" },
  { path: "joining.criticalMass", low: 3, high: 6 },
  { path: "projects.leak" },
  { path: "brokers.skill", low: 0.4, high: 1 },
  // From no link at all: that paying teaches self-management is asserted, not proven.
  { path: "fees.autonomy", low: 0 },
];

/** The assumptions of a model at the values of a world; those that cannot be varied are left out. */
export function assumptionsOf(model: Model, values: Readonly<Record<string, Value>>): Assumption[] {
  const declared = parametersOf(model);
  return TRIED.flatMap(({ path, low, high }) => {
    const parameter = declared.get(path)?.parameter;
    const base = values[path];
    if (parameter === undefined || parameter.kind === "choice" || parameter.kind === "flag") return [];
    if (typeof base !== "number") return [];
    const within = (value: number) => Math.max(parameter.min, Math.min(parameter.max, value));
    // What a scenario sets beyond the usual range is tried from there on.
    const from = within(Math.min(low ?? base / 2, base));
    const to = within(Math.max(high ?? base * 2, base));
    if (from === to) return [];
    const { label, unit, source } = parameter;
    return [{ path, label, unit, source, base, low: from, high: to }];
  });
}
