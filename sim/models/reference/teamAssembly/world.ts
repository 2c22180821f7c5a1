import type { Table } from "../../../kernel/columns.ts";
import { i32, table, u32 } from "../../../kernel/columns.ts";
import type { Group, WorldParts } from "../../../kernel/mechanism.ts";
import type { Values } from "../../../kernel/params.ts";
import { integer, number } from "../../../kernel/params.ts";
import type { Beginning } from "../../model.ts";

export const SOURCE = "Guimera, Uzzi, Spiro & Amaral 2005, Science 308, 697-702";

export const teamGroup = {
  id: "",
  title: "Teams",
  params: {
    p: number({
      label: "Incumbents p",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.4,
      doc: "Chance that a seat goes to someone who has been in a team before.",
      source: SOURCE,
    }),
    q: number({
      label: "Former collaborators q",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.65,
      doc: "Chance that an incumbent, after the first one, is a former collaborator of one in the team.",
      source: SOURCE,
    }),
    m: integer({
      label: "Size of a team m",
      unit: "agents",
      min: 2,
      max: 20,
      start: 4,
      doc: "Seats in a team; one team is put together a step.",
      source: SOURCE,
    }),
    idle: integer({
      label: "Patience",
      unit: "steps",
      min: 1,
      max: 1000,
      start: 40,
      doc: "Steps without a team after which an agent leaves, and its links with it.",
      source: "Guimera et al. 2005; 40 assumed",
    }),
  },
} as const satisfies Group;

/** Agents in the order in which they came. */
export const agentColumns = {
  came: u32({ unit: "step", doc: "Step of its first team." }),
  active: u32({ unit: "step", doc: "Step of its last team." }),
} as const;

/** Pairs who have been in a team together, each once, in the order in which they met. */
export const linkColumns = {
  one: i32({ unit: "row", doc: "Agent." }),
  other: i32({ unit: "row", doc: "Agent." }),
} as const;

/** The team of this step, a row a seat. */
export const seatColumns = {
  agent: i32({ unit: "row", doc: "Who sits there." }),
} as const;

export interface TeamWorld extends WorldParts {
  readonly tables: {
    readonly agents: Table<typeof agentColumns>;
    readonly links: Table<typeof linkColumns>;
    readonly seats: Table<typeof seatColumns>;
  };
  readonly rules: Values<typeof teamGroup.params>;
}

export function setUp({ settings }: Beginning): TeamWorld {
  const tables = {
    agents: table("agents", agentColumns, { count: 0 }),
    links: table("links", linkColumns, { count: 0 }),
    seats: table("seats", seatColumns, { count: 0 }),
  };
  return { tables, month: 0, rules: settings[""] as Values<typeof teamGroup.params> };
}
