import { releaseProxy, wrap } from "comlink";
import type { Engine, Opened, Reply } from "../../sim/contract.ts";

/** How often a sign of life is asked for while something is awaited, and how long it may take, ms. */
const PULSE = 1000;
const PATIENCE = 8000;

/** An engine in a worker of its own, and the end of it. */
export interface WorkerEngine {
  readonly engine: Engine;
  /** Resolves with the reason when the worker has died. */
  readonly died: Promise<Error>;
  /** Ends the worker. */
  stop(): void;
}

/**
 * Starts the engine off the main thread. A worker that throws, is killed or hangs is noticed: every call that waits for
 * it is rejected, and `died` says why. The page then starts another.
 */
export function startEngine(): WorkerEngine {
  const worker = new Worker(new URL("./engineWorker.ts", import.meta.url), { type: "module", name: "engine" });
  const remote = wrap<Engine>(worker);
  let waiting = 0;
  let pulse: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let reportDeath: (reason: Error) => void = () => undefined;
  const died = new Promise<Error>((report) => (reportDeath = report));

  const end = (reason: Error): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(pulse);
    worker.terminate();
    reportDeath(reason);
  };
  worker.addEventListener("error", (event) => end(new Error(event.message || "The engine could not be loaded.")));
  worker.addEventListener("messageerror", () => end(new Error("The engine sent something unreadable.")));

  /** While anything is awaited: ask for a sign of life, and give up where none comes. */
  const listen = (): void => {
    clearTimeout(pulse);
    if (waiting === 0 || isOver) return;
    pulse = setTimeout(() => {
      const silence = setTimeout(() => end(new Error("The engine does not answer.")), PATIENCE);
      void remote.ping().then(() => {
        clearTimeout(silence);
        listen();
      });
    }, PULSE);
  };

  const call = <T>(ask: () => Promise<T>): Promise<T> => {
    if (isOver) return Promise.reject(new Error("The engine has stopped."));
    waiting += 1;
    if (waiting === 1) listen();
    const death = died.then((reason) => Promise.reject(reason));
    return Promise.race([ask(), death]).finally(() => {
      waiting -= 1;
      listen();
    });
  };

  const engine: Engine = {
    describe: () => call(() => remote.describe()),
    open: (request) => call(() => remote.open(request) as Promise<Reply<Opened>>),
    frame: (month) => call(() => remote.frame(month)),
    story: (month) => call(() => remote.story(month)),
    union: () => call(() => remote.union()),
    series: (month) => call(() => remote.series(month)),
    firm: (firm, month) => call(() => remote.firm(firm, month)),
    network: (row, month) => call(() => remote.network(row, month)),
    hash: (month) => call(() => remote.hash(month)),
    ping: () => call(() => remote.ping()),
  };
  return {
    engine,
    died,
    stop: () => {
      remote[releaseProxy]();
      end(new Error("The engine was stopped."));
    },
  };
}
