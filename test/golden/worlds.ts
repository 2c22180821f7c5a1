import type { RunPlan, Value } from "../../sim/index.ts";
import { Run, resolve } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/** Worlds whose bytes are known: every scenario of the main model, three seeds. */
export const SEEDS = ["101", "102", "Ponte Vecchio"] as const;
export const MONTHS = 72;
/** Larger scenarios are played with so many firms, as every engine plays all of them. */
const MOST_FIRMS = 1500;

export function scenarios(): string[] {
  return [...CATALOGUE.scenarios.values()]
    .filter(({ model }) => model === undefined || model === "distretto")
    .map(({ name }) => name);
}

export function planOf(scenario: string, seed: string): RunPlan {
  const planned = (settings: Record<string, Value>): RunPlan => {
    const resolved = resolve(scenario, { settings: { ...settings, seed, months: MONTHS } }, CATALOGUE);
    if (!resolved.ok) throw new Error(resolved.problems.map(({ path, mend }) => `${path}: ${mend}`).join("\n"));
    return resolved.value.plan;
  };
  const plan = planned({});
  return Number(plan.settings.firms.count) <= MOST_FIRMS ? plan : planned({ "firms.count": MOST_FIRMS });
}

/** The hash of a world at its end, with everything observed or with nothing. */
export function hashOf(scenario: string, seed: string, observed: boolean): string {
  const run = new Run(planOf(scenario, seed), { measures: observed, decisions: observed });
  run.playTo(MONTHS);
  if (observed) run.measures();
  return run.hash();
}

/** All hashes as text, a line a world: what every engine must print. */
export function allHashes(observed: boolean): string {
  return scenarios()
    .flatMap((scenario) => SEEDS.map((seed) => `${scenario} ${seed}: ${hashOf(scenario, seed, observed)}\n`))
    .join("");
}
