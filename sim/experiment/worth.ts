import type { Valuation } from "../contract.ts";
import { exp, log } from "../kernel/math.ts";
import type { Ledger } from "./ledger.ts";

/**
 * What an option brings against the baseline on the same world, in money. Benefits are the sales of all firms above those
 * of the same world in the baseline, month by month, times the share of sales that is value added, less what firms spend
 * more on finding, bargaining and watching; so what members take from others does not count. Costs are the programme's
 * gross cost, whoever pays it. What comes after the last month is left out, and so is members' own time.
 */
export interface Flows {
  /** kUSD of sales above the baseline in each month. */
  readonly sales: Float64Array;
  /** kUSD of transaction costs above the baseline in each month. */
  readonly transactions: Float64Array;
  /** kUSD of programme cost above the baseline in each month. */
  readonly programme: Float64Array;
}

/** What a running sum grew by in each month, in one world less the other. */
function monthly(ours: Float64Array, theirs: Float64Array): Float64Array {
  return ours.map((sum, m) => (m === 0 ? sum - theirs[0] : sum - ours[m - 1] - (theirs[m] - theirs[m - 1])));
}

export function flowsOf(ours: Ledger, theirs: Ledger): Flows {
  return {
    sales: ours.sales.map((sum, m) => sum - theirs.sales[m]),
    transactions: monthly(ours.transactions, theirs.transactions),
    programme: monthly(ours.programme, theirs.programme),
  };
}

export interface PresentValue {
  readonly benefits: number;
  readonly costs: number;
  readonly net: number;
  /** Null where there are no costs. */
  readonly ratio: number | null;
}

/** Present values at month 0, kUSD. */
export function presentValue({ sales, transactions, programme }: Flows, valuation: Valuation): PresentValue {
  const monthlyFactor = exp(-log(1 + valuation.rate) / 12);
  let factor = 1;
  let benefits = 0;
  let costs = 0;
  for (let m = 0; m < sales.length; m++) {
    benefits += factor * (valuation.valueAdded * sales[m] - transactions[m]);
    costs += factor * programme[m];
    factor *= monthlyFactor;
  }
  return { benefits, costs, net: benefits - costs, ratio: costs > 0 ? benefits / costs : null };
}
