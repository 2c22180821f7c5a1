import { proxy, transfer, wrap } from "comlink";
import type { Experimenter } from "../../sim/contract.ts";

/** An experimenter in a worker of its own, which starts when it is first asked. */
export function startExperimenter(): Experimenter & { readonly died: Promise<Error>; end(): void } {
  const worker = new Worker(new URL("./experimentWorker.ts", import.meta.url), { type: "module", name: "experiment" });
  const remote = wrap<Experimenter>(worker);
  const died = new Promise<Error>((report) => {
    worker.addEventListener("error", (event) => report(new Error(event.message || "It could not be loaded.")));
  });
  return {
    open: (text) => remote.open(text),
    play: (most, listen) => remote.play(most, proxy(listen)),
    read: (file) => remote.read(typeof file === "string" ? file : transfer(file, [file])),
    world: (table, row) => remote.world(table, row),
    stop: () => remote.stop(),
    died,
    end: () => worker.terminate(),
  };
}
