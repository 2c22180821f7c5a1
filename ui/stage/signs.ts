/** Sizes of what stands on the stage, in px, by the screen it is seen on. */
export interface Signs {
  /** Radius of a firm that is engaged, by size class. */
  readonly firm: readonly [number, number, number];
  /** Radius of the dot of a firm that is not engaged. */
  readonly idle: readonly [number, number, number];
  /** Half the width of a broker's diamond. */
  readonly broker: number;
  readonly ring: number;
  /** Side of a buyer's square, and of a port's. */
  readonly buyer: number;
  readonly port: number;
  /** Height of the flag of a project that runs. */
  readonly flag: number;
  /** Width of ties, as a multiple. */
  readonly tie: number;
  readonly tagSize: number;
  readonly townSize: number;
  readonly focusSize: number;
  /** Names of towns at the first camera. */
  readonly towns: boolean;
  /** Words on tags; else letters. */
  readonly words: boolean;
}

export const LAPTOP: Signs = {
  firm: [2.6, 3.8, 5.4],
  idle: [1.5, 2, 2.5],
  broker: 8,
  ring: 2.1,
  buyer: 14,
  port: 10,
  flag: 9,
  tie: 1,
  tagSize: 12,
  townSize: 13,
  focusSize: 14,
  towns: true,
  words: true,
};

export const PROJECTOR: Signs = {
  firm: [3.8, 5.2, 7.2],
  idle: [2, 2.5, 3],
  broker: 11,
  ring: 2.8,
  buyer: 19,
  port: 14,
  flag: 13,
  tie: 1.2,
  tagSize: 17,
  townSize: 19,
  focusSize: 19,
  towns: true,
  words: true,
};

export const PHONE: Signs = {
  firm: [1.7, 2.3, 3.2],
  idle: [1, 1.3, 1.6],
  broker: 6,
  ring: 1.4,
  buyer: 10,
  port: 8,
  flag: 7,
  tie: 0.55,
  tagSize: 12,
  townSize: 12,
  focusSize: 13,
  towns: false,
  words: false,
};

/** How much is drawn, by the mean distance in px between neighbours on screen. */
export type Detail = "close" | "all" | "middle" | "few" | "towns";

export function detailOf(spacing: number): Detail {
  if (spacing >= 30) return "close";
  if (spacing >= 10) return "all";
  if (spacing >= 6) return "middle";
  return spacing >= 3 ? "few" : "towns";
}

/** Neighbours nearer than this, in radii of a large firm, get smaller signs, down to the smallest share of their size. */
const ROOMY = 2;
const SMALLEST = 0.45;

/** The same signs, smaller where firms stand so close that they would cover each other. */
export function signsFitting(signs: Signs, spacing: number): Signs {
  const share = Math.max(SMALLEST, Math.min(1, spacing / (ROOMY * signs.firm[2])));
  if (share === 1) return signs;
  const smaller = ([a, b, c]: Signs["firm"]): Signs["firm"] => [a * share, b * share, c * share];
  return {
    ...signs,
    firm: smaller(signs.firm),
    idle: smaller(signs.idle),
    ring: Math.max(1, signs.ring * share),
    tie: signs.tie * share,
  };
}
