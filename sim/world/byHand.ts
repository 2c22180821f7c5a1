import type { World } from "./world.ts";

/**
 * A firm that a person plays. An act is a standing order: it holds from its month until a later one for the same firm
 * takes its place. What an act leaves open, the firm decides itself; every other firm goes its own way.
 */
export interface Act {
  /** From this month on. */
  readonly month: number;
  /** Row of the firm; who is born into the row of a firm that closed takes its orders over. */
  readonly firm: number;
  /** Its answer whenever it is asked to join. */
  readonly joins?: boolean | undefined;
  /** Whether it pays its contribution, in full or not at all. */
  readonly pays?: boolean | undefined;
}

/** The order that firm i stands under this month, if any. */
export function orderFor({ acts, month }: World, i: number): Act | undefined {
  return acts.length === 0 ? undefined : acts.findLast((act) => act.firm === i && act.month <= month);
}
