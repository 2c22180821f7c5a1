import { releaseProxy, wrap } from "comlink";
import type { Engine, Opened, Preview, Reply } from "../../sim/contract.ts";

/** How often a sign of life is asked for, ms. */
const PULSE = 1000;
/** Pulses without an answer after which the worker is given up; making a large world takes longer than a month of it. */
const PATIENCE = 10;
const PATIENCE_WHILE_OPENING = 120;

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
  /** What rejects the calls that wait for an answer. */
  const waiting = new Set<(reason: Error) => void>();
  let isOver = false;
  let reportDeath: (reason: Error) => void = () => undefined;
  const died = new Promise<Error>((report) => (reportDeath = report));

  const end = (reason: Error): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(pulse);
    worker.terminate();
    for (const reject of waiting) reject(reason);
    reportDeath(reason);
  };
  worker.addEventListener("error", (event) => end(new Error(event.message || "The engine could not be loaded.")));
  worker.addEventListener("messageerror", () => end(new Error("The engine sent something unreadable.")));

  // Pulses are counted, not seconds: a tab that was hidden or frozen has had none, and comes back to a living engine.
  let opening = 0;
  let unanswered = 0;
  let isAsked = false;
  const pulse = setInterval(() => {
    if (isAsked) {
      unanswered += 1;
      if (unanswered >= (opening > 0 ? PATIENCE_WHILE_OPENING : PATIENCE))
        end(new Error("The engine does not answer."));
      return;
    }
    isAsked = true;
    void remote.ping().then(() => {
      isAsked = false;
      unanswered = 0;
    });
  }, PULSE);

  const call = <T>(ask: () => Promise<T>): Promise<T> => {
    if (isOver) return Promise.reject(new Error("The engine has stopped."));
    return new Promise<T>((resolve, reject) => {
      waiting.add(reject);
      void ask()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  };

  const engine: Engine = {
    describe: () => call(() => remote.describe()),
    open: (request) => {
      opening += 1;
      return call(() => remote.open(request) as Promise<Reply<Opened>>).finally(() => (opening -= 1));
    },
    frame: (month) => call(() => remote.frame(month)),
    story: (month) => call(() => remote.story(month)),
    union: () => call(() => remote.union()),
    series: (month) => call(() => remote.series(month)),
    firm: (firm, month) => call(() => remote.firm(firm, month)),
    network: (row, month) => call(() => remote.network(row, month)),
    broker: (broker, month) => call(() => remote.broker(broker, month)),
    watch: (ids) => call(() => remote.watch(ids)),
    file: (kind, month) => call(() => remote.file(kind, month)),
    preview: (scenario) => call(() => remote.preview(scenario) as Promise<Reply<Preview>>),
    document: (name) => call(() => remote.document(name) as Promise<object | undefined>),
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
