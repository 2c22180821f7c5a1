import type { WorldJob, WorldResult } from "../../sim/index.ts";

/** Whoever plays one world at a time: a thread of Node, a worker of a browser. */
export interface Hand {
  play(job: WorldJob): Promise<WorldResult>;
}

/** Results that may wait for their turn, for each hand: memory stays flat however many jobs there are. */
const AHEAD = 2;

/** Gives each job to the first hand that is free; results keep the order of the jobs. */
export async function* inOrder(jobs: Iterable<WorldJob>, hands: readonly Hand[]): AsyncGenerator<WorldResult> {
  const idle = [...hands];
  const waiting: ((hand: Hand) => void)[] = [];
  const playNext = async (job: WorldJob): Promise<WorldResult> => {
    const hand = idle.pop() ?? (await new Promise<Hand>((take) => waiting.push(take)));
    try {
      return await hand.play(job);
    } finally {
      const next = waiting.shift();
      if (next === undefined) idle.push(hand);
      else next(hand);
    }
  };
  const queue: Promise<WorldResult>[] = [];
  for (const job of jobs) {
    const result = playNext(job);
    result.catch(() => undefined);
    queue.push(result);
    if (queue.length >= AHEAD * hands.length) yield (await queue.shift()) as WorldResult;
  }
  for (const result of queue) yield await result;
}
