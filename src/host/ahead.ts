import type { Runner, WorldJob, WorldResult } from "../../sim/index.ts";
import type { Hand } from "./inOrder.ts";
import { Hands, inOrder } from "./inOrder.ts";
import { buffersOf } from "./worldBuffers.ts";

/** A hand that can be told to give up the world it plays. */
export interface StoppableHand extends Hand {
  stop(): void;
}

/** Bytes of results that are kept: some three thousand worlds of 500 firms over ten years. */
const ROOM = 50_000_000;
/** Bytes of a result's measures, roughly. */
const MEASURES = 4000;

/** Everything that decides what comes of a job. */
function textOf(job: WorldJob): string {
  return JSON.stringify(job);
}

/** @param key the job's text, which may hold a whole scenario */
function bytesOf(key: string, result: WorldResult): number {
  return buffersOf(result).reduce((sum, { byteLength }) => sum + byteLength, MEASURES + key.length);
}

/**
 * Plays worlds that are likely to be asked for while nobody waits, so that they are there when somebody does, and so that
 * the engines of those who play know the code; and keeps what has been played, for the next question often asks for most
 * of it again. A world is taken from what is known only where its job is the same to the letter: it is the same world
 * then, whenever it was played.
 */
export class Ahead {
  /** What came of jobs, or is about to, by the job's text; what was asked for last stands last. */
  private readonly known = new Map<string, Promise<WorldResult>>();
  /** Bytes of those that have come. */
  private readonly sizes = new Map<string, number>();
  /** Jobs that are played while nobody waits, by their text, and by whom. */
  private readonly unasked = new Map<string, StoppableHand | null>();
  private queue: WorldJob[] = [];
  private busy = 0;
  private bytes = 0;
  private found: Hands | undefined;

  /** @param hands whoever plays, asked for when the first world is to be played */
  constructor(
    private readonly hands: () => readonly StoppableHand[],
    private readonly room = ROOM,
  ) {}

  /** Plays these, in their order, until something else is asked for. Others that were begun for nobody are given up. */
  prepare(jobs: readonly WorldJob[]): void {
    this.keep(jobs);
    this.queue = jobs.filter((job) => !this.known.has(textOf(job)));
    for (let at = Math.min(this.all.size - this.busy, this.queue.length); at > 0; at--) void this.work();
  }

  /** Begins nothing more ahead; of what was begun for nobody, only these are played to their end. */
  keep(jobs: readonly WorldJob[]): void {
    this.queue = [];
    const wanted = new Set(jobs.map(textOf));
    for (const [key, hand] of [...this.unasked].filter(([each]) => !wanted.has(each))) {
      this.known.delete(key);
      this.unasked.delete(key);
      hand?.stop();
    }
  }

  /** Takes what is known and has the rest played. */
  readonly run: Runner = (jobs) =>
    inOrder(jobs, { size: this.all.size, play: (job, isOff) => this.take(textOf(job), job, isOff) });

  private take(key: string, job: WorldJob, isOff?: () => boolean): Promise<WorldResult> {
    const known = this.known.get(key);
    if (known === undefined) {
      const result = this.all.play(job, isOff);
      result.then(
        (world) => this.remember(key, result, world),
        () => undefined,
      );
      return result;
    }
    this.known.delete(key);
    this.known.set(key, known);
    return known;
  }

  /** Keeps what has come of a job; what was asked for longest ago makes room. */
  private remember(key: string, result: Promise<WorldResult>, world: WorldResult): void {
    if (this.sizes.has(key)) return;
    this.known.set(key, result);
    const size = bytesOf(key, world);
    this.sizes.set(key, size);
    this.bytes += size;
    for (const oldest of this.known.keys()) {
      if (this.bytes <= this.room) return;
      const bytes = this.sizes.get(oldest);
      if (bytes === undefined) continue;
      this.known.delete(oldest);
      this.sizes.delete(oldest);
      this.bytes -= bytes;
    }
  }

  private async work(): Promise<void> {
    this.busy += 1;
    for (let job = this.queue.shift(); job !== undefined; job = this.queue.shift()) {
      const key = textOf(job);
      this.unasked.set(key, null);
      const result = this.all.play(job, () => !this.unasked.has(key));
      this.known.set(key, result);
      try {
        const world = await result;
        if (this.known.get(key) === result) this.remember(key, result, world);
      } catch {
        // It was given up and is forgotten already, or its hand is no more: whoever asks next has other hands.
        if (this.known.get(key) === result) {
          this.known.delete(key);
          this.queue = [];
          this.found = undefined;
        }
      }
      this.unasked.delete(key);
    }
    this.busy -= 1;
  }

  private get all(): Hands {
    return (this.found ??= new Hands(this.hands().map((hand) => this.noted(hand))));
  }

  /** A hand of which it is known what it plays for nobody. */
  private noted(hand: StoppableHand): Hand {
    return {
      play: (job) => {
        const key = textOf(job);
        if (this.unasked.has(key)) this.unasked.set(key, hand);
        return hand.play(job);
      },
    };
  }
}
