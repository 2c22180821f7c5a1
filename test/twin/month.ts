import type { Twin } from "./beings.ts";
import * as fate from "./fate.ts";
import * as gather from "./gather.ts";
import * as work from "./work.ts";

/** The mechanisms of section 3 in their order, by the names they have there. */
export const ORDER: Readonly<Record<string, (twin: Twin) => void>> = {
  entry: gather.entry,
  demand: gather.demand,
  encounters: gather.encounters,
  search: gather.search,
  brokers: gather.brokers,
  fees: gather.fees,
  joining: gather.joining,
  recruiting: gather.recruiting,
  agreements: work.agreements,
  legalStatus: work.legalStatus,
  contribution: work.contribution,
  sanctions: work.sanctions,
  projectResults: work.projectResults,
  trust: work.trusting,
  reputation: work.reputation,
  beliefs: work.beliefs,
  knowledge: work.knowledge,
  autonomy: work.autonomy,
  phases: fate.phases,
  expulsion: fate.expulsion,
  leaving: fate.leaving,
  dormancy: fate.dormancy,
  dissolution: fate.dissolution,
  assistance: fate.assistance,
  agglomeration: fate.agglomeration,
  performance: fate.performance,
  exit: fate.exit,
};

/** Plays one month. */
export function playMonth(twin: Twin): void {
  twin.month += 1;
  for (const step of Object.values(ORDER)) step(twin);
}
