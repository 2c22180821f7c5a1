import type { World } from "../world/world.ts";
import { bestSix, wasMember, wasThere } from "./bestSix.ts";
import type { MainMeasure, MainMemory } from "./memory.ts";

/**
 * How firms fared since month `brokers.start`: those who were ever in a network since, and those who never were. Firms
 * that have closed or opened since are in neither sum; a before-after difference is no proof of an effect.
 */

/** Change of a sum over a group, as a share of what it was; null where the group is empty. */
export function change(
  world: World,
  memory: MainMemory,
  column: "sales" | "workers" | "assets",
  members: boolean,
): number | null {
  const now = world.firms[column];
  const then = memory.then[column];
  let before = 0;
  let after = 0;
  for (let i = 0; i < world.firms.count; i++) {
    if (wasMember(world, memory, i) !== members || !wasThere(world, memory, i)) continue;
    before += then[i];
    after += now[i];
  }
  return before > 0 ? after / before - 1 : null;
}

/**
 * Gini coefficient of values of at least 0 (Gini 1912): 0 where all are equal, near 1 where one has it all. In the
 * form for sorted values x_1 <= ... <= x_n: sum (2k - n - 1) x_k / (n sum x_k).
 */
export function gini(values: Float64Array): number {
  const sorted = values.toSorted();
  const n = sorted.length;
  let weighted = 0;
  let sum = 0;
  for (let k = 0; k < n; k++) {
    weighted += (2 * (k + 1) - n - 1) * sorted[k];
    sum += sorted[k];
  }
  return sum > 0 ? weighted / (n * sum) : 0;
}

/** What each member has gained in monthly sales since the window began; a loss counts as no gain. */
function gainsOfMembers(world: World, memory: MainMemory): Float64Array {
  const gains = new Float64Array(world.firms.count);
  let count = 0;
  for (let i = 0; i < world.firms.count; i++) {
    if (!wasMember(world, memory, i) || !wasThere(world, memory, i)) continue;
    gains[count++] = Math.max(0, world.firms.sales[i] - memory.then.sales[i]);
  }
  return gains.subarray(0, count);
}

const members = "firms in business then and now that were in a network at any time since month brokers.start";

export const effectMeasures: readonly MainMeasure[] = [
  {
    id: "sales.members.change",
    title: "Sales of members",
    unit: "share",
    formula: "sum of members' sales now over the sum of the same firms' sales in month brokers.start, minus 1",
    over: members,
    nullWhen: "there is no such firm",
    value: (world, memory) => change(world, memory, "sales", true),
  },
  {
    id: "sales.others.change",
    title: "Sales of others",
    unit: "share",
    formula: "sum of the others' sales now over the sum of the same firms' sales in month brokers.start, minus 1",
    over: "firms in business then and now that were never in a network since month brokers.start",
    nullWhen: "there is no such firm",
    value: (world, memory) => change(world, memory, "sales", false),
  },
  {
    id: "jobs.members.change",
    title: "Jobs at members",
    unit: "share",
    formula: "sum of members' workers now over the sum of the same firms' workers in month brokers.start, minus 1",
    over: members,
    nullWhen: "there is no such firm",
    value: (world, memory) => change(world, memory, "workers", true),
  },
  {
    id: "assets.members.change",
    title: "Fixed assets of members",
    unit: "share",
    formula: "sum of members' fixed assets now over the sum of the same firms' assets in month brokers.start, minus 1",
    over: members,
    nullWhen: "there is no such firm",
    value: (world, memory) => change(world, memory, "assets", true),
  },
  {
    id: "sales.naiveBestSix.change",
    title: "Sales in the six best networks",
    unit: "share",
    formula:
      "for each brokered network that runs at the earlier of brokers.end and now: sum of its members' reported sales then over the sum of the same firms' reported sales in month brokers.start, minus 1; mean of the six highest, or of all where there are fewer; 0 where there is none",
    over: "members at that month who were in business in month brokers.start",
    nullWhen: "never",
    value(world, memory) {
      const kept = memory.window.bestSix[0];
      return Number.isNaN(kept) ? bestSix(world, memory) : kept;
    },
  },
  {
    id: "gains.gini",
    title: "Inequality of gains",
    unit: "0..1",
    formula:
      "Gini coefficient of members' gains in monthly sales since month brokers.start, a loss counting as 0; 0 where nobody gained",
    over: members,
    nullWhen: "never",
    value: (world, memory) => gini(gainsOfMembers(world, memory)),
  },
];
