import { table } from "../kernel/columns.ts";
import { clamp } from "../kernel/math.ts";
import { normal } from "../kernel/sample.ts";
import type { Plan } from "./plan.ts";
import { regionColumns } from "./regions.ts";
import type { RegionPlan } from "./regions.ts";
import type { World } from "./world.ts";

/** A region's values: its own, else drawn or set; a value set from outside moves the mean and keeps the spread. */
function regionValues(plan: Plan, regions: readonly RegionPlan[], name: "trust" | "law" | "dispersion"): number[] {
  const { rules, forced, random } = plan;
  const mean = rules.region[name];
  const spread = name === "trust" ? rules.region["trust.spread"] : 0;
  const draws = random.stream(`region.${name}`, 0);
  const values = regions.map((region, r) => region[name] ?? mean + spread * normal(draws.uniform(0, r)));
  if (!forced.has(`region.${name}`)) return values;
  const shift = mean - values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return values.map((value) => value + shift);
}

export function makeRegions(plan: Plan, regions: readonly RegionPlan[]): World["regions"] {
  const made = table("regions", regionColumns, { count: regions.length });
  const trust = regionValues(plan, regions, "trust");
  const law = regionValues(plan, regions, "law");
  const dispersion = regionValues(plan, regions, "dispersion");
  regions.forEach((region, r) => {
    made.x[r] = region.x;
    made.y[r] = region.y;
    made.trust[r] = clamp(trust[r], 0, 1);
    made.law[r] = clamp(law[r], 0, 1);
    made.dispersion[r] = Math.max(0, dispersion[r]);
  });
  return made;
}
