import { releaseProxy, wrap } from "comlink";
import type { Remote } from "comlink";
import type { StoppableHand } from "./ahead.ts";
import type { Player } from "./playerWorker.ts";

/** Workers of a browser that play worlds for another worker. They stay, for one that has played is faster. */
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

/** All players, started where they are not there yet. */
export function playerHands(): StoppableHand[] {
  while (players.length < usualPlayers()) players.push(startPlayer());
  return players.map(({ remote, died }) => ({
    play: (job) => Promise.race([remote.play(job), died]),
    stop: () => void remote.stop(),
  }));
}
