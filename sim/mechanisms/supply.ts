import { number } from "../kernel/params.ts";
import { isSupplying } from "../world/buyers.ts";
import { isRunning } from "../world/networks.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Firms that have left their buyer's network lose its orders. */
function forgetOthers(world: World): void {
  const { firms, networks } = world;
  for (let i = 0; i < firms.count; i++) {
    if (firms.buyer[i] < 0) continue;
    const g = firms.network[i];
    if (g >= 0 && networks.buyer[g] === firms.buyer[i]) continue;
    firms.buyer[i] = -1;
    firms.orders[i] = 0;
  }
}

/** Sales of the firms over which each lead firm spreads its orders, kUSD a month. */
function salesBehind(world: World): Float64Array {
  const { buyers, networks, seats, firms } = world;
  const sales = new Float64Array(buyers.count);
  for (let g = 0; g < networks.count; g++) {
    if (!isSupplying(world, g) || !isRunning(world, g)) continue;
    for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
      sales[networks.buyer[g]] += firms.sales[seats.member[at]];
    }
  }
  return sales;
}

/** Lead firms order of their suppliers and develop them; the cost is paid by buyer, state and programme. */
export const supply = mechanism({
  id: "supply",
  title: "Orders and supplier development",
  claim: "Suppliers of a demanding buyer upgrade faster than others, and come to depend on it.",
  source: "Ceglie & Dini 1999: cost in thirds; Schmitz & Knorringa 2000",
  reads: [
    "buyers.active",
    "buyers.orders",
    "buyers.threshold",
    "firms.network",
    "firms.sales",
    "networks.buyer",
    "networks.project",
    "networks.size",
    "seats.member",
  ],
  writes: [
    "firms.buyer",
    "firms.orders",
    "firms.productivity",
    "firms.quality",
    "firms.knowledge",
    "tally.ordered",
    "tally.undelivered",
    "tally.programme",
    "tally.buyers",
  ],
  params: {
    share: number({
      label: "Share paid by the buyer",
      unit: "share of cost",
      min: 0,
      max: 0.9,
      step: 0.01,
      start: 0.33,
      doc: "Share of supplier development that the lead firm pays; state and programme pay the rest in halves.",
      source: "Ceglie & Dini 1999: Chihuahua and Jalisco, in thirds",
    }),
    public: number({
      label: "Public money for a supplier",
      unit: "kUSD a month",
      min: 0,
      max: 5,
      step: 0.01,
      start: 0.1,
      doc: "What state and programme together spend on each supplier; the buyer adds its share on top.",
      source: "assumed",
    }),
    pace: number({
      label: "Pace of development",
      unit: "share of the gap per kUSD",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.15,
      doc: "How much of what a supplier lacks in quality and knowledge a kUSD of development closes.",
      source: "assumed",
    }),
    most: number({
      label: "Largest part for one buyer",
      unit: "share of sales",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.6,
      doc: "Share of its sales that a supplier of full quality can make for the lead firm.",
      source: "assumed",
    }),
    gain: number({
      label: "Gain from steady orders",
      unit: "log productivity a month at full dependence",
      min: 0,
      max: 0.1,
      step: 0.001,
      start: 0.006,
      doc: "How far orders raise a supplier's productivity, by the share of its sales that they make.",
      source: "assumed",
    }),
  },
  step({ world, settings }) {
    const { buyers, networks, seats, firms, tally } = world;
    if (buyers.count === 0) return;
    forgetOthers(world);
    const behind = salesBehind(world);
    const cost = settings.public / (1 - settings.share);
    for (let g = 0; g < networks.count; g++) {
      if (!isSupplying(world, g) || !isRunning(world, g)) continue;
      const b = networks.buyer[g];
      for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
        const i = seats.member[at];
        const wanted = (buyers.orders[b] * firms.sales[i]) / behind[b];
        const fit = buyers.threshold[b] > 0 ? Math.min(1, firms.quality[i] / buyers.threshold[b]) : 1;
        const reach = settings.most * fit * firms.sales[i];
        firms.buyer[i] = b;
        firms.orders[i] = Math.min(wanted, reach);
        firms.productivity[i] += (settings.gain * firms.orders[i]) / firms.sales[i];
        tally.ordered[0] += wanted;
        tally.undelivered[0] += Math.max(0, wanted - reach);
        const closed = Math.min(1, settings.pace * cost);
        firms.quality[i] += closed * (1 - firms.quality[i]);
        firms.knowledge[i] += closed * (1 - firms.knowledge[i]);
        tally.programme[0] += cost;
        tally.buyers[0] += settings.share * cost;
      }
    }
  },
});
