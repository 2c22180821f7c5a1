import type { Runner, WorldJob, WorldResult } from "../../sim/index.ts";
import type { Hand } from "./inOrder.ts";
import { Hands, inOrder } from "./inOrder.ts";

/** A hand that can be told to give up the world it plays. */
export interface StoppableHand extends Hand {
  stop(): void;
}

/** Everything that decides what comes of a job. */
function textOf(job: WorldJob): string {
  return JSON.stringify(job);
}

/**
 * Plays worlds that are likely to be asked for while nobody waits, so that they are there when somebody does, and so that
 * the engines of those who play know the code. A world is taken from what was played ahead only where its job is the same
 * to the letter: it is the same world then, whenever it was played.
 */
export class Ahead {
  private readonly known = new Map<string, Promise<WorldResult>>();
  /** Who plays a job now, by the job's text. */
  private readonly inHand = new Map<string, StoppableHand>();
  private queue: WorldJob[] = [];
  private busy = 0;
  private found: Hands | undefined;

  /** @param hands whoever plays, asked for when the first world is to be played */
  constructor(private readonly hands: () => readonly StoppableHand[]) {}

  /** Plays these, in their order, until something else is asked for. Worlds that are not among them are given up. */
  prepare(jobs: readonly WorldJob[]): void {
    this.keep(jobs);
    this.queue = jobs.filter((job) => !this.known.has(textOf(job)));
    for (let at = Math.min(this.all.size - this.busy, this.queue.length); at > 0; at--) void this.work();
  }

  /** Plays nothing more ahead; of the worlds that have been played, and are being played, only these stay. */
  keep(jobs: readonly WorldJob[]): void {
    this.queue = [];
    const wanted = new Set(jobs.map(textOf));
    for (const key of [...this.known.keys()].filter((each) => !wanted.has(each))) {
      this.known.delete(key);
      this.inHand.get(key)?.stop();
    }
  }

  /** Takes what is known, once, and has the rest played. */
  readonly run: Runner = (jobs) => inOrder(jobs, { size: this.all.size, play: (job, isOff) => this.take(job, isOff) });

  private take(job: WorldJob, isOff?: () => boolean): Promise<WorldResult> {
    const key = textOf(job);
    const known = this.known.get(key);
    this.known.delete(key);
    return known ?? this.all.play(job, isOff);
  }

  private async work(): Promise<void> {
    this.busy += 1;
    for (let job = this.queue.shift(); job !== undefined; job = this.queue.shift()) {
      const key = textOf(job);
      const result = this.all.play(job);
      this.known.set(key, result);
      await result.catch(() => {
        if (this.known.get(key) === result) this.known.delete(key);
      });
    }
    this.busy -= 1;
  }

  private get all(): Hands {
    return (this.found ??= new Hands(this.hands().map((hand) => this.noted(hand))));
  }

  private noted(hand: StoppableHand): Hand {
    return {
      play: async (job) => {
        const key = textOf(job);
        this.inHand.set(key, hand);
        try {
          return await hand.play(job);
        } finally {
          this.inHand.delete(key);
        }
      },
    };
  }
}
