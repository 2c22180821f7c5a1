import type { WorldJob, WorldResult } from "../../sim/index.ts";

/** Whoever plays one world at a time: a thread of Node, a worker of a browser. */
export interface Hand {
  play(job: WorldJob): Promise<WorldResult>;
}

/** Results that may wait for their turn, for each hand: memory stays flat however many jobs there are. */
const AHEAD = 3;

/** Hands that take from one queue: a job waits until one of them is free. */
export class Hands implements Hand {
  readonly size: number;
  private readonly idle: Hand[];
  private readonly waiting: ((hand: Hand) => void)[] = [];

  constructor(hands: readonly Hand[]) {
    this.size = hands.length;
    this.idle = [...hands];
  }

  /** @param isOff whether nobody wants the world any more by the time a hand is free */
  async play(job: WorldJob, isOff: () => boolean = () => false): Promise<WorldResult> {
    const hand = this.idle.pop() ?? (await new Promise<Hand>((take) => this.waiting.push(take)));
    try {
      if (isOff()) throw new Error("Nobody waits for this world.");
      return await hand.play(job);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.idle.push(hand);
      else next(hand);
    }
  }
}

/** Gives each job to the first hand that is free; results keep the order of the jobs. */
export async function* inOrder(
  jobs: Iterable<WorldJob>,
  hands: Pick<Hands, "size" | "play">,
): AsyncGenerator<WorldResult> {
  const queue: Promise<WorldResult>[] = [];
  let isOver = false;
  try {
    for (const job of jobs) {
      const result = hands.play(job, () => isOver);
      result.catch(() => undefined);
      queue.push(result);
      if (queue.length >= AHEAD * hands.size) yield (await queue.shift()) as WorldResult;
    }
    for (const result of queue) yield await result;
  } finally {
    isOver = true;
  }
}
