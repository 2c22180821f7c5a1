import { isRunning } from "../world/networks.ts";
import { reportedSales } from "../world/reporting.ts";
import type { World } from "../world/world.ts";
import type { MainMemory } from "./memory.ts";

/** So many of the best networks enter the programme's own count, as in Honduras. */
const BEST = 6;

/** Whether the firm in row i was there when the window began; rows are used again by firms born later. */
export function wasThere(world: World, memory: MainMemory, i: number): boolean {
  return memory.window.taken[0] === 1 && world.firms.alive[i] === 1 && world.firms.born[i] <= memory.window.start[0];
}

/** Whether the firm that is now in row i was in a network at any time since the window began. */
export function wasMember(world: World, memory: MainMemory, i: number): boolean {
  const { member } = memory.then;
  return member[i] >= memory.window.start[0] && member[i] >= world.firms.born[i];
}

/**
 * The programme's own count: change of the reported sales of brokered networks that run now, over those members who were there
 * when the window began; mean of the six that changed most, or of all where there are fewer. 0 where there is none.
 */
export function bestSix(world: World, memory: MainMemory): number {
  const { networks, seats } = world;
  const changes: number[] = [];
  for (let g = 0; g < networks.count; g++) {
    if (networks.led[g] === 0 || !isRunning(world, g)) continue;
    let before = 0;
    let now = 0;
    for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
      const i = seats.member[at];
      if (!wasThere(world, memory, i)) continue;
      before += memory.then.reported[i];
      now += reportedSales(world, i);
    }
    if (before > 0) changes.push(now / before - 1);
  }
  const best = changes.sort((a, b) => b - a).slice(0, BEST);
  return best.length === 0 ? 0 : best.reduce((sum, change) => sum + change, 0) / best.length;
}
