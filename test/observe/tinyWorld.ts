import { addRow, table } from "../../sim/kernel/columns.ts";
import { brokerColumns, programmeColumns } from "../../sim/world/brokers.ts";
import { buyerColumns } from "../../sim/world/buyers.ts";
import { decisionColumns, tallyColumns } from "../../sim/world/decisions.ts";
import { birthKey, firmColumns } from "../../sim/world/firms.ts";
import { journalColumns } from "../../sim/world/journal.ts";
import { networkColumns, seat, seatColumns } from "../../sim/world/networks.ts";
import { guestColumns, proposalColumns } from "../../sim/world/proposals.ts";
import { clusterColumns, regionColumns } from "../../sim/world/regions.ts";
import { bookColumns } from "../../sim/world/reporting.ts";
import type { Rules } from "../../sim/world/rules.ts";
import { WORLD_GROUPS } from "../../sim/world/rules.ts";
import { meet, reverseOf, tieColumns } from "../../sim/world/ties.ts";
import { venturesOf } from "../../sim/world/ventures.ts";
import type { World } from "../../sim/world/world.ts";

/** Rules at their start values, with some set otherwise. */
function rulesWith(changes: { readonly [G in keyof Rules]?: Partial<Rules[G]> }): Rules {
  return Object.fromEntries(
    WORLD_GROUPS.map(({ id, params }) => {
      const starts = Object.fromEntries(Object.entries(params).map(([name, parameter]) => [name, parameter.start]));
      return [id, { ...starts, ...changes[id] }];
    }),
  ) as unknown as Rules;
}

interface TinyPlan {
  /** Region and sector of each firm. */
  readonly firms: readonly (readonly [number, number])[];
  readonly regions?: number;
  readonly sectors?: number;
  readonly brokers?: number;
  readonly rules?: Parameters<typeof rulesWith>[0];
}

/** A world made by hand: nobody knows anyone, every firm has 6 workers, sells 10 kUSD and owns 20 kUSD. */
export function tinyWorld(plan: TinyPlan): World {
  const count = plan.firms.length;
  const regions = plan.regions ?? 1;
  const sectors = plan.sectors ?? 1;
  const firms = table("firms", firmColumns, { count });
  const born = new Map<number, number>();
  plan.firms.forEach(([region, sector], i) => {
    const ordinal = born.get(region * sectors + sector) ?? 0;
    born.set(region * sectors + sector, ordinal + 1);
    firms.region[i] = region;
    firms.sector[i] = sector;
    firms.keyHigh[i] = birthKey(region, sector, 0);
    firms.keyLow[i] = ordinal;
    firms.workers[i] = 6;
    firms.sales[i] = 10;
    firms.assets[i] = 20;
  });
  const state = {
    firms,
    ties: table("ties", tieColumns, { count, width: 24 }),
    networks: table("networks", networkColumns, { count: 0 }),
    seats: table("seats", seatColumns, { count: 0, width: 12 }),
    brokers: table("brokers", brokerColumns, { count: plan.brokers ?? 0 }),
    programme: table("programme", programmeColumns, { count: 1 }),
    buyers: table("buyers", buyerColumns, { count: 0 }),
    regions: table("regions", regionColumns, { count: regions }),
    clusters: table("clusters", clusterColumns, { count: regions * sectors }),
    proposals: table("proposals", proposalColumns, { count: 0 }),
    guests: table("guests", guestColumns, { count: 0, width: 12 }),
    tally: table("tally", tallyColumns, { count: 1, isState: false }),
    books: table("books", bookColumns, { count, isState: false }),
    decisions: table("decisions", decisionColumns, { count, isState: false }),
    journal: table("journal", journalColumns, { count: 0, isState: false }),
  };
  state.regions.trust.fill(0.25);
  const rows = plan.firms
    .map((_, i) => i)
    .sort((a, b) => firms.region[a] * sectors + firms.sector[a] - (firms.region[b] * sectors + firms.sector[b]));
  const cells = regions * sectors;
  const starts = Int32Array.from({ length: cells + 1 }, (_, c) =>
    plan.firms.reduce((before, [region, sector]) => before + (region * sectors + sector < c ? 1 : 0), 0),
  );
  const rules = rulesWith(plan.rules ?? {});
  return {
    ...state,
    tables: state,
    rules,
    acts: [],
    ventures: venturesOf(rules, []),
    cells: { count: cells, sectors, rows: Int32Array.from(rows), starts },
    neighbours: new Int32Array(0),
    regionPlans: Array.from({ length: regions }, (_, r) => ({ id: `region-${r}`, name: `Region ${r}`, x: 0, y: 0 })),
    sectorPlans: Array.from({ length: sectors }, (_, s) => ({ id: `sector-${s}`, name: `Sector ${s}` })),
    month: 0,
  };
}

/** All firms in one region and sector. */
export function inOneCell(count: number): [number, number][] {
  return Array.from({ length: count }, () => [0, 0]);
}

/** Firms i and j meet in a month, each with evidence for and against the other; returns i's tie. */
export function know(
  world: World,
  i: number,
  j: number,
  {
    met = world.month,
    forward = [0, 0],
    back = [0, 0],
  }: Partial<Record<"forward" | "back", [number, number]>> & {
    met?: number;
  } = {},
): number {
  const { ties } = world;
  const tie = meet(world, i, j);
  const reverse = reverseOf(world, tie);
  ties.met[tie] = ties.met[reverse] = met;
  [ties.evidenceFor[tie], ties.evidenceAgainst[tie]] = forward;
  [ties.evidenceFor[reverse], ties.evidenceAgainst[reverse]] = back;
  return tie;
}

type NetworkValues = Partial<Record<Exclude<keyof typeof networkColumns, "size">, number>>;

/** Changes a network's columns. */
export function change(world: World, g: number, values: NetworkValues): void {
  for (const [column, value] of Object.entries(values)) world.networks[column as keyof NetworkValues][g] = value;
}

/** A network of these members, founded this month, with columns set as given. */
export function found(world: World, members: readonly number[], values: NetworkValues = {}): number {
  const g = addRow(world.networks);
  addRow(world.seats);
  world.networks.founded[g] = world.month;
  world.networks.phaseSince[g] = world.month;
  for (const i of members) seat(world, g, i);
  change(world, g, values);
  return g;
}
