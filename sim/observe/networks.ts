import { isRunning } from "../world/networks.ts";
import type { World } from "../world/world.ts";
import type { MainMeasure } from "./memory.ts";

/** How many networks there are, when they came and how large they were. */

/** Whether a network ever started a first project. */
function isFormed(world: World, g: number): boolean {
  return world.networks.started[g] >= 0;
}

function countFormed(world: World, led: 0 | 1): number {
  let count = 0;
  for (let g = 0; g < world.networks.count; g++) if (isFormed(world, g) && world.networks.led[g] === led) count += 1;
  return count;
}

/** Networks with a broker that ever started a project. */
export function countBrokered(world: World): number {
  return countFormed(world, 1);
}

const OPERATIVE_WINDOW = 12;

export const networkMeasures: readonly MainMeasure[] = [
  {
    id: "networks.formed",
    title: "Networks formed",
    unit: "networks",
    formula: "number of networks that ever started a first project",
    over: "all networks since month 0",
    nullWhen: "never",
    value: (world) => countFormed(world, 0) + countFormed(world, 1),
  },
  {
    id: "networks.spontaneous",
    title: "Networks formed without a broker",
    unit: "networks",
    formula: "number of networks that ever started a first project and were never led by a broker",
    over: "all networks since month 0",
    nullWhen: "never",
    value: (world) => countFormed(world, 0),
  },
  {
    id: "networks.brokered",
    title: "Networks formed with a broker",
    unit: "networks",
    formula: "number of networks that ever started a first project and are or were led by a broker of any generation",
    over: "all networks since month 0",
    nullWhen: "never",
    value: countBrokered,
  },
  {
    id: "networks.alive",
    title: "Networks running",
    unit: "networks",
    formula: "number of networks that run a project",
    over: "all networks, this month",
    nullWhen: "never",
    value(world) {
      let count = 0;
      for (let g = 0; g < world.networks.count; g++) if (isRunning(world, g)) count += 1;
      return count;
    },
  },
  {
    id: "networks.size.mean",
    title: "Size of a network at its start",
    unit: "firms",
    formula: "mean over networks formed of the members when the first project started",
    over: "all networks formed since month 0",
    nullWhen: "no network was formed",
    value(world) {
      let sum = 0;
      let count = 0;
      for (let g = 0; g < world.networks.count; g++) {
        if (!isFormed(world, g)) continue;
        sum += world.networks.startSize[g];
        count += 1;
      }
      return count === 0 ? null : sum / count;
    },
  },
  {
    id: "networks.firstMonth",
    title: "First network",
    unit: "month",
    formula: "month in which the first project of any network started",
    over: "all networks since month 0",
    nullWhen: "no network was formed",
    value(world) {
      let first = Infinity;
      for (let g = 0; g < world.networks.count; g++) {
        if (isFormed(world, g)) first = Math.min(first, world.networks.started[g]);
      }
      return first === Infinity ? null : first;
    },
  },
  {
    id: "networks.operative.share",
    title: "Operative networks",
    unit: "share",
    formula: "networks that ran a project in any of the last 12 months, over networks formed and not ended",
    over: "networks formed and not ended (dormant ones are on paper still), 12 months",
    nullWhen: "no network was formed that has not ended",
    value(world, { past }) {
      let operative = 0;
      let count = 0;
      for (let g = 0; g < world.networks.count; g++) {
        if (!isFormed(world, g) || world.networks.ended[g] >= 0) continue;
        count += 1;
        if (past.ranLast[g] >= 0 && world.month - past.ranLast[g] < OPERATIVE_WINDOW) operative += 1;
      }
      return count === 0 ? null : operative / count;
    },
  },
];
