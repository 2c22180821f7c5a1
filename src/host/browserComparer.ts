import { proxy, wrap } from "comlink";
import type { Comparer, StudyRequest } from "../../sim/contract.ts";
import type { ComparisonServer } from "./comparisonWorker.ts";

/** A comparer in a worker of its own, which starts when it is first asked. */
export function startComparer(): Comparer & {
  readonly died: Promise<Error>;
  prepare(request: StudyRequest | null): void;
  end(): void;
} {
  const worker = new Worker(new URL("./comparisonWorker.ts", import.meta.url), { type: "module", name: "comparison" });
  const remote = wrap<ComparisonServer>(worker);
  const died = new Promise<Error>((report) => {
    worker.addEventListener("error", (event) => report(new Error(event.message || "It could not be loaded.")));
  });
  return {
    source: (scenario) => remote.source(scenario),
    prepare: (request) => void remote.prepare(request),
    compare: (request, listen) => remote.compare(request, proxy(listen)),
    value: (valuation) => remote.value(valuation),
    doubt: (request, listen) => remote.doubt(request, proxy(listen)),
    spread: (request, listen) => remote.spread(request, proxy(listen)),
    stop: () => remote.stop(),
    died,
    end: () => worker.terminate(),
  };
}
