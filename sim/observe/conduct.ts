import type { Conduct } from "../contract.ts";
import { NO_PROJECT, STRATEGIC_PROJECT } from "../world/networks.ts";
import type { World } from "../world/world.ts";

/** Codes of what is seen of a firm. */
const VACANT = 0;
const NOT_ENGAGED = 1;
const CONTRIBUTES = 2;
const FREE_RIDES = 3;

/** Below this share of a full contribution a member is seen as a free rider. */
const LOW = 0.5;

/**
 * Whether the members of a network were to contribute this month. Projects begin, and sleeping networks wake, after the
 * month's contributions; only the step from a pilot to a strategic project finds members who have contributed already.
 */
export function hasWorked({ networks, month }: World, g: number): boolean {
  if (networks.project[g] === NO_PROJECT) return false;
  if (networks.projectSince[g] < month) return true;
  return networks.project[g] === STRATEGIC_PROJECT && networks.started[g] < month;
}

/** What a firm does this month; members whose network has not worked are not engaged. */
export function conductOf(world: World, i: number): Conduct {
  const { firms } = world;
  if (firms.alive[i] === 0) return VACANT;
  const g = firms.network[i];
  if (g < 0 || !hasWorked(world, g)) return NOT_ENGAGED;
  return firms.contribution[i] < LOW ? FREE_RIDES : CONTRIBUTES;
}
