import type { World } from "../world/world.ts";
import { wasThere } from "./bestSix.ts";
import type { MainMeasure, MainMemory } from "./memory.ts";

/** Suppliers of lead firms beside members of other networks: who upgrades faster, and who loses more when buyers leave. */

const SUPPLIER = 1;
const MEMBER = 2;

/** Notes who supplies whom: each month since the window began, and in the last month before lead firms leave. */
export function noteSuppliers({ then, dependence, window }: MainMemory, world: World): void {
  const { firms, rules } = world;
  const { count, exit } = rules.leadFirms;
  if (count > 0 && window.taken[0] === 1) {
    for (let i = 0; i < firms.count; i++) if (firms.buyer[i] >= 0) then.supplier[i] = 1;
  }
  if (exit < 1 || world.month !== exit - 1) return;
  for (let i = 0; i < firms.count; i++) {
    dependence.sales[i] = firms.sales[i];
    dependence.role[i] = firms.buyer[i] >= 0 ? SUPPLIER : firms.network[i] >= 0 ? MEMBER : 0;
  }
}

/** Change of the sales of firms with a role since lead firms were about to leave; 0 where there are none. */
function salesSince({ firms, rules }: World, { dependence }: MainMemory, role: number): number {
  const { exit } = rules.leadFirms;
  let before = 0;
  let after = 0;
  for (let i = 0; i < firms.count; i++) {
    if (dependence.role[i] !== role || firms.alive[i] === 0 || firms.born[i] >= exit) continue;
    before += dependence.sales[i];
    after += firms.sales[i];
  }
  return before > 0 ? after / before - 1 : 0;
}

/** Mean change in quality since the window began, of suppliers or of other members; 0 where there are none. */
function upgrade(world: World, memory: MainMemory, supplier: 0 | 1): number {
  const { then } = memory;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < world.firms.count; i++) {
    if (then.member[i] === 0 || then.supplier[i] !== supplier || !wasThere(world, memory, i)) continue;
    sum += world.firms.quality[i] - then.quality[i];
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

const since = "over the sum of the same firms' sales in the last month before lead firms left, minus 1";

export const supplierMeasures: readonly MainMeasure[] = [
  {
    id: "sales.suppliers.change",
    title: "Sales of suppliers since the buyers left",
    unit: "share",
    formula: `sum of sales now ${since}; 0 where there is no such firm, or before that month`,
    over: "firms in business then and now that supplied a lead firm in the month before leadFirms.exit",
    nullWhen: "never",
    value: (world, memory) => salesSince(world, memory, SUPPLIER),
  },
  {
    id: "sales.horizontal.change",
    title: "Sales of other members since the buyers left",
    unit: "share",
    formula: `sum of sales now ${since}; 0 where there is no such firm, or before that month`,
    over: "firms in business then and now that were in a network without a lead firm in the month before leadFirms.exit",
    nullWhen: "never",
    value: (world, memory) => salesSince(world, memory, MEMBER),
  },
  {
    id: "quality.suppliers.change",
    title: "Upgrading of suppliers",
    unit: "0..1",
    formula: "mean change in quality since month brokers.start; 0 where there is no such firm",
    over: "firms in business then and now that supplied a lead firm at any time since",
    nullWhen: "never",
    value: (world, memory) => upgrade(world, memory, 1),
  },
  {
    id: "quality.horizontal.change",
    title: "Upgrading of other members",
    unit: "0..1",
    formula: "mean change in quality since month brokers.start; 0 where there is no such firm",
    over: "firms in business then and now in networks at any time since, that never supplied a lead firm",
    nullWhen: "never",
    value: (world, memory) => upgrade(world, memory, 0),
  },
];
