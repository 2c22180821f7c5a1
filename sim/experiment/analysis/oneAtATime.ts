import type { Value } from "../../kernel/params.ts";
import type { Contrast } from "./contrast.ts";
import { contrast } from "./contrast.ts";
import type { Results } from "./results.ts";
import { valuesAt } from "./results.ts";

/** What one parameter at one value changes against the scenario as it is. */
export interface Step extends Contrast {
  readonly path: string;
  readonly setting: Value;
}

/** All steps of a design one at a time, whose first point is the scenario as it is. */
export function stepsOf({ experiment, design }: Results, values: readonly (number | null)[]): Step[] {
  const { replicates, pairing } = experiment;
  const start = valuesAt(values, 0, replicates);
  return Array.from({ length: design.points - 1 }, (_, at) => {
    const [[path, setting]] = Object.entries(design.point(at + 1));
    return { path, setting, ...contrast(valuesAt(values, at + 1, replicates), start, pairing) };
  });
}
