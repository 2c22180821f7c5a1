import type { FirmEvent, FirmEventKind } from "../contract.ts";
import type { Table } from "../kernel/columns.ts";
import { addRow, f32, i16, i32, table, u8 } from "../kernel/columns.ts";
import { AT_HOME, OWN_BRANCH } from "../world/abroad.ts";
import { EXPELLED, LEFT } from "../world/journal.ts";
import { DISSOLVED } from "../world/networks.ts";
import type { World } from "../world/world.ts";

/**
 * What happened to each firm, so that a person can read its history. Kept only where the run keeps decisions, since
 * nothing that is measured needs it.
 */

/** Kinds by their code. */
const KINDS = [
  "saidNo",
  "saidYes",
  "joined",
  "left",
  "expelled",
  "ended",
  "seen",
  "fined",
  "abroad",
  "branch",
  "home",
  "closed",
] as const satisfies readonly FirmEventKind[];

/** One row for each thing that happened to a firm, in the order of time. */
const chronicleColumns = {
  month: i16({ unit: "month", doc: "Month in which it happened." }),
  firm: i32({ unit: "row", doc: "Firm." }),
  kind: u8({ unit: "code", doc: "What happened." }),
  network: i32({ unit: "row", doc: "Network it has to do with, or -1.", start: -1 }),
  amount: f32({ unit: "kUSD", doc: "What it paid, where it was fined." }),
} as const;

/** Row i is the firm in row i at the end of the last month. */
const standingColumns = {
  born: i16({ unit: "month", doc: "Month of birth: another one is another firm." }),
  alive: u8({ unit: "0/1", doc: "Whether it was in business." }),
  network: i32({ unit: "row", doc: "Its network, or -1.", start: -1 }),
  joined: i16({ unit: "month", doc: "Month of joining that network.", start: -1 }),
  exportStage: u8({ unit: "code", doc: "How far it had gone abroad." }),
} as const;

export interface ChronicleMemory {
  readonly chronicle: Table<typeof chronicleColumns>;
  readonly standing: Table<typeof standingColumns>;
}

/** The two tables of a world in which nothing has happened yet. */
export function rememberChronicle(world: World): ChronicleMemory {
  const count = world.journal === undefined ? 0 : world.firms.count;
  return {
    chronicle: table("chronicle", chronicleColumns, { count: 0, isState: false }),
    standing: table("standing", standingColumns, { count, isState: false }),
  };
}

/** How members left this month of their own accord or not, by firm. */
function departures(world: World, journal: NonNullable<World["journal"]>): Map<number, "left" | "expelled"> {
  const gone = new Map<number, "left" | "expelled">();
  for (let at = journal.count - 1; at >= 0 && journal.month[at] === world.month; at--) {
    if (journal.kind[at] === LEFT) gone.set(journal.firm[at], "left");
    if (journal.kind[at] === EXPELLED) gone.set(journal.firm[at], "expelled");
  }
  return gone;
}

/** What a month did to every firm; nothing where the run keeps no journal. */
export function noteChronicle(memory: ChronicleMemory, world: World): void {
  const { firms, journal, decisions, networks, month } = world;
  if (journal === undefined) return;
  const { chronicle, standing } = memory;
  const gone = departures(world, journal);
  const add = (i: number, kind: (typeof KINDS)[number], network = -1, amount = 0): void => {
    const row = addRow(chronicle);
    chronicle.month[row] = month;
    chronicle.firm[row] = i;
    chronicle.kind[row] = KINDS.indexOf(kind);
    chronicle.network[row] = network;
    chronicle.amount[row] = amount;
  };
  for (let i = 0; i < firms.count; i++) {
    const isSame = standing.born[i] === firms.born[i];
    const was = isSame ? standing.network[i] : -1;
    const now = firms.network[i];
    if (isSame && standing.alive[i] === 1 && firms.alive[i] === 0) add(i, "closed");
    if (was >= 0 && firms.alive[i] === 1 && (now !== was || firms.joined[i] !== standing.joined[i])) {
      add(i, gone.get(i) ?? (networks.phase[was] === DISSOLVED ? "ended" : "left"), was);
    }
    if (decisions !== undefined && decisions.month[i] === month)
      add(i, decisions.answer[i] === 1 ? "saidYes" : "saidNo");
    if (now >= 0 && firms.joined[i] === month) add(i, "joined", now);
    if (now >= 0 && firms.caught[i] === month) {
      add(i, "seen", now);
      if (firms.fine[i] > 0) add(i, "fined", now, firms.fine[i] * firms.sales[i]);
    }
    const stage = firms.alive[i] === 1 ? firms.exportStage[i] : AT_HOME;
    const before = isSame ? standing.exportStage[i] : AT_HOME;
    if (before === AT_HOME && stage !== AT_HOME) add(i, "abroad");
    if (before < OWN_BRANCH && stage >= OWN_BRANCH) add(i, "branch");
    if (before !== AT_HOME && stage === AT_HOME && firms.alive[i] === 1) add(i, "home");
    standing.born[i] = firms.born[i];
    standing.alive[i] = firms.alive[i];
    standing.network[i] = now;
    standing.joined[i] = firms.joined[i];
    standing.exportStage[i] = stage;
  }
}

/** Everything that has happened to the firm that is in row i now, in the order of time. */
export function historyOf({ chronicle }: ChronicleMemory, { firms }: World, i: number): FirmEvent[] {
  const events: FirmEvent[] = [];
  for (let at = 0; at < chronicle.count; at++) {
    if (chronicle.firm[at] !== i || chronicle.month[at] < firms.born[i]) continue;
    const { month, kind, network, amount } = chronicle;
    events.push({ month: month[at], kind: KINDS[kind[at]], network: network[at], amount: amount[at] });
  }
  return events;
}

/** What free riding came to in a network: how often it was seen, how often fined, and what was paid, kUSD. */
export function finesOf({ chronicle }: ChronicleMemory, g: number): { seen: number; fined: number; paid: number } {
  const sum = { seen: 0, fined: 0, paid: 0 };
  for (let at = 0; at < chronicle.count; at++) {
    if (chronicle.network[at] !== g) continue;
    const kind = KINDS[chronicle.kind[at]];
    if (kind === "seen") sum.seen += 1;
    if (kind === "fined") {
      sum.fined += 1;
      sum.paid += chronicle.amount[at];
    }
  }
  return sum;
}
