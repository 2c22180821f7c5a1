import type { Table } from "../../kernel/columns.ts";
import { table, u32 } from "../../kernel/columns.ts";
import type { Measure, Memory } from "../../observe/measure.ts";
import type { Model } from "../model.ts";
import { contributions } from "./dyadicTrust/contributions.ts";
import { gossip } from "./dyadicTrust/gossip.ts";
import { learning } from "./dyadicTrust/learning.ts";
import { meetings } from "./dyadicTrust/meetings.ts";
import { payoffs } from "./dyadicTrust/payoffs.ts";
import { setUp } from "./dyadicTrust/setup.ts";
import type { DyadicWorld } from "./dyadicTrust/world.ts";
import { firmsGroup, gameGroup, trustGroup } from "./dyadicTrust/world.ts";

const lastMonthColumns = {
  meetings: u32({ unit: "meetings", doc: "Meetings in the last month." }),
  contributions: u32({ unit: "contributions", doc: "Contributions in them, at most two a meeting." }),
} as const;

/** What the recorder keeps: one row, the last month. */
interface DyadicMemory extends Memory {
  readonly lastMonth: Table<typeof lastMonthColumns>;
}

/** Trust above which a tie counts as active. */
const ACTIVE = 0.6;

const OVER_TIES = "all ties, eight a firm; last month";

const measures: readonly Measure<DyadicWorld, DyadicMemory>[] = [
  {
    id: "trust.mean",
    title: "Mean trust",
    unit: "0..1",
    formula: "sum of t over ties / number of ties",
    over: OVER_TIES,
    nullWhen: "never",
    value({ tables: { ties } }) {
      let sum = 0;
      for (const trust of ties.trust) sum += trust;
      return sum / ties.trust.length;
    },
  },
  {
    id: "contribution.rate",
    title: "Contributions",
    unit: "share",
    formula: "contributions / (2 * meetings)",
    over: "meetings of the last month",
    nullWhen: "nobody met",
    value: (_, { lastMonth: { meetings, contributions: given } }) =>
      meetings[0] === 0 ? null : given[0] / (2 * meetings[0]),
  },
  {
    id: "capital.mean",
    title: "Mean capital",
    unit: "capital",
    formula: "sum of capital / number of firms",
    over: "all firms; last month",
    nullWhen: "never",
    value({ tables: { firms } }) {
      let sum = 0;
      for (const capital of firms.capital) sum += capital;
      return sum / firms.count;
    },
  },
  {
    id: "ties.active.share",
    title: "Active ties",
    unit: "share",
    formula: `ties with t > ${ACTIVE} / number of ties`,
    over: OVER_TIES,
    nullWhen: "never",
    value({ tables: { ties } }) {
      let active = 0;
      for (const trust of ties.trust) if (trust > ACTIVE) active++;
      return active / ties.trust.length;
    },
  },
];

/**
 * Firms in a square meet the few they know, contribute or not, and learn whom to trust. A published rule set for
 * speed and for the kernel: the same rules run as plain C and as plain objects in `test/bench/`.
 *
 * All firms act on the state at the start of the month: the first three mechanisms only write down what happens, the
 * last two apply it.
 */
export const dyadicTrust: Model<DyadicWorld, DyadicMemory> = {
  id: "dyadic-trust",
  title: "Trust between pairs of firms",
  groups: [firmsGroup, trustGroup, gameGroup],
  schedule: [meetings, contributions, gossip, payoffs, learning],
  setUp,
  remember: () => ({ lastMonth: table("lastMonth", lastMonthColumns, { count: 1, isState: false }) }),
  note({ lastMonth }, { tables: { meetings: list } }) {
    let given = 0;
    for (let m = 0; m < list.count; m++) given += list.gave[m] + list.got[m];
    lastMonth.meetings[0] = list.count;
    lastMonth.contributions[0] = given;
  },
  measures,
};
