import type { Table } from "../kernel/columns.ts";
import { f32, f64, i16, i32, u32, u8 } from "../kernel/columns.ts";
import type { World } from "../world/world.ts";
import type { ChronicleMemory } from "./chronicle.ts";
import type { SpellMemory } from "./exportSpells.ts";
import type { LeadTieMemory } from "./knownToLeads.ts";
import type { Measure, Memory } from "./measure.ts";

/**
 * What the recorder keeps of the past, so that measures can look back: tables beside the world, never part of its
 * state. They are copied and restored with it.
 */

/** One row: the months between which effects are measured. */
export const windowColumns = {
  start: i16({ unit: "month", doc: "Month from which changes are counted: `brokers.start`." }),
  end: i16({ unit: "month", doc: "Month at which the programme's own count is taken: `brokers.end`." }),
  taken: u8({ unit: "0/1", doc: "Whether the start has been reached." }),
  bestSix: f64({ unit: "share", doc: "The programme's own count, once its end is reached.", start: NaN }),
} as const;

/** Row m is month m. */
export const monthColumns = {
  contributions: f64({ unit: "contributions", doc: "Sum of all contributions up to and with this month." }),
  contributors: f64({ unit: "members", doc: "How often members were asked for one up to and with this month." }),
  unassisted: u32({ unit: "networks", doc: "Networks that went through the month without a broker." }),
  unassistedEnds: u32({ unit: "networks", doc: "Those of them that ended in it." }),
  afterExit: u32({ unit: "networks", doc: "Running networks whose broker has left." }),
  joiners: u32({ unit: "firms", doc: "Firms that joined a network." }),
  joinersWorkers: f64({ unit: "persons", doc: "Workers of the firms that joined." }),
  planning: u32({ unit: "networks", doc: "Networks in planning." }),
  pilot: u32({ unit: "networks", doc: "Networks in the pilot phase." }),
  strategic: u32({ unit: "networks", doc: "Networks in the strategic phase." }),
  selfManaged: u32({ unit: "networks", doc: "Networks that manage themselves." }),
  dormant: u32({ unit: "networks", doc: "Networks asleep." }),
  cases: f64({ unit: "cases", doc: "Cases that service centres had served up to its end." }),
} as const;

/** Row i is the firm in row i of the world's firms when the window began; a firm born later has no past here. */
export const thenColumns = {
  sales: f64({ unit: "kUSD a month", doc: "Sales when the window began." }),
  reported: f64({ unit: "kUSD a month", doc: "Sales when the window began, as the firm reported them." }),
  workers: f64({ unit: "persons", doc: "Workers when the window began." }),
  assets: f64({ unit: "kUSD", doc: "Fixed assets when the window began." }),
  quality: f32({ unit: "0..1", doc: "Quality of its work when the window began." }),
  member: i16({
    unit: "month",
    doc: "Last month at whose end the firm in this row, whichever it was, was in a network; -1 never.",
    start: -1,
  }),
  supplier: u8({ unit: "0/1", doc: "Whether it has supplied a lead firm at any time since." }),
} as const;

/** Row i is the firm in row i when it last joined a network. */
export const joinedColumns = {
  sales: f64({ unit: "kUSD a month", doc: "Sales at the end of the month of joining." }),
  assets: f64({ unit: "kUSD", doc: "Fixed assets at the end of the month of joining." }),
  knowledge: f32({ unit: "0..1", doc: "Knowledge at the end of the month of joining." }),
} as const;

/** One row for each network and month in which NET was applied. */
export const evaluationColumns = {
  network: i32({ unit: "row", doc: "Network." }),
  month: i16({ unit: "month", doc: "Month at whose end it was evaluated." }),
} as const;

/** The cells of the same row of the evaluations, indicator by indicator and stage by stage. */
export const scoreColumns = {
  halves: u8({ unit: "halves", doc: "Not achieved 0, partly 1, achieved 2." }),
} as const;

/** Row i is the firm in row i of the world's firms when lead firms were about to leave. */
export const dependenceColumns = {
  sales: f64({ unit: "kUSD a month", doc: "Sales in the last month before lead firms left." }),
  role: u8({ unit: "code", doc: "Then: outside networks 0, supplier of a lead firm 1, member of another network 2." }),
} as const;

/** Row g is network g. */
export const pastColumns = {
  phase: u8({ unit: "code", doc: "Phase at the end of the last month." }),
  assisted: u8({ unit: "0/1", doc: "Whether a broker assisted it at the end of the last month." }),
  running: u8({ unit: "0/1", doc: "Whether it ran a project at the end of the last month." }),
  ranLast: i16({ unit: "month", doc: "Last month in which it ran a project; -1 never.", start: -1 }),
  later: u8({
    unit: "code",
    doc: "24 months after its broker left: not observed yet 0, not running 1, running 2.",
  }),
} as const;

/** One row for each phase of each network, in the order in which they began. */
export const phaseColumns = {
  network: i32({ unit: "row", doc: "Network." }),
  phase: u8({ unit: "code", doc: "Phase." }),
  from: i16({ unit: "month", doc: "Month in which the phase began." }),
} as const;

/** One row for each time a firm joined a network. */
export const membershipColumns = {
  network: i32({ unit: "row", doc: "Network." }),
  firm: i32({ unit: "row", doc: "Firm." }),
} as const;

/** The recorder's memory of a world of the main model. */
export interface MainMemory extends Memory, SpellMemory, LeadTieMemory, ChronicleMemory {
  readonly window: Table<typeof windowColumns>;
  readonly months: Table<typeof monthColumns>;
  readonly then: Table<typeof thenColumns>;
  readonly joined: Table<typeof joinedColumns>;
  readonly evaluations: Table<typeof evaluationColumns>;
  readonly scores: Table<typeof scoreColumns>;
  readonly dependence: Table<typeof dependenceColumns>;
  readonly past: Table<typeof pastColumns>;
  readonly phases: Table<typeof phaseColumns>;
  readonly memberships: Table<typeof membershipColumns>;
}

/** A measure of the main model. */
export type MainMeasure = Measure<World, MainMemory>;
