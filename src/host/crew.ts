import { wrap } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { Worker } from "node:worker_threads";
import type { WorldJob, WorldResult } from "../../sim/index.ts";
import type { WorldWorker } from "./nodeWorker.ts";

/** What came of a run that may go wrong: a result, or in which way it failed and why. */
export type Outcome =
  { readonly status: "ok"; readonly result: WorldResult } | { readonly status: Failure; readonly error: string };

/** A run that threw, whose thread ended, that took too long, or for which memory did not do. */
export type Failure = "failed" | "crashed" | "timeout" | "memory";

/** Worker threads that outlive what they play: a run that ends its thread, or never ends, costs only itself. */
export interface Crew {
  /** Runs that are played at once. */
  readonly size: number;
  /** Plays a job on the next thread that is free; never rejects. */
  play(job: WorldJob): Promise<Outcome>;
  /** Ends all threads, also amid a run. */
  end(): Promise<void>;
}

export interface CrewOptions {
  /** Seconds that a run may take. */
  readonly limit: number;
  /** Bytes that all worlds may take together. */
  readonly room: number;
}

/** MB of objects a thread may hold; typed arrays, which worlds are made of, are not among them. */
const HEAP = 2048;
const MEGABYTE = 1_000_000;
/** Node's timers hold no longer time, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

interface Thread {
  readonly worker: Worker;
  play(job: WorldJob, room: number): Promise<WorldResult>;
  /** Settles when the thread has ended of itself. */
  readonly ended: Promise<Outcome>;
}

function startThread(file: URL, heap: number): Thread {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: heap } });
  const remote = wrap<WorldWorker>(nodeEndpoint(worker));
  const ended = new Promise<Outcome>((settle) => {
    worker.once("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle({ status: isMemory ? "memory" : "crashed", error: error.message });
    });
    worker.once("exit", (code) => settle({ status: "crashed", error: `Its worker ended with code ${code}.` }));
  });
  return { worker, ended, play: (job, room) => remote.playAtOnce(job, room) };
}

/** An error of a run: the engine says so itself where it could get no memory for an array. */
function failureOf(error: unknown): Outcome {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  const isMemory = name === "RangeError" && /allocation failed|array length|array buffer/i.test(message);
  return { status: isMemory ? "memory" : "failed", error: message };
}

/** @param file the built worker */
export function threadCrew(file: URL, size: number, { limit, room }: CrewOptions): Crew {
  const share = room / size;
  const heap = Math.max(64, Math.min(HEAP, Math.floor(share / MEGABYTE)));
  const idle: (Thread | undefined)[] = Array.from({ length: size }, () => undefined);
  const busy = new Set<Thread>();
  const waiting: ((thread: Thread | undefined) => void)[] = [];
  let isOver = false;

  const playOn = async (thread: Thread, job: WorldJob): Promise<{ outcome: Outcome; isAlive: boolean }> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Outcome>((settle) => {
      const wait = () => settle({ status: "timeout", error: `It took longer than ${limit} s.` });
      timer = setTimeout(wait, Math.min(LONGEST_TIMER, limit * 1000));
    });
    const done = thread.play(job, share).then((result): Outcome => ({ status: "ok", result }), failureOf);
    let isAlive = true;
    const gone = (outcome: Outcome): Outcome => {
      isAlive = false;
      return outcome;
    };
    const outcome = await Promise.race([done, thread.ended.then(gone), late.then(gone)]);
    clearTimeout(timer);
    if (!isAlive) await thread.worker.terminate();
    return { outcome, isAlive };
  };

  return {
    size,
    async play(job) {
      const free = idle.length > 0 ? idle.pop() : await new Promise<Thread | undefined>((take) => waiting.push(take));
      if (isOver) return { status: "crashed", error: "The crew was sent home." };
      const thread = free ?? startThread(file, heap);
      busy.add(thread);
      const { outcome, isAlive } = await playOn(thread, job);
      busy.delete(thread);
      const next = isAlive ? thread : undefined;
      const take = waiting.shift();
      if (take === undefined) idle.push(next);
      else take(next);
      return outcome;
    },
    async end() {
      isOver = true;
      const threads = [...busy, ...idle].filter((thread) => thread !== undefined);
      for (const take of waiting.splice(0)) take(undefined);
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
