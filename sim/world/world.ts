import type { Table } from "../kernel/columns.ts";
import type { WorldParts } from "../kernel/mechanism.ts";
import type { Act } from "./byHand.ts";
import type { brokerColumns, programmeColumns } from "./brokers.ts";
import type { buyerColumns } from "./buyers.ts";
import type { decisionColumns, tallyColumns } from "./decisions.ts";
import type { firmColumns } from "./firms.ts";
import type { journalColumns } from "./journal.ts";
import type { networkColumns, seatColumns } from "./networks.ts";
import type { guestColumns, proposalColumns } from "./proposals.ts";
import type { Cells, RegionPlan, SectorPlan, clusterColumns, regionColumns } from "./regions.ts";
import type { bookColumns } from "./reporting.ts";
import type { Rules } from "./rules.ts";
import type { Ties } from "./ties.ts";
import type { Venture } from "./ventures.ts";

/** Everything that is: tables of columns, and the rules that hold in this world. */
export interface World extends WorldParts {
  /** Those that hold now; a change replaces them. */
  rules: Rules;
  /** What a person has decided for firms, in the order of their months; none where nobody plays. */
  readonly acts: readonly Act[];
  /** What networks may do: the generic project first, then those on offer; replaced with the rules. */
  ventures: readonly Venture[];
  readonly firms: Table<typeof firmColumns>;
  readonly ties: Ties;
  readonly networks: Table<typeof networkColumns>;
  readonly seats: Table<typeof seatColumns>;
  readonly brokers: Table<typeof brokerColumns>;
  readonly programme: Table<typeof programmeColumns>;
  readonly buyers: Table<typeof buyerColumns>;
  readonly regions: Table<typeof regionColumns>;
  readonly clusters: Table<typeof clusterColumns>;
  readonly proposals: Table<typeof proposalColumns>;
  readonly guests: Table<typeof guestColumns>;
  /** Observers' memory: always counted, never part of the state. */
  readonly tally: Table<typeof tallyColumns>;
  /** What firms would report, for those who ask; never part of the state. */
  readonly books: Table<typeof bookColumns>;
  /** Kept only where someone asks why. */
  readonly decisions: Table<typeof decisionColumns> | undefined;
  readonly journal: Table<typeof journalColumns> | undefined;
  readonly cells: Cells;
  /** Nearest rows of the same cell, `rules.firms.neighbours` a firm, -1 where there are fewer; places never change. */
  readonly neighbours: Int32Array;
  readonly regionPlans: readonly RegionPlan[];
  readonly sectorPlans: readonly SectorPlan[];
}
