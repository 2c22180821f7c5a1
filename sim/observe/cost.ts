import type { MainMeasure } from "./memory.ts";
import { countBrokered } from "./networks.ts";
import { yearsOf } from "./survival.ts";

/** What co-operation costs the firms, and what the programme costs. */

/** A cost for each unit of what it brought; the whole cost where it has brought nothing. */
function costPer(cost: number, units: number): number {
  return units > 0 ? cost / units : cost;
}

export const costMeasures: readonly MainMeasure[] = [
  {
    id: "transactionCosts.total",
    title: "Transaction costs",
    unit: "kUSD",
    formula: "sum of what firms spent on finding, bargaining and watching (Coase 1937; Williamson 1985)",
    over: "members of networks, since month 0",
    nullWhen: "never",
    value: ({ tally }) => tally.finding[0] + tally.bargaining[0] + tally.watching[0],
  },
  {
    id: "cost.programme",
    title: "Cost of the programme",
    unit: "kUSD",
    formula: "gross cost of all brokers, of supplier development, service centres, courses and grants, whoever pays it",
    over: "the programme, since month 0",
    nullWhen: "never",
    value: ({ tally }) => tally.programme[0],
  },
  {
    id: "cost.perNetwork",
    title: "Cost of a network",
    unit: "kUSD a network",
    formula: "gross cost of the programme over networks formed with a broker; the whole cost where there is none",
    over: "the programme and all brokered networks, since month 0",
    nullWhen: "never",
    value: (world) => costPer(world.tally.programme[0], countBrokered(world)),
  },
  {
    id: "cost.perSurvivingNetworkYear",
    title: "Cost of a network-year after the broker",
    unit: "kUSD a network-year",
    formula:
      "gross cost of the programme over the years that networks ran after their broker left; the whole cost where there are none",
    over: "the programme and all assisted networks, since month 0",
    nullWhen: "never",
    value: ({ tally }, { months }) => costPer(tally.programme[0], yearsOf(months.afterExit, months.count)),
  },
  {
    id: "funding.public.share",
    title: "Public share of the cost",
    unit: "share",
    formula:
      "1 - what firms paid in fees and membership and lead firms for their suppliers, over gross cost of the programme, at least 0; 0 where it has cost nothing",
    over: "the programme, since month 0",
    nullWhen: "never",
    value({ tally }) {
      const cost = tally.programme[0];
      const paid = tally.fees[0] + tally.membership[0] + tally.buyers[0];
      return cost === 0 ? 0 : Math.max(0, 1 - paid / cost);
    },
  },
  {
    id: "brokers.active",
    title: "Brokers at work",
    unit: "persons",
    formula: "number of brokers at work",
    over: "all brokers, this month",
    nullWhen: "never",
    value({ brokers }) {
      let count = 0;
      for (let b = 0; b < brokers.count; b++) count += brokers.active[b];
      return count;
    },
  },
];
