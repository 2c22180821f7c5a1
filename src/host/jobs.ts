import type { Catalogue, Runner, WorldJob, WorldResult } from "../../sim/index.ts";
import { play } from "../../sim/index.ts";

/** Time to play before others get their turn, ms. */
const SLICE = 50;

/** Lets timers, signals and messages have their turn. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

/** Told of every month that has been played of the world in hand. */
export type MonthListener = (month: number) => void;

/** Plays one world here, pausing now and then so that an interruption is heard. */
export async function playHere(job: WorldJob, catalogue: Catalogue, onMonth?: MonthListener): Promise<WorldResult> {
  const playing = play(job, catalogue);
  let since = performance.now();
  for (;;) {
    const step = playing.next();
    if (step.done) return step.value;
    onMonth?.(step.value);
    if (performance.now() - since < SLICE) continue;
    await pause();
    since = performance.now();
  }
}

/** Plays jobs one after the other in this thread; runs in Node and in browsers. */
export function runHere(catalogue: Catalogue, onMonth?: MonthListener): Runner {
  return async function* (jobs) {
    for (const job of jobs) yield await playHere(job, catalogue, onMonth);
  };
}
