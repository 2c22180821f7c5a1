import type { WorldParts } from "../kernel/mechanism.ts";
import { TERMS, trustInStrangers, trustOnTie } from "../world/dilemma.ts";
import type { World } from "../world/world.ts";
import { wasMember } from "./bestSix.ts";
import { conductOf } from "./conduct.ts";
import { change } from "./effects.ts";
import type { Memory } from "./measure.ts";
import type { MainMemory } from "./memory.ts";
import { inContact } from "./ties.ts";

/**
 * Gauges: numbers that pictures need beside the measures, month by month. They are no part of results; a measure is a
 * gauge too.
 */
export interface Gauge<W extends WorldParts = World, M extends Memory = MainMemory> {
  readonly id: string;
  value(world: W, memory: M): number | null;
}

function countConduct(world: World, conduct: number): number {
  let count = 0;
  for (let i = 0; i < world.firms.count; i++) if (conductOf(world, i) === conduct) count += 1;
  return count;
}

/** What firms and large buyers have paid of the programme's cost, and what is left for public money, kUSD. */
function publicMoney({ tally }: World): number {
  return Math.max(0, tally.programme[0] - tally.fees[0] - tally.membership[0] - tally.buyers[0]);
}

/** Units of work that networks take of each broker at work, over what a broker can do. */
function loads({ brokers, rules }: World): number[] {
  const shares: number[] = [];
  for (let b = 0; b < brokers.count; b++) {
    if (brokers.active[b] === 1) shares.push(brokers.load[b] / rules.brokers.caseload);
  }
  return shares;
}

/** Exports over sales, this month, of firms that have or have not been in a network; null where there is none. */
function exportShare(world: World, memory: MainMemory, members: boolean): number | null {
  const { firms } = world;
  let exports = 0;
  let sales = 0;
  for (let i = 0; i < firms.count; i++) {
    if (firms.alive[i] === 0 || wasMember(world, memory, i) !== members) continue;
    exports += firms.exports[i];
    sales += firms.sales[i];
  }
  return sales > 0 ? exports / sales : null;
}

/** Months for which a contact counts, as on the stage. */
const CONTACT = 24;
const BINS = 200;

/** The trust below which a share of all trust between firms in contact lies; null where there is no contact. */
function trustQuantile(world: World, share: number): number | null {
  const { firms, ties } = world;
  const bins = new Uint32Array(BINS + 1);
  let all = 0;
  for (let i = 0; i < firms.count; i++) {
    const stranger = trustInStrangers(world, i);
    const end = i * ties.width + firms.degree[i];
    for (let tie = i * ties.width; tie < end; tie++) {
      if (!inContact(world, tie, CONTACT)) continue;
      bins[Math.round(trustOnTie(world, tie, stranger) * BINS)] += 1;
      all += 1;
    }
  }
  if (all === 0) return null;
  let below = 0;
  for (let bin = 0; bin <= BINS; bin++) {
    below += bins[bin];
    if (below >= share * all) return bin / BINS;
  }
  return 1;
}

const QUANTILES = { p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

/** Every gauge of the main model. */
export const GAUGES: readonly Gauge[] = [
  { id: "conduct.idle", value: (world) => countConduct(world, 1) },
  { id: "conduct.contributes", value: (world) => countConduct(world, 2) },
  { id: "conduct.freeRides", value: (world) => countConduct(world, 3) },
  ...TERMS.map((term): Gauge => ({ id: `refusals.count.${term}`, value: ({ tally }) => tally[`refusals.${term}`][0] })),
  { id: "money.public", value: publicMoney },
  { id: "money.fees", value: ({ tally }) => tally.fees[0] },
  { id: "money.membership", value: ({ tally }) => tally.membership[0] },
  { id: "money.buyers", value: ({ tally }) => tally.buyers[0] },
  {
    id: "brokers.load.mean",
    value: (world) => {
      const shares = loads(world);
      return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
    },
  },
  {
    id: "brokers.load.least",
    value: (world) => {
      const shares = loads(world);
      return shares.length === 0 ? null : Math.min(...shares);
    },
  },
  {
    id: "brokers.load.most",
    value: (world) => {
      const shares = loads(world);
      return shares.length === 0 ? null : Math.max(...shares);
    },
  },
  { id: "jobs.others.change", value: (world, memory) => change(world, memory, "workers", false) },
  { id: "assets.others.change", value: (world, memory) => change(world, memory, "assets", false) },
  { id: "exports.members.share", value: (world, memory) => exportShare(world, memory, true) },
  { id: "exports.others.share", value: (world, memory) => exportShare(world, memory, false) },
  ...Object.entries(QUANTILES).map(([name, share]): Gauge => ({
    id: `trust.ties.${name}`,
    value: (world) => trustQuantile(world, share),
  })),
];
