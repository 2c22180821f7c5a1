// First of all: what comes after it finds no way out.
import "../lockDown.ts";
import "./trust.ts";
import { expose } from "comlink";
import { inOrder } from "./inOrder.ts";
import { playerHands, warmPlayers } from "./players.ts";
import { CATALOGUE } from "./shipped.ts";
import type { ReadingListener } from "./studies.ts";
import { Studies } from "./studies.ts";

/**
 * A browser's worker that compares: it lets other workers play and takes what came of their worlds, so that neither
 * playing nor counting ever stands in the page's way.
 */
const studies = new Studies(CATALOGUE, (jobs) => inOrder(jobs, playerHands()));

/** Two short worlds of a scenario, with and without its brokers: what most questions are about. */
const SHORT = { "firms.count": 500, months: 60 };

const served = {
  /** Whoever asks what a comparison starts from will compare soon. */
  source(scenario: string | object) {
    const worlds = [SHORT, { ...SHORT, "brokers.count": 0 }];
    warmPlayers(worlds.map((settings) => ({ scenario, settings, without: [], read: "last", ends: true })));
    return studies.source(scenario);
  },
  compare: (request: Parameters<Studies["compare"]>[0], listen: ReadingListener) => studies.compare(request, listen),
  value: (valuation: Parameters<Studies["value"]>[0]) => studies.value(valuation),
  doubt: (...given: Parameters<Studies["doubt"]>) => studies.doubt(...given),
  spread: (...given: Parameters<Studies["spread"]>) => studies.spread(...given),
  stop: () => studies.stop(),
};

export type ComparisonServer = typeof served;

expose(served, self as never);
