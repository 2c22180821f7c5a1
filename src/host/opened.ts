import type { Opened, Resolved, World } from "../../sim/index.ts";
import { MODEL_VERSION } from "../../sim/index.ts";
import { version } from "../../package.json" with { type: "json" };

/** Name and version of the product, as results and links carry them. */
export const PRODUCT = { product: "Distretto", version, modelVersion: MODEL_VERSION } as const;

/** What holds still for the whole run of a world that has just been opened. */
export function openedOf(resolved: Resolved, world: World): Opened {
  const { name, title, about, question, plan, values, changes } = resolved;
  const { firms, regionPlans, sectorPlans, ventures } = world;
  return {
    ...PRODUCT,
    scenario: name,
    title,
    about,
    question,
    seed: plan.seed,
    months: plan.months,
    settings: values,
    changes,
    regions: regionPlans.map(({ id, name: town, x, y }) => ({ id, name: town, x, y })),
    sectors: sectorPlans.map(({ id, name: trade }) => ({ id, name: trade })),
    ventures: ventures.map(({ plan: { id, title: venture } }) => ({ id, title: venture })),
    x: firms.x.slice(),
    y: firms.y.slice(),
    region: firms.region.slice(),
    sector: firms.sector.slice(),
  };
}
