import type { NumberParameter, Parameter } from "../kernel/params.ts";
import { integer } from "../kernel/params.ts";
import type { Model } from "../models/model.ts";

/** One parameter of a model, with the path by which scenarios, the command line and the page name it. */
export interface Declared {
  /** `group.name`, as in `search.rate`; the name alone where the group has no id. */
  readonly path: string;
  readonly group: string;
  readonly name: string;
  readonly parameter: Parameter;
}

/** How long a world is played: a setting of every model. The other one, `seed`, is any text. */
export const MONTHS: NumberParameter = integer({
  label: "Months",
  unit: "months",
  min: 0,
  max: 5000,
  start: 120,
  doc: "How many months are played.",
  source: "assumed",
});

/** The seed where neither scenario nor caller names one. */
export const SEED = "1";

/** The longest text that a seed may be. */
export const LONGEST_SEED = 200;

export function pathOf(group: string, name: string): string {
  return group === "" ? name : `${group}.${name}`;
}

/**
 * All parameters of a model by path, shared groups first, then mechanism by mechanism. Several of them may share a
 * group id; a name that is declared twice is a mistake in the model and throws.
 */
export function parametersOf(model: Model): ReadonlyMap<string, Declared> {
  const all = new Map<string, Declared>();
  for (const { id, params } of [...model.groups, ...model.schedule]) {
    for (const [name, parameter] of Object.entries(params)) {
      const path = pathOf(id, name);
      if (all.has(path) || path === "seed" || path === "months") throw new Error(`${path} is declared twice.`);
      all.set(path, { path, group: id, name, parameter });
    }
  }
  return all;
}
