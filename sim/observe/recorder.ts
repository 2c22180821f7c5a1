import { addRow, table } from "../kernel/columns.ts";
import { DISSOLVED, isRunning } from "../world/networks.ts";
import { reportedSales } from "../world/reporting.ts";
import type { World } from "../world/world.ts";
import { bestSix } from "./bestSix.ts";
import { noteChronicle, rememberChronicle } from "./chronicle.ts";
import { noteSpells, rememberSpells } from "./exportSpells.ts";
import { rememberLeadTies, takeLeadTies } from "./knownToLeads.ts";
import type { MainMemory } from "./memory.ts";
import {
  evaluationColumns,
  joinedColumns,
  dependenceColumns,
  membershipColumns,
  monthColumns,
  pastColumns,
  phaseColumns,
  scoreColumns,
  thenColumns,
  windowColumns,
} from "./memory.ts";
import { NET_CELLS, noteNet } from "./net.ts";
import { noteSuppliers } from "./suppliers.ts";

/**
 * The recorder: keeps, month by month, what measures need of the past. Changes are counted from month `brokers.start`,
 * also where `brokers.count` is 0, so that the arms of a comparison measure over the same months; a scenario without a
 * programme sets it to 0. A start beyond the horizon is never reached, and the groups stay empty.
 */

/** Months after a broker's leaving at which it is seen whether the network still runs. */
export const LATER = 24;

/** Code of `past.later`. */
const STOPPED = 1;
export const STILL_RUNNING = 2;

/** Columns of a month that count the networks in each phase, in the order of the phases' codes. */
export const PHASE_COUNTS = ["planning", "pilot", "strategic", "selfManaged", "dormant"] as const;

/** A memory with nothing in it but the window and month 0. */
export function remember(world: World): MainMemory {
  const count = world.firms.count;
  const memory: MainMemory = {
    window: table("window", windowColumns, { count: 1, isState: false }),
    months: table("months", monthColumns, { count: 0, isState: false }),
    then: table("then", thenColumns, { count, isState: false }),
    joined: table("joined", joinedColumns, { count, isState: false }),
    evaluations: table("evaluations", evaluationColumns, { count: 0, isState: false }),
    scores: table("scores", scoreColumns, { count: 0, width: NET_CELLS, isState: false }),
    dependence: table("dependence", dependenceColumns, { count, isState: false }),
    past: table("past", pastColumns, { count: 0, isState: false }),
    phases: table("phases", phaseColumns, { count: 0, isState: false }),
    memberships: table("memberships", membershipColumns, { count: 0, isState: false }),
    ...rememberSpells(world),
    ...rememberLeadTies(world),
    ...rememberChronicle(world),
  };
  memory.window.start[0] = world.rules.brokers.start;
  memory.window.end[0] = world.rules.brokers.end;
  note(memory, world);
  return memory;
}

/** The firms as they are when the window begins. */
function takeBaseline(memory: MainMemory, world: World): void {
  const { firms } = world;
  const { then, window } = memory;
  then.sales.set(firms.sales.subarray(0, firms.count));
  for (let i = 0; i < firms.count; i++) then.reported[i] = reportedSales(world, i);
  then.workers.set(firms.workers.subarray(0, firms.count));
  then.quality.set(firms.quality.subarray(0, firms.count));
  then.assets.set(firms.assets.subarray(0, firms.count));
  takeLeadTies(memory, world);
  window.taken[0] = 1;
}

/** What a month did to a network. */
function noteNetwork(memory: MainMemory, world: World, g: number, row: number): void {
  const { networks } = world;
  const { months, past, phases } = memory;
  const isNew = g >= past.count;
  if (isNew) addRow(past);
  const phase = networks.phase[g];
  if (isNew || phase !== past.phase[g]) {
    const at = addRow(phases);
    phases.network[at] = g;
    phases.phase[at] = phase;
    phases.from[at] = networks.phaseSince[g];
  }
  const stoodAlone = !isNew && past.phase[g] !== DISSOLVED && past.assisted[g] === 0;
  if (stoodAlone) {
    months.unassisted[row] += 1;
    if (phase === DISSOLVED) months.unassistedEnds[row] += 1;
  }
  const running = isRunning(world, g);
  if (running || past.running[g] === 1) past.ranLast[g] = world.month;
  if (running && networks.brokerLeft[g] >= 0) months.afterExit[row] += 1;
  if (networks.brokerLeft[g] >= 0 && world.month === networks.brokerLeft[g] + LATER) {
    past.later[g] = running ? STILL_RUNNING : STOPPED;
  }
  if (phase !== DISSOLVED) months[PHASE_COUNTS[phase]][row] += 1;
  past.phase[g] = phase;
  past.assisted[g] = networks.broker[g] >= 0 ? 1 : 0;
  past.running[g] = running ? 1 : 0;
}

/** What a month did to the members of a network. */
function noteMembers(memory: MainMemory, world: World, g: number, row: number): void {
  const { networks, seats, firms } = world;
  const { months, then, joined, memberships } = memory;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
    const i = seats.member[at];
    then.member[i] = world.month;
    if (firms.joined[i] !== world.month) continue;
    joined.sales[i] = firms.sales[i];
    joined.assets[i] = firms.assets[i];
    joined.knowledge[i] = firms.knowledge[i];
    months.joiners[row] += 1;
    months.joinersWorkers[row] += firms.workers[i];
    const membership = addRow(memberships);
    memberships.network[membership] = g;
    memberships.firm[membership] = i;
  }
}

/** Takes note of a month that has been played; cost grows with networks and members, and a look at every firm. */
export function note(memory: MainMemory, world: World): void {
  const { window, months } = memory;
  const row = addRow(months);
  months.contributions[row] = world.tally.contributions[0];
  months.contributors[row] = world.tally.contributors[0];
  if (world.month === window.start[0]) takeBaseline(memory, world);
  for (let g = 0; g < world.networks.count; g++) {
    noteNetwork(memory, world, g, row);
    noteMembers(memory, world, g, row);
  }
  noteNet(world, memory);
  months.cases[row] = world.tally.cases[0];
  noteSuppliers(memory, world);
  noteSpells(memory, world);
  noteChronicle(memory, world);
  if (world.month === window.end[0]) window.bestSix[0] = bestSix(world, memory);
}
