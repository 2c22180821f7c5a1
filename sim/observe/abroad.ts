import { AT_HOME, THROUGH_AGENT } from "../world/abroad.ts";
import type { World } from "../world/world.ts";
import { wasThere } from "./bestSix.ts";
import { TIED, UNTIED } from "./knownToLeads.ts";
import type { MainMeasure, MainMemory } from "./memory.ts";

/** How firms fare abroad, and what clusters bring home from there. */

/** Months after the first step at which it is seen whether a firm still sells abroad. */
const LATER = 36;
/** Share of all firms, the largest, in which exports may be concentrated. */
const TOP = 0.05;

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Sum over living firms. */
function sum(firms: World["firms"], of: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < firms.count; i++) if (firms.alive[i]) total += of(i);
  return total;
}

/** Exports of the largest firms as a share of all exports; a firm that the limit cuts counts in part. */
function exportsOfLargest(world: World): number {
  const { firms } = world;
  const living = Array.from(firms.alive.subarray(0, firms.count).keys()).filter((i) => firms.alive[i] === 1);
  living.sort((a, b) => firms.workers[b] - firms.workers[a] || a - b);
  let left = TOP * living.length;
  let theirs = 0;
  for (const i of living) {
    if (left <= 0) break;
    theirs += Math.min(1, left) * firms.exports[i];
    left -= 1;
  }
  const all = sum(firms, (i) => firms.exports[i]);
  return share(theirs, all);
}

/** Mean change in knowledge of a group of firms that are not listed; 0 where there is none. */
function learnt(world: World, memory: MainMemory, group: number): number {
  const { firms } = world;
  const { leadTies } = memory;
  let change = 0;
  let count = 0;
  for (let i = 0; i < firms.count; i++) {
    if (leadTies.group[i] !== group || firms.listed[i] || !wasThere(world, memory, i)) continue;
    change += firms.knowledge[i] - leadTies.knowledge[i];
    count += 1;
  }
  return share(change, count);
}

const now = "all firms in business, this month";

export const abroadMeasures: readonly MainMeasure[] = [
  {
    id: "exports.total",
    title: "Exports",
    unit: "kUSD a month",
    formula: "sum of sales abroad",
    over: now,
    nullWhen: "never",
    value: ({ firms }) => sum(firms, (i) => firms.exports[i]),
  },
  {
    id: "exports.share",
    title: "Exports in sales",
    unit: "share",
    formula: "sum of sales abroad over sum of all sales; 0 where nothing is sold",
    over: now,
    nullWhen: "never",
    value({ firms }) {
      const sold = sum(firms, (i) => firms.sales[i]);
      const abroad = sum(firms, (i) => firms.exports[i]);
      return share(abroad, sold);
    },
  },
  {
    id: "exports.firms.share",
    title: "Firms that export",
    unit: "share",
    formula: "firms that sell abroad, at any stage, over firms in business; 0 without firms",
    over: now,
    nullWhen: "never",
    value({ firms }) {
      const abroad = sum(firms, (i) => (firms.exportStage[i] === AT_HOME ? 0 : 1));
      const living = sum(firms, () => 1);
      return share(abroad, living);
    },
  },
  {
    id: "exports.indirect.share",
    title: "Exports through agents",
    unit: "share",
    formula: "sales abroad of firms that sell there through an agent over all sales abroad; 0 where there are none",
    over: now,
    nullWhen: "never",
    value({ firms }) {
      const indirect = sum(firms, (i) => (firms.exportStage[i] === THROUGH_AGENT ? firms.exports[i] : 0));
      const all = sum(firms, (i) => firms.exports[i]);
      return share(indirect, all);
    },
  },
  {
    id: "exports.first.indirect.share",
    title: "First steps through an agent",
    unit: "share",
    formula: "first steps abroad through an agent over all first steps abroad; 0 where there are none",
    over: "all times a firm went abroad, since month 0",
    nullWhen: "never",
    value(_, { spells }) {
      let indirect = 0;
      for (let at = 0; at < spells.count; at++) indirect += spells.indirect[at];
      return share(indirect, spells.count);
    },
  },
  {
    id: "exports.survival36.share",
    title: "Still exporting after three years",
    unit: "share",
    formula:
      "times a firm went abroad and still sold there 36 months later without a break, over all times observed that long; closing ends it; 0 where there is none",
    over: "all first steps abroad since month 0",
    nullWhen: "never",
    value({ month }, { spells }) {
      let observed = 0;
      let lasted = 0;
      for (let at = 0; at < spells.count; at++) {
        if (spells.from[at] + LATER > month) continue;
        observed += 1;
        if (spells.end[at] < 0 || spells.end[at] > spells.from[at] + LATER) lasted += 1;
      }
      return share(lasted, observed);
    },
  },
  {
    id: "exports.branchLag.mean",
    title: "From agent to branch",
    unit: "months",
    formula: "mean months from a first step through an agent to the first branch of its own; 0 where there is none",
    over: "all times a firm went abroad through an agent and opened a branch before it returned, since month 0",
    nullWhen: "never",
    value(_, { spells }) {
      let months = 0;
      let count = 0;
      for (let at = 0; at < spells.count; at++) {
        if (spells.indirect[at] === 0 || spells.branch[at] < 0) continue;
        months += spells.branch[at] - spells.from[at];
        count += 1;
      }
      return share(months, count);
    },
  },
  {
    id: "sizes.top5.exportShare",
    title: "Exports of the largest firms",
    unit: "share",
    formula: "exports of the 5 % of firms with most workers over all exports; 0 where nothing is exported",
    over: now,
    nullWhen: "never",
    value: exportsOfLargest,
  },
  {
    id: "partners.found",
    title: "Partners abroad",
    unit: "partners",
    formula: "sum over clusters of the partners abroad that were found for them",
    over: "all clusters, since month 0",
    nullWhen: "never",
    value({ clusters }) {
      let found = 0;
      for (let c = 0; c < clusters.count; c++) found += clusters.partners[c];
      return found;
    },
  },
  {
    id: "knowledge.tied.change",
    title: "Knowledge of those tied to lead firms",
    unit: "0..1",
    formula: "mean change in knowledge since month brokers.start; 0 where there is no such firm",
    over: "firms in business then and now, not listed, that were tied then to one of the two largest firms of a cluster",
    nullWhen: "never",
    value: (world, memory) => learnt(world, memory, TIED),
  },
  {
    id: "knowledge.untied.change",
    title: "Knowledge of those not tied to lead firms",
    unit: "0..1",
    formula: "mean change in knowledge since month brokers.start; 0 where there is no such firm",
    over: "firms in business then and now, not listed, that were tied then to none of them",
    nullWhen: "never",
    value: (world, memory) => learnt(world, memory, UNTIED),
  },
  {
    id: "knowledge.tied.ahead",
    title: "Knowledge of the tied against the untied",
    unit: "0..1, difference",
    formula: "knowledge.tied.change less knowledge.untied.change",
    over: "the two groups of these measures",
    nullWhen: "never",
    value: (world, memory) => learnt(world, memory, TIED) - learnt(world, memory, UNTIED),
  },
];
