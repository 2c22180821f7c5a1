import type { Descriptions } from "../../sim/index.ts";
import { describe } from "../../sim/index.ts";
import { CATALOGUE } from "./shipped.ts";

/** What there is to the main model: parameters, measures, mechanisms, scenarios. */
export function describeMain(): Descriptions {
  const model = CATALOGUE.models.get("distretto");
  if (model === undefined) throw new Error("The main model is missing.");
  return describe(model, CATALOGUE);
}
