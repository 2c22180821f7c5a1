import type { Conduct } from "../contract.ts";
import { NO_PROJECT } from "../world/networks.ts";
import type { World } from "../world/world.ts";

/** Codes of what is seen of a firm. */
export const VACANT = 0;
export const NOT_ENGAGED = 1;
export const CONTRIBUTES = 2;
export const FREE_RIDES = 3;

/** Below this share of a full contribution a member is seen as a free rider. */
const LOW = 0.5;

/** What a firm does this month; members of a network that runs no project are not engaged. */
export function conductOf(world: World, i: number): Conduct {
  const { firms, networks } = world;
  if (firms.alive[i] === 0) return VACANT;
  const g = firms.network[i];
  if (g < 0 || networks.project[g] === NO_PROJECT) return NOT_ENGAGED;
  return firms.contribution[i] < LOW ? FREE_RIDES : CONTRIBUTES;
}
