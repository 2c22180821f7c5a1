import { INDICATORS, NET_STAGES, hasReached } from "./evaluation.ts";
import { STATE_RULES, cellAt, score } from "./evaluationRules.ts";
import type { World } from "./world.ts";

const CELLS = new Float64Array(INDICATORS.length * NET_STAGES.length);

/**
 * The indicator of NET, by its place in INDICATORS, in which a network has achieved least of what the stages that it has
 * reached ask for; told from the state alone, the first of equal ones.
 */
export function weakestIndicator(world: World, g: number): number {
  score(STATE_RULES, world, g, undefined, CELLS);
  const achieved = new Float64Array(INDICATORS.length);
  const asked = new Float64Array(INDICATORS.length);
  for (const { indicator, stage } of STATE_RULES) {
    if (!hasReached(world, g, stage)) continue;
    achieved[INDICATORS.indexOf(indicator)] += CELLS[cellAt(indicator, stage)];
    asked[INDICATORS.indexOf(indicator)] += 1;
  }
  let weakest = 0;
  for (let at = 1; at < INDICATORS.length; at++) {
    if (achieved[at] * asked[weakest] < achieved[weakest] * asked[at]) weakest = at;
  }
  return weakest;
}
