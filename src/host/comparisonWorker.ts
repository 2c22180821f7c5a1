// First of all: what comes after it finds no way out.
import "../lockDown.ts";
import "./trust.ts";
import { expose } from "comlink";
import type { StudyRequest, Valuation } from "../../sim/contract.ts";
import { Ahead } from "./ahead.ts";
import { playerHands } from "./players.ts";
import { CATALOGUE } from "./shipped.ts";
import type { ReadingListener } from "./studies.ts";
import { Studies } from "./studies.ts";

/**
 * A browser's worker that compares: it lets other workers play and takes what came of their worlds, so that neither
 * playing nor counting ever stands in the page's way.
 */
const ahead = new Ahead(playerHands);
const studies = new Studies(CATALOGUE, ahead.run);

const served = {
  source: (scenario: string | object) => studies.source(scenario),
  /** Plays the first worlds of what will probably be asked; null where nothing will. */
  prepare(request: StudyRequest | null) {
    ahead.prepare(request === null ? [] : studies.first(request));
  },
  compare(request: StudyRequest, listen: ReadingListener) {
    ahead.keep(studies.first(request));
    return studies.compare(request, listen);
  },
  value: (valuation: Valuation) => studies.value(valuation),
  doubt(...given: Parameters<Studies["doubt"]>) {
    ahead.keep([]);
    return studies.doubt(...given);
  },
  spread(...given: Parameters<Studies["spread"]>) {
    ahead.keep([]);
    return studies.spread(...given);
  },
  stop: () => studies.stop(),
};

export type ComparisonServer = typeof served;

expose(served, self as never);
