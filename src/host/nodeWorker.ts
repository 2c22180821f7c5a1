import { expose, transfer } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { parentPort, workerData } from "node:worker_threads";
import type { WorldJob, WorldResult } from "../../sim/index.ts";
import { play } from "../../sim/index.ts";
import { playHere } from "./jobs.ts";
import { CATALOGUE } from "./shipped.ts";
import { buffersOf } from "./worldBuffers.ts";

/** A worker thread of Node: plays the worlds it is given. */
if (parentPort === null) throw new Error("This file runs as a worker thread.");
const port = parentPort;

/** What a thread is started with, where it is started with anything. */
export interface WorkerOptions {
  /** Whether somebody wants to hear of each month. */
  readonly tellsMonths: boolean;
}

const { tellsMonths } = (workerData ?? { tellsMonths: false }) as WorkerOptions;
// A plain number is no message of comlink's; the pool takes it for the month that has been played.
const tell = tellsMonths ? (month: number) => port.postMessage(month) : undefined;

const served = {
  /** Plays without a pause and without telling the months. @param room bytes that the world may take */
  playAtOnce(job: WorldJob, room: number): WorldResult {
    const playing = play(job, CATALOGUE, { room });
    for (;;) {
      const step = playing.next();
      if (step.done) return step.value;
    }
  },
  async play(job: WorldJob): Promise<WorldResult> {
    const result = await playHere(job, CATALOGUE, tell);
    return transfer(result, buffersOf(result));
  },
};

export type WorldWorker = typeof served;

expose(served, nodeEndpoint(port));
