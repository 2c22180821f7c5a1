import { addRow } from "../kernel/columns.ts";
import { log } from "../kernel/math.ts";
import { integer, number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import type { Stream } from "../kernel/random.ts";
import { LEAST_SUPPLIERS } from "../world/buyers.ts";
import { BUYERS_LEFT, note } from "../world/journal.ts";
import { DISSOLVED } from "../world/networks.ts";
import { cellOf } from "../world/regions.ts";
import { meet } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Lead firms settle: one after the other over the regions, in a trade that is drawn. */
function settle(world: World, trades: Stream): void {
  const { buyers, regions, cells, rules } = world;
  for (let b = 0; b < buyers.count; b++) {
    buyers.region[b] = b % Math.max(1, regions.count);
    buyers.sector[b] = indexOf(trades.uniform(0, b), cells.sectors);
    buyers.orders[b] = rules.leadFirms.orders;
    buyers.threshold[b] = rules.leadFirms.threshold;
    buyers.active[b] = 1;
  }
}

/** Lead firms leave: what a supplier had built up for one customer alone is lost. */
function leave(world: World, loss: number): void {
  const { buyers, firms } = world;
  for (let i = 0; i < firms.count; i++) {
    if (firms.buyer[i] < 0) continue;
    const dependence = Math.min(1, firms.orders[i] / firms.sales[i]);
    firms.productivity[i] += log(1 - loss * dependence);
    firms.buyer[i] = -1;
    firms.orders[i] = 0;
  }
  buyers.active.fill(0);
  note(world, BUYERS_LEFT, -1);
}

/** Free firms of a lead firm's trade and region, those of best quality first. */
function bestFree(world: World, b: number, wanted: number): number[] {
  const { buyers, firms, cells } = world;
  const cell = cellOf(cells, buyers.region[b], buyers.sector[b]);
  const free = Array.from(cells.rows.subarray(cells.starts[cell], cells.starts[cell + 1])).filter(
    (i) => firms.alive[i] === 1 && firms.network[i] < 0,
  );
  return free.sort((a, c) => firms.quality[c] - firms.quality[a] || a - c).slice(0, wanted);
}

/** Large buyers come, bring suppliers to one table, and one day leave. */
export const leadFirms = mechanism({
  id: "leadFirms",
  title: "Lead firms",
  claim: "A large buyer brings its suppliers together and teaches them; who sells to one buyer alone is at its mercy.",
  source: "Ceglie & Dini 1999: Chihuahua and Jalisco; Gereffi 1999; Schmitz 1995",
  reads: ["firms.alive", "firms.network", "firms.quality", "firms.sales", "networks.buyer", "networks.phase"],
  writes: [
    "buyers.*",
    "firms.buyer",
    "firms.degree",
    "firms.orders",
    "firms.productivity",
    "proposals.*",
    "guests.*",
    "ties.evidenceFor",
    "ties.met",
    "ties.partner",
    "ties.reverse",
    "journal.*",
  ],
  params: {
    suppliers: integer({
      label: "Suppliers asked",
      unit: "firms",
      min: 3,
      max: 40,
      start: 8,
      doc: "Firms that a lead firm asks at once; three are enough to begin.",
      source: "assumed",
    }),
    rate: number({
      label: "Invitations",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "Chance that a lead firm without suppliers asks firms to its table.",
      source: "assumed",
    }),
    meetings: number({
      label: "Evidence from a buyer's meetings",
      unit: "observations",
      min: 0,
      max: 10,
      step: 0.1,
      start: 0.8,
      doc: "Favourable evidence for each pair of firms that a lead firm brings together.",
      source: "assumed: as a broker's meetings",
    }),
    loss: number({
      label: "What dependence costs",
      unit: "share of sales to the buyer",
      min: 0,
      max: 0.95,
      step: 0.05,
      start: 0.7,
      doc: "Share of what a supplier sold to a lead firm that it cannot sell elsewhere when that firm leaves.",
      source: "assumed; Williamson 1985 (specific assets)",
    }),
  },
  step({ world, settings, month, draws }) {
    const { buyers, networks, proposals, guests, ties, rules } = world;
    if (buyers.count === 0) return;
    const { start, exit } = rules.leadFirms;
    if (month === exit && buyers.active[0] === 1) leave(world, settings.loss);
    if (month < start || (exit >= 0 && month >= exit)) return;
    if (buyers.active[0] === 0) settle(world, draws("trade"));
    const served = new Uint8Array(buyers.count);
    for (let g = 0; g < networks.count; g++) {
      if (networks.buyer[g] >= 0 && networks.phase[g] !== DISSOLVED) served[networks.buyer[g]] = 1;
    }
    const asks = draws("asks");
    for (let b = 0; b < buyers.count; b++) {
      if (served[b] === 1 || asks.uniform(0, b) >= settings.rate) continue;
      const invited = bestFree(world, b, Math.min(settings.suppliers, rules.joining.maxSize));
      if (invited.length < LEAST_SUPPLIERS) continue;
      invited.forEach((i, at) =>
        invited.slice(at + 1).forEach((j) => {
          const tie = meet(world, i, j);
          if (tie < 0) return;
          ties.evidenceFor[tie] += settings.meetings;
          ties.evidenceFor[j * ties.width + ties.reverse[tie]] += settings.meetings;
        }),
      );
      const proposal = addRow(proposals);
      addRow(guests);
      proposals.buyer[proposal] = b;
      proposals.proposer[proposal] = invited[0];
      proposals.rank[proposal] = 1 + rules.brokers.count + b;
      proposals.guests[proposal] = invited.length;
      invited.forEach((i, at) => (guests.firm[proposal * guests.width + at] = i));
    }
  },
});
