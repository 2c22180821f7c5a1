import type { Table } from "../../kernel/columns.ts";
import { addRow, table, u32, u8 } from "../../kernel/columns.ts";
import type { Group, Mechanism, WorldParts } from "../../kernel/mechanism.ts";
import type { Values } from "../../kernel/params.ts";
import { integer, number } from "../../kernel/params.ts";
import type { Measure, Memory } from "../../observe/measure.ts";
import type { Beginning, Model } from "../model.ts";

const SOURCE = "Nowak & May 1992, Nature 359, 826-829";

const temptation = {
  id: "",
  title: "Temptation",
  params: {
    b: number({
      label: "Temptation b",
      unit: "earnings of a pair of co-operators",
      min: 1,
      max: 3,
      step: 0.05,
      start: 1.85,
      doc: "What a defector earns from a co-operator; two co-operators earn 1 each, everyone else earns 0.",
      source: SOURCE,
    }),
  },
} as const satisfies Group;

const board = {
  id: "board",
  title: "Board",
  params: {
    side: integer({
      label: "Side of the board",
      unit: "players",
      min: 3,
      max: 1000,
      start: 200,
      doc: "Players in a row and in a column; the board closes on itself.",
      source: "Nowak & May 1992 for the kind of board; 200 assumed",
    }),
    cooperators: number({
      label: "Co-operators at first",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.9,
      doc: "Chance that a player begins by co-operating.",
      source: SOURCE,
    }),
  },
} as const satisfies Group;

const playerColumns = {
  cooperates: u8({ unit: "0/1", doc: "What the player does." }),
  earned: u32({
    unit: "bit",
    doc: "Bit c for a co-operator that met c co-operators among the nine, itself among them; bit 16 + c for a defector.",
  }),
} as const;

/** Bits of defectors begin here. */
const DEFECTORS = 16;

interface BoardWorld extends WorldParts {
  readonly tables: { readonly players: Table<typeof playerColumns> };
  readonly side: number;
  readonly b: number;
}

/**
 * Everyone plays with all nine, then everyone copies the best earner of the nine, all at once; on a tie a player goes
 * on as it is.
 *
 * A co-operator that met c co-operators earns c, a defector c times b: all that decides is how whole numbers up to 9
 * compare with such multiples of b, so every b between two neighbouring fractions gives the same course, to the byte.
 */
const imitation: Mechanism<BoardWorld> = {
  id: "imitation",
  title: "Imitation of the best",
  claim: "Among neighbours who imitate success, co-operation and defection live side by side for ever.",
  source: SOURCE,
  reads: [],
  writes: ["players.cooperates", "players.earned"],
  params: {},
  step({ world: { tables, side, b } }) {
    const { cooperates: does, earned } = tables.players;
    for (let row = 0; row < side; row++) {
      const mid = row * side;
      const up = ((row + side - 1) % side) * side;
      const down = ((row + 1) % side) * side;
      for (let here = 0; here < side; here++) {
        const left = here === 0 ? side - 1 : here - 1;
        const right = here === side - 1 ? 0 : here + 1;
        const met =
          does[up + left] +
          does[up + here] +
          does[up + right] +
          does[mid + left] +
          does[mid + here] +
          does[mid + right] +
          does[down + left] +
          does[down + here] +
          does[down + right];
        earned[mid + here] = 1 << (does[mid + here] === 1 ? met : DEFECTORS + met);
      }
    }
    for (let row = 0; row < side; row++) {
      const mid = row * side;
      const up = ((row + side - 1) % side) * side;
      const down = ((row + 1) % side) * side;
      for (let here = 0; here < side; here++) {
        const left = here === 0 ? side - 1 : here - 1;
        const right = here === side - 1 ? 0 : here + 1;
        const all =
          earned[up + left] |
          earned[up + here] |
          earned[up + right] |
          earned[mid + left] |
          earned[mid + here] |
          earned[mid + right] |
          earned[down + left] |
          earned[down + here] |
          earned[down + right];
        // The highest bit of each kind; -1, and so less than anything, where there is none of the kind.
        const cooperator = 31 - Math.clz32(all & 0xffff);
        const defector = (31 - Math.clz32(all >>> DEFECTORS)) * b;
        if (cooperator !== defector) does[mid + here] = cooperator > defector ? 1 : 0;
      }
    }
  },
};

const generationColumns = {
  cooperators: u32({ unit: "players", doc: "Players who co-operate after the generation; row 0 is the start." }),
} as const;

interface BoardMemory extends Memory {
  readonly generations: Table<typeof generationColumns>;
}

function note({ generations }: BoardMemory, { tables: { players } }: BoardWorld): void {
  let count = 0;
  for (const cooperates of players.cooperates) count += cooperates;
  const row = addRow(generations);
  generations.cooperators[row] = count;
}

/** Generations over which the share is taken. */
const WINDOW = 500;

const cooperatorsShare: Measure<BoardWorld, BoardMemory> = {
  id: "cooperators.share",
  title: "Co-operators",
  unit: "share",
  formula: `mean over the last ${WINDOW} generations of co-operators / players`,
  over: `all players; the last ${WINDOW} generations, or all there were and the start`,
  nullWhen: "never",
  value({ tables: { players } }, { generations }) {
    const from = Math.max(0, generations.count - WINDOW);
    let sum = 0;
    for (let row = from; row < generations.count; row++) sum += generations.cooperators[row];
    return sum / (generations.count - from) / players.count;
  },
};

function setUp({ settings, random }: Beginning): BoardWorld {
  const { side, cooperators } = settings.board as Values<typeof board.params>;
  const { b } = settings[""] as Values<typeof temptation.params>;
  const players = table("players", playerColumns, { count: side * side });
  const start = random.stream("players.start", -1);
  for (let player = 0; player < players.count; player++) {
    players.cooperates[player] = start.uniform(player, 0) < cooperators ? 1 : 0;
  }
  return { tables: { players }, month: 0, side, b };
}

/** The spatial dilemma of Nowak and May: a step is a generation. */
export const nowakMay: Model<BoardWorld, BoardMemory> = {
  id: "nowak-may",
  title: "The spatial dilemma",
  groups: [temptation, board],
  schedule: [imitation],
  setUp,
  remember(world) {
    const memory = { generations: table("generations", generationColumns, { count: 0, isState: false }) };
    note(memory, world);
    return memory;
  },
  note,
  measures: [cooperatorsShare],
};
