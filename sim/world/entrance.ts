/**
 * Through whom a networking unit enters: the nearer to government, the more its word counts and the further it is from
 * small firms (model of the trade-off: Ceglie & Dini 1999, lesson 4; places on the scale assumed). 1 is a ministry, -1
 * the firms themselves, 0 where nothing is told of it.
 */
const ENTRANCES = { none: 0, ministry: 1, agency: 0.5, association: -0.5, firms: -1 } as const;

export type Entrance = keyof typeof ENTRANCES;

export const ENTRANCE_NAMES = ["none", "ministry", "agency", "association", "firms"] as const satisfies Entrance[];

/** How far above firms the entrance stands, -1..1. */
export function heightOf(entrance: Entrance): number {
  return ENTRANCES[entrance];
}
