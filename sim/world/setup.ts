import { table } from "../kernel/columns.ts";
import { mortonOrder } from "../kernel/morton.ts";
import { nearestOf } from "../kernel/nearest.ts";
import { VERTICAL_PROJECTS } from "./catalogue.ts";
import { birthDraws, giveAcquaintances, giveBirth } from "./birth.ts";
import { brokerColumns, programmeColumns } from "./brokers.ts";
import { buyerColumns } from "./buyers.ts";
import { decisionColumns, tallyColumns } from "./decisions.ts";
import { birthKey, firmColumns } from "./firms.ts";
import { journalColumns } from "./journal.ts";
import { giveNamed, inBirthOrder, placeNamed } from "./namedFirms.ts";
import { networkColumns, seatColumns } from "./networks.ts";
import { cellSizes, places } from "./places.ts";
import { landOf } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { guestColumns, proposalColumns } from "./proposals.ts";
import { clusterColumns } from "./regions.ts";
import type { Cells } from "./regions.ts";
import { makeRegions } from "./regionsAtStart.ts";
import { bookColumns } from "./reporting.ts";
import { tieColumns } from "./ties.ts";
import { venturesOf } from "./ventures.ts";
import type { ProjectPlan } from "./ventures.ts";
import type { World } from "./world.ts";

/** Slots of the table of ties; always two more than the largest network has members. */
const LEAST_SLOTS = 24;

function makeCells(firms: World["firms"], cells: number, sectors: number): Cells {
  const starts = new Int32Array(cells + 1);
  for (let i = 0; i < firms.count; i++) starts[firms.region[i] * sectors + firms.sector[i] + 1] += 1;
  for (let c = 0; c < cells; c++) starts[c + 1] += starts[c];
  const next = starts.slice();
  const rows = new Int32Array(firms.count);
  for (let i = 0; i < firms.count; i++) rows[next[firms.region[i] * sectors + firms.sector[i]]++] = i;
  return { count: cells, sectors, rows, starts };
}

/** The nearest firms of each firm's cell: `most` rows a firm, the nearest first, -1 where there are fewer. */
function neighboursIn(cells: Cells, firms: World["firms"], most: number): Int32Array {
  const neighbours = new Int32Array(firms.count * most);
  for (let c = 0; c < cells.count; c++) {
    const rows = cells.rows.subarray(cells.starts[c], cells.starts[c + 1]);
    const near = nearestOf(firms.x, firms.y, rows, most);
    rows.forEach((i, at) => {
      for (let k = 0; k < most; k++) neighbours[i * most + k] = near[at * most + k];
    });
  }
  return neighbours;
}

/** What networks may do: the scenario's projects, and what suppliers do where there is a lead firm. */
function onOffer({ rules, projects }: Plan): readonly ProjectPlan[] {
  const names = new Set(projects.map(({ id }) => id));
  return rules.leadFirms.count === 0
    ? projects
    : [...projects, ...VERTICAL_PROJECTS.filter(({ id }) => !names.has(id))];
}

/** Makes a world at month 0. */
export function makeWorld(plan: Plan): World {
  const { rules, random } = plan;
  const { regions: regionPlans, sectors: sectorPlans } = landOf(plan);
  const { given } = plan;
  const birth =
    given === undefined ? undefined : inBirthOrder(given, regionPlans.length * sectorPlans.length, sectorPlans.length);
  const sizes = birth?.sizes ?? cellSizes(plan, regionPlans, sectorPlans);
  const born = places(plan, regionPlans, sizes, sectorPlans.length);
  if (given !== undefined && birth !== undefined) placeNamed(given, birth.named, born);
  const order = mortonOrder(born.x, born.y);
  const count = order.length;

  const firms = table("firms", firmColumns, { count });
  order.forEach((from, i) => {
    const cell = born.cell[from];
    firms.region[i] = Math.floor(cell / sectorPlans.length);
    firms.sector[i] = cell % sectorPlans.length;
    firms.x[i] = born.x[from];
    firms.y[i] = born.y[from];
    firms.keyHigh[i] = birthKey(firms.region[i], firms.sector[i], 0);
    firms.keyLow[i] = born.ordinal[from];
  });
  const cells = makeCells(firms, sizes.length, sectorPlans.length);
  const neighbours = neighboursIn(cells, firms, rules.firms.neighbours);

  const largest = rules.joining.maxSize;
  const regions = makeRegions(plan, regionPlans);
  const clusters = table("clusters", clusterColumns, { count: sizes.length });
  const ties = table("ties", tieColumns, { count, width: Math.max(LEAST_SLOTS, largest + 2) });
  const networks = table("networks", networkColumns, { count: 0 });
  const seats = table("seats", seatColumns, { count: 0, width: largest });
  const brokers = table("brokers", brokerColumns, { count: rules.brokers.count });
  brokers.skill.fill(rules.brokers.skill, 0, brokers.count);
  const buyers = table("buyers", buyerColumns, { count: rules.leadFirms.count });
  const programme = table("programme", programmeColumns, { count: 1 });
  const proposals = table("proposals", proposalColumns, { count: 0 });
  const guests = table("guests", guestColumns, { count: 0, width: largest });
  const tally = table("tally", tallyColumns, { count: 1, isState: false });
  const books = table("books", bookColumns, { count, isState: false });
  const decisions = plan.observed ? table("decisions", decisionColumns, { count, isState: false }) : undefined;
  const journal = plan.observed ? table("journal", journalColumns, { count: 0, isState: false }) : undefined;
  const state = {
    firms,
    ties,
    networks,
    seats,
    brokers,
    programme,
    buyers,
    regions,
    clusters,
    proposals,
    guests,
    tally,
    books,
  };
  const world: World = {
    tables: { ...state, ...(decisions && { decisions }), ...(journal && { journal }) },
    ...state,
    decisions,
    journal,
    rules,
    acts: plan.acts,
    ventures: venturesOf(rules, onOffer(plan)),
    cells,
    neighbours,
    regionPlans,
    sectorPlans,
    month: 0,
  };
  const births = birthDraws(random);
  for (let i = 0; i < count; i++) giveBirth(world, i, births, 0);
  if (given?.ties === undefined) for (let i = 0; i < count; i++) giveAcquaintances(world, i, births);
  if (given !== undefined && birth !== undefined) {
    const rows = new Int32Array(count);
    order.forEach((from, i) => (rows[birth.named[from]] = i));
    giveNamed(world, given, rows);
  }
  return world;
}
