import { wrap } from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Runner } from "../../sim/index.ts";
import type { Hand } from "./inOrder.ts";
import { Hands, inOrder } from "./inOrder.ts";
import type { MonthListener } from "./jobs.ts";
import type { WorkerOptions, WorldWorker } from "./nodeWorker.ts";

/** Workers where none are asked for: one core is left to the rest of the machine. */
export function usualWorkers(): number {
  return Math.max(1, availableParallelism() - 1);
}

function startWorker(file: URL, onMonth: MonthListener | undefined): { hand: Hand; worker: Worker } {
  const worker = new Worker(file, { workerData: { tellsMonths: onMonth !== undefined } satisfies WorkerOptions });
  const remote = wrap<WorldWorker>(nodeEndpoint(worker));
  worker.on("message", (message: unknown) => {
    if (typeof message === "number") onMonth?.(message);
  });
  const died = new Promise<never>((_, fail) => {
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`A worker ended early with code ${code}.`)));
  });
  died.catch(() => undefined);
  return { worker, hand: { play: (job) => Promise.race([remote.play(job), died]) } };
}

/**
 * Plays jobs on worker threads, which end with the last job. The results are the same bytes as those of `runHere`.
 *
 * @param file the built worker
 */
export function runInPool(file: URL, workers: number, onMonth?: MonthListener): Runner {
  return async function* (jobs) {
    const started = Array.from({ length: workers }, () => startWorker(file, onMonth));
    try {
      yield* inOrder(jobs, new Hands(started.map(({ hand }) => hand)));
    } finally {
      await Promise.all(started.map(({ worker }) => worker.terminate()));
    }
  };
}
