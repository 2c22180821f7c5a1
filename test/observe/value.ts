import type { MainMemory } from "../../sim/observe/index.ts";
import { MEASURES, note, remember } from "../../sim/observe/index.ts";
import type { World } from "../../sim/world/world.ts";

/** A measure's value by its id; throws where there is no such measure. */
export function value(id: string, world: World, memory: MainMemory = remember(world)): number | null {
  const measure = MEASURES.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id}`);
  return measure.value(world, memory);
}

/** The world stands still until the end of a month, and the recorder takes note of every month of it. */
export function pass(world: World, memory: MainMemory, until: number): void {
  while (world.month < until) {
    world.month += 1;
    note(memory, world);
  }
}
