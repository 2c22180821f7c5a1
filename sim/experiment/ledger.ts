import type { Run } from "../run.ts";
import { MAIN_MODEL } from "../scenario/catalogue.ts";
import type { World } from "../world/world.ts";

/** The books of a world in kUSD: entry m of every column is month m. */
export interface Ledger {
  /** Sales of all firms in business in the month. */
  readonly sales: Float64Array;
  /** Gross cost of the programme, up to and with the month. */
  readonly programme: Float64Array;
  /** What firms paid towards it in fees and membership, up to and with the month. */
  readonly members: Float64Array;
  /** What lead firms paid towards it, up to and with the month. */
  readonly buyers: Float64Array;
  /** What firms spent on finding, bargaining and watching, up to and with the month. */
  readonly transactions: Float64Array;
}

/** Keeps the books of a run; looks and never writes. */
export class Bookkeeper {
  readonly ledger: Ledger;

  private constructor(
    private readonly world: World,
    months: number,
  ) {
    const column = () => new Float64Array(months + 1);
    this.ledger = {
      sales: column(),
      programme: column(),
      members: column(),
      buyers: column(),
      transactions: column(),
    };
  }

  /** Null for models without money. */
  static of(run: Run): Bookkeeper | null {
    return run.plan.model.id === MAIN_MODEL ? new Bookkeeper(run.world as World, run.plan.months) : null;
  }

  /** Takes note of the month that was played last. */
  note(): void {
    const { firms, tally, month } = this.world;
    const { sales, programme, members, buyers, transactions } = this.ledger;
    let sum = 0;
    for (let i = 0; i < firms.count; i++) if (firms.alive[i] === 1) sum += firms.sales[i];
    sales[month] = sum;
    programme[month] = tally.programme[0];
    members[month] = tally.fees[0] + tally.membership[0];
    buyers[month] = tally.buyers[0];
    transactions[month] = tally.finding[0] + tally.bargaining[0] + tally.watching[0];
  }
}
