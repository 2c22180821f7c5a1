import type { Table } from "../../kernel/columns.ts";
import { addRow, f64, table } from "../../kernel/columns.ts";
import type { Measure, Memory } from "../../observe/measure.ts";
import type { Model } from "../model.ts";
import { believing } from "./publicGoods/believing.ts";
import { giving } from "./publicGoods/giving.ts";
import type { GameWorld } from "./publicGoods/world.ts";
import { gameGroup, sanctionsGroup, setUp } from "./publicGoods/world.ts";

const roundColumns = {
  contribution: f64({ unit: "0..1", doc: "Mean contribution in the round; row 0 is the first." }),
} as const;

interface GameMemory extends Memory {
  readonly rounds: Table<typeof roundColumns>;
}

/** Mean contribution of one of the rounds played. */
function meanOf(
  id: string,
  title: string,
  which: string,
  row: (rounds: number) => number,
): Measure<GameWorld, GameMemory> {
  return {
    id,
    title,
    unit: "0..1",
    formula: "sum of contributions / players",
    over: `all players, the ${which} round`,
    nullWhen: "before the first round",
    value: (_, { rounds }) => (rounds.count === 0 ? null : rounds.contribution[row(rounds.count)]),
  };
}

/** The contribution rule of the model in the laboratory's game of public goods: a step is a round. */
export const publicGoods: Model<GameWorld, GameMemory> = {
  id: "public-goods",
  title: "The game of public goods",
  groups: [gameGroup, sanctionsGroup],
  schedule: [giving, believing],
  setUp,
  remember: () => ({ rounds: table("rounds", roundColumns, { count: 0, isState: false }) }),
  note({ rounds }, { tables: { players } }) {
    let given = 0;
    for (const contribution of players.contribution) given += contribution;
    const row = addRow(rounds);
    rounds.contribution[row] = given / players.count;
  },
  measures: [
    meanOf("contribution.first", "Given at first", "first", () => 0),
    meanOf("contribution.last", "Given at last", "last", (rounds) => rounds - 1),
  ],
};
