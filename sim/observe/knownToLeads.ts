import type { Table } from "../kernel/columns.ts";
import { f64, table, u8 } from "../kernel/columns.ts";
import { largestOfCells } from "../world/largest.ts";
import type { World } from "../world/world.ts";

/**
 * Who was tied to the lead firms when the window of effects began, and what everyone knew then. Lead firms are the two
 * largest of each cluster, whether they ever list abroad or not, so that arms with and without listing compare the
 * same firms.
 */
const LEADS = 2;

/** Code of `leadTies.group`. */
export const UNTIED = 0;
export const TIED = 1;
const LEAD = 2;

/** Row i is the firm in row i of the world's firms when the window began. */
export const leadTieColumns = {
  knowledge: f64({ unit: "0..1", doc: "Knowledge when the window began." }),
  group: u8({ unit: "code", doc: "Not tied to a lead firm 0, tied to one 1, a lead firm 2." }),
} as const;

export interface LeadTieMemory {
  readonly leadTies: Table<typeof leadTieColumns>;
}

export function rememberLeadTies(world: World): LeadTieMemory {
  return { leadTies: table("leadTies", leadTieColumns, { count: world.firms.count, isState: false }) };
}

/** The firms as they are when the window begins. */
export function takeLeadTies({ leadTies }: LeadTieMemory, world: World): void {
  const { firms, ties } = world;
  leadTies.knowledge.set(firms.knowledge.subarray(0, firms.count));
  leadTies.group.fill(UNTIED);
  const leads = largestOfCells(world, LEADS).filter((i) => i >= 0);
  for (const i of leads) {
    for (let tie = i * ties.width; tie < i * ties.width + firms.degree[i]; tie++)
      leadTies.group[ties.partner[tie]] = TIED;
  }
  for (const i of leads) leadTies.group[i] = LEAD;
}
