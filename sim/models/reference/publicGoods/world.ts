import type { Table } from "../../../kernel/columns.ts";
import { f64, table, u8 } from "../../../kernel/columns.ts";
import type { Group, Mechanism, WorldParts } from "../../../kernel/mechanism.ts";
import type { Parameters, Values } from "../../../kernel/params.ts";
import { integer, number } from "../../../kernel/params.ts";
import { CONDITIONAL, FREE_RIDER, HUMP_SHAPED, OTHER } from "../../../world/firms.ts";
import { sanctions } from "../../../world/parameters/sanctions.ts";
import type { Beginning } from "../../model.ts";

export const gameGroup = {
  id: "game",
  title: "The game",
  params: {
    groups: integer({
      label: "Groups",
      unit: "groups",
      min: 1,
      max: 10_000,
      start: 250,
      doc: "Groups that play at the same time, each by itself.",
      source: "assumed",
    }),
    size: integer({
      label: "Players of a group",
      unit: "players",
      min: 2,
      max: 100,
      start: 4,
      doc: "Players who stay together for all rounds.",
      source: "Fischbacher, Gaechter & Fehr 2001",
    }),
    return: number({
      label: "Marginal return",
      unit: "of what is given",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.4,
      doc: "What every player gets of what anyone gives.",
      source: "Fischbacher, Gaechter & Fehr 2001",
    }),
    belief: number({
      label: "Belief at first",
      unit: "0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.45,
      doc: "Share of the others' means that a player expects to be given in the first round.",
      source: "assumed",
    }),
  },
} as const satisfies Group;

/** Fines as in the model; what is law and size there is one chance here. */
export const sanctionsGroup = {
  id: "sanctions",
  title: "Sanctions",
  params: {
    fines: { ...sanctions.params.fines, start: false },
    fine: sanctions.params.fine,
    seen: number({
      label: "Chance of being seen",
      unit: "a round",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.336,
      doc: "Chance that a low contribution is noticed: the model's, for 4 members without help at a rule of law of 0.1.",
      source: "(0.25 + 0.3 * 0.1) * 12 / (4 + 6), from the model's parameters",
    }),
    start: integer({
      label: "First round with fines",
      unit: "round",
      min: 1,
      max: 1000,
      start: 1,
      doc: "Round from which fines count, where there are any.",
      source: "assumed",
    }),
  },
} as const satisfies Group;

export const playerColumns = {
  type: u8({ unit: "code", doc: "Conditional co-operator 0, free rider 1, hump-shaped 2, other 3." }),
  belief: f64({ unit: "0..1", doc: "Share of their means that the player expects the others to give, E." }),
  contribution: f64({ unit: "0..1", doc: "Share of its means given this round." }),
} as const;

export interface GameWorld extends WorldParts {
  /** Group g has the players of the rows `size * g` to `size * (g + 1) - 1`. */
  readonly tables: { readonly players: Table<typeof playerColumns> };
  readonly game: Values<typeof gameGroup.params>;
  readonly sanctions: Values<typeof sanctionsGroup.params>;
}

/** The mix found by Fischbacher, Gaechter & Fehr 2001, as upper ends of a draw. */
const CONDITIONAL_UP_TO = 0.5;
const FREE_RIDER_UP_TO = 0.8;
const HUMP_SHAPED_UP_TO = 0.94;

function typeOf(draw: number): number {
  if (draw < CONDITIONAL_UP_TO) return CONDITIONAL;
  if (draw < FREE_RIDER_UP_TO) return FREE_RIDER;
  return draw < HUMP_SHAPED_UP_TO ? HUMP_SHAPED : OTHER;
}

export function setUp({ settings, random }: Beginning): GameWorld {
  const game = settings.game as Values<typeof gameGroup.params>;
  const players = table("players", playerColumns, { count: game.groups * game.size });
  const nature = random.stream("players.type", -1);
  for (let i = 0; i < players.count; i++) players.type[i] = typeOf(nature.uniform(i, 0));
  players.belief.fill(game.belief);
  return {
    tables: { players },
    month: 0,
    game,
    sanctions: settings.sanctions as Values<typeof sanctionsGroup.params>,
  };
}

/** Declares a mechanism of this model. */
export function mechanism<const P extends Parameters>(declared: Mechanism<GameWorld, P>): Mechanism<GameWorld, P> {
  return declared;
}
