import { expose, releaseProxy, wrap } from "comlink";
import type { Remote } from "comlink";
import type { Runner } from "../../sim/index.ts";
import { inOrder } from "./inOrder.ts";
import type { Player } from "./playerWorker.ts";
import { CATALOGUE } from "./shipped.ts";
import type { ReadingListener } from "./studies.ts";
import { Studies } from "./studies.ts";

/**
 * A browser's worker that compares: it lets other workers play and takes what came of their worlds, so that neither
 * playing nor counting ever stands in the page's way. The players stay, for a worker that has played is faster.
 */
const MOST = 8;

/** All cores but one, which draws; two at least, for a page that waits does not draw much. */
function usualPlayers(): number {
  return Math.max(2, Math.min(MOST, (navigator.hardwareConcurrency || 2) - 1));
}

let players: { readonly remote: Remote<Player>; readonly died: Promise<never> }[] = [];

function startPlayer(): (typeof players)[number] {
  const worker = new Worker(new URL("./playerWorker.ts", import.meta.url), { type: "module", name: "player" });
  const remote = wrap<Player>(worker);
  const died = new Promise<never>((_, fail) => {
    worker.addEventListener("error", (event) => {
      players = players.filter((each) => each.remote !== remote);
      remote[releaseProxy]();
      fail(new Error(event.message || "A worker could not be loaded."));
    });
  });
  died.catch(() => undefined);
  return { remote, died };
}

const run: Runner = (jobs) => {
  while (players.length < usualPlayers()) players.push(startPlayer());
  return inOrder(
    jobs,
    players.map(({ remote, died }) => ({ play: (job) => Promise.race([remote.play(job), died]) })),
  );
};

const studies = new Studies(CATALOGUE, run);

const served = {
  source: (scenario: string | object) => studies.source(scenario),
  compare: (request: Parameters<Studies["compare"]>[0], listen: ReadingListener) => studies.compare(request, listen),
  value: (valuation: Parameters<Studies["value"]>[0]) => studies.value(valuation),
  doubt: (...given: Parameters<Studies["doubt"]>) => studies.doubt(...given),
  stop: () => studies.stop(),
};

export type ComparisonServer = typeof served;

expose(served, self as never);
