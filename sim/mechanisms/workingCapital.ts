import { number } from "../kernel/params.ts";
import { isRunning } from "../world/networks.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** Members put a part of what they give into the fund, and good months pay loans back. */
function save(world: World, g: number, part: number): void {
  const { networks, seats, firms } = world;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
    const i = seats.member[at];
    networks.fund[g] += part * firms.contribution[i] * firms.sales[i];
  }
}

/** Bad months are bridged with money: a firm's own, and that of a revolving fund. */
export const workingCapital = mechanism({
  id: "workingCapital",
  title: "Working capital",
  claim: "A bad month costs a small firm more than that month unless it can bridge it; a revolving fund is the bridge.",
  source: "Ceglie & Dini 1999: Emasim's revolving fund; Besley, Coate & Loury 1993; sizes assumed",
  reads: [
    "firms.alive",
    "firms.contribution",
    "firms.network",
    "firms.sales",
    "networks.project",
    "networks.revolving",
    "networks.size",
    "seats.member",
  ],
  writes: ["firms.luck", "firms.cash", "networks.fund"],
  params: {
    saving: number({
      label: "Savings",
      unit: "share of sales at full contribution",
      min: 0,
      max: 0.05,
      step: 0.001,
      start: 0.004,
      doc: "What members of a savings group put into its fund a month, out of their contributions.",
      source: "assumed",
    }),
    trouble: number({
      label: "A bad month",
      unit: "log sales",
      min: 0,
      max: 0.5,
      step: 0.01,
      start: 0.1,
      doc: "How far below usual a firm must be before it draws on money.",
      source: "assumed: about one standard deviation",
    }),
    cover: number({
      label: "Cover",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of what is beyond that which money can make good.",
      source: "assumed",
    }),
    price: number({
      label: "Money for a month's sales",
      unit: "kUSD per kUSD of monthly sales made good",
      min: 0.1,
      max: 10,
      step: 0.1,
      start: 1,
      doc: "What it takes to make good a loss of sales.",
      source: "assumed",
    }),
    spending: number({
      label: "Cash is spent",
      unit: "share a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.05,
      doc: "How fast cash runs out that is not needed.",
      source: "assumed",
    }),
  },
  step({ world, settings }) {
    const { firms, networks } = world;
    for (let g = 0; g < networks.count; g++) {
      if (networks.revolving[g] === 1 && isRunning(world, g)) save(world, g, settings.saving);
    }
    for (let i = 0; i < firms.count; i++) {
      if (!firms.alive[i]) continue;
      const g = firms.network[i];
      const fund = g >= 0 && networks.revolving[g] === 1 ? networks.fund[g] : 0;
      const cash = firms.cash[i];
      if (cash === 0 && fund === 0) continue;
      const gap = settings.cover * Math.max(0, -firms.luck[i] - settings.trouble);
      const cost = gap * firms.sales[i] * settings.price;
      const paid = Math.min(cost, cash + fund);
      if (paid > 0) {
        firms.luck[i] += paid / (firms.sales[i] * settings.price);
        const own = Math.min(paid, cash);
        firms.cash[i] -= own;
        if (paid > own) networks.fund[g] = Math.max(0, networks.fund[g] - (paid - own));
      }
      firms.cash[i] *= 1 - settings.spending;
    }
  },
});
