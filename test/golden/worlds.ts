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

function resolved(scenario: string, settings: Record<string, Value>): RunPlan {
  const reply = resolve(scenario, { settings }, CATALOGUE);
  if (!reply.ok) throw new Error(reply.problems.map(({ path, mend }) => `${path}: ${mend}`).join("\n"));
  return reply.value.plan;
}

/** What is laid over a scenario for its golden worlds. */
export function settingsOf(scenario: string, seed: string): Record<string, Value> {
  const firms = Number(resolved(scenario, {}).settings.firms.count);
  return { seed, months: MONTHS, "firms.count": Math.min(firms, MOST_FIRMS) };
}

export function planOf(scenario: string, seed: string): RunPlan {
  return resolved(scenario, settingsOf(scenario, seed));
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
