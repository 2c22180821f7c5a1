import type { Table } from "../kernel/columns.ts";
import { addRow, i16, i32, table, u8 } from "../kernel/columns.ts";
import { AT_HOME, OWN_BRANCH, THROUGH_AGENT } from "../world/abroad.ts";
import type { World } from "../world/world.ts";

/** What the recorder keeps of going abroad: one row for each time a firm went, from its first step to its return. */
export const spellColumns = {
  firm: i32({ unit: "row", doc: "Firm." }),
  from: i16({ unit: "month", doc: "Month of the first step." }),
  indirect: u8({ unit: "0/1", doc: "Whether the first step was through an agent." }),
  branch: i16({ unit: "month", doc: "Month of the first branch of its own; -1 none yet.", start: -1 }),
  end: i16({ unit: "month", doc: "Month of return or of closing; -1 while it lasts.", start: -1 }),
} as const;

/** Row i is the firm in row i of the world's firms. */
export const abroadColumns = {
  spell: i32({ unit: "row", doc: "Its present spell abroad, or -1.", start: -1 }),
} as const;

/** The two tables of a world in which nobody has gone abroad yet. */
export function rememberSpells(world: World): SpellMemory {
  return {
    spells: table("spells", spellColumns, { count: 0, isState: false }),
    abroad: table("abroad", abroadColumns, { count: world.firms.count, isState: false }),
  };
}

export interface SpellMemory {
  readonly spells: Table<typeof spellColumns>;
  readonly abroad: Table<typeof abroadColumns>;
}

/** What a month did to those who sell abroad. A firm that returned and went again in one month has begun a new spell. */
export function noteSpells({ spells, abroad }: SpellMemory, { firms, month }: World): void {
  for (let i = 0; i < firms.count; i++) {
    const isAbroad = firms.exportStage[i] !== AT_HOME && firms.alive[i] === 1;
    let spell = abroad.spell[i];
    if (!isAbroad && spell < 0) continue;
    if (spell >= 0 && (!isAbroad || firms.exportSince[i] !== spells.from[spell])) {
      spells.end[spell] = month;
      spell = -1;
    }
    if (isAbroad && spell < 0) {
      spell = addRow(spells);
      spells.firm[spell] = i;
      spells.from[spell] = firms.exportSince[i];
      spells.indirect[spell] = firms.exportStage[i] === THROUGH_AGENT ? 1 : 0;
    }
    if (spell >= 0 && spells.branch[spell] < 0 && firms.exportStage[i] >= OWN_BRANCH) spells.branch[spell] = month;
    abroad.spell[i] = spell;
  }
}
