/** The doors of the page: one state, one link, three ways to read it. */
export const DOORS = ["explore", "compare", "learn"] as const;
export type Door = (typeof DOORS)[number];
