import { inputPriceFor } from "../world/inputs.ts";
import type { MainMeasure } from "./memory.ts";

const SERVICE_WINDOW = 12;

/** What firms pay for inputs, and what they deliver. */
export const supplyMeasures: readonly MainMeasure[] = [
  {
    id: "inputs.price.change",
    title: "Price of inputs",
    unit: "share",
    formula:
      "mean over firms, weighted by sales, of what a firm pays for inputs against the start (supply of its region, less the discount on what it buys with others), minus 1; 0 without firms",
    over: "all firms in business, this month",
    nullWhen: "never",
    value(world) {
      const { firms } = world;
      let paid = 0;
      let sales = 0;
      for (let i = 0; i < firms.count; i++) {
        if (firms.alive[i] === 0) continue;
        paid += firms.sales[i] * inputPriceFor(world, i);
        sales += firms.sales[i];
      }
      return sales > 0 ? paid / sales - 1 : 0;
    },
  },
  {
    id: "orders.undelivered.share",
    title: "Orders not delivered",
    unit: "share",
    formula:
      "what could not be delivered of large orders, over all large orders in kUSD; 0 where there were none (orders that a group shares, and lead firms' orders)",
    over: "networks that share orders and suppliers of lead firms, since month 0",
    nullWhen: "never",
    value: ({ tally }) => (tally.ordered[0] > 0 ? tally.undelivered[0] / tally.ordered[0] : 0),
  },
  {
    id: "services.use",
    title: "Use of service centres",
    unit: "cases a month",
    formula: "cases served in the last 12 months, or since month 0 where fewer have passed, over these months",
    over: "all service centres, 12 months",
    nullWhen: "never",
    value({ month }, { months }) {
      if (month === 0) return 0;
      const from = Math.max(0, month - SERVICE_WINDOW);
      return (months.cases[month] - months.cases[from]) / (month - from);
    },
  },
];
