import type { MainMeasure } from "./memory.ts";

/** Firms, those in networks, and how they conduct themselves there. */

const CONTRIBUTION_WINDOW = 12;

export const memberMeasures: readonly MainMeasure[] = [
  {
    id: "firms.alive",
    title: "Firms",
    unit: "firms",
    formula: "number of firms in business",
    over: "all firms, this month",
    nullWhen: "never",
    value({ firms }) {
      let count = 0;
      for (let i = 0; i < firms.count; i++) count += firms.alive[i];
      return count;
    },
  },
  {
    id: "firms.inNetworks.share",
    title: "Firms in networks",
    unit: "share",
    formula: "firms that belong to a network in any phase, over firms in business; 0 without firms",
    over: "all firms, this month; networks in planning and dormant ones count",
    nullWhen: "never",
    value({ firms }) {
      let members = 0;
      let count = 0;
      for (let i = 0; i < firms.count; i++) {
        if (firms.alive[i] === 0) continue;
        count += 1;
        if (firms.network[i] >= 0) members += 1;
      }
      return count === 0 ? 0 : members / count;
    },
  },
  {
    id: "members.size.mean",
    title: "Size of firms that join",
    unit: "workers",
    formula: "mean number of workers at the end of the month of joining, over all joinings; 0 where none joined",
    over: "all firms that joined a network since month 0",
    nullWhen: "never",
    value(_, { months }) {
      let workers = 0;
      let joiners = 0;
      for (let m = 0; m < months.count; m++) {
        workers += months.joinersWorkers[m];
        joiners += months.joiners[m];
      }
      return joiners === 0 ? 0 : workers / joiners;
    },
  },
  {
    id: "contribution.rate",
    title: "Contributions",
    unit: "share of a full contribution",
    formula: "mean over members and months of the contribution given, 0 to 1",
    over: "all who were members of a network with a project when contributions were asked for, last 12 months",
    nullWhen: "no network ran a project in the last 12 months",
    value(_, { months }) {
      const now = months.count - 1;
      const before = now - CONTRIBUTION_WINDOW;
      const since = (column: Float64Array) => column[now] - (before < 0 ? 0 : column[before]);
      const asked = since(months.contributors);
      return asked === 0 ? null : since(months.contributions) / asked;
    },
  },
  {
    id: "freeRiders.seen",
    title: "Free riding seen",
    unit: "events",
    formula: "number of contributions below one half that others saw",
    over: "members of running networks, since month 0",
    nullWhen: "never",
    value: ({ tally }) => tally.freeRiders[0],
  },
  {
    id: "fines.count",
    title: "Fines",
    unit: "events",
    formula: "number of fines above 0 that were paid",
    over: "members of running networks, since month 0",
    nullWhen: "never",
    value: ({ tally }) => tally.fines[0],
  },
];
