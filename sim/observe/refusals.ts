import type { Term } from "../world/dilemma.ts";
import { TERMS } from "../world/dilemma.ts";
import type { MainMeasure } from "./memory.ts";

/** The census of refusals: of all firms that said no, how many for which cost or fear. */

const REMEDY: Readonly<Record<Term, { title: string; best: string }>> = {
  benefit: { title: "Refusals for too little benefit", best: "the best benefit" },
  contribution: { title: "Refusals for the contribution", best: "no contribution" },
  search: { title: "Refusals for the cost of finding", best: "free search" },
  bargaining: { title: "Refusals for the cost of bargaining", best: "free bargaining" },
  watching: { title: "Refusals for the cost of watching", best: "free enforcement" },
  exposure: { title: "Refusals for exposure", best: "full protection" },
  fee: { title: "Refusals for the fee", best: "no fee" },
};

export const refusalMeasures: readonly MainMeasure[] = TERMS.map((term) => ({
  id: `refusals.share.${term}`,
  title: REMEDY[term].title,
  unit: "share",
  formula: `refusals that ${REMEDY[term].best} would most likely have turned, over all refusals to join`,
  over: "all refusals to join since month 0",
  nullWhen: "nobody refused",
  value({ tally }) {
    let all = 0;
    for (const other of TERMS) all += tally[`refusals.${other}`][0];
    return all === 0 ? null : tally[`refusals.${term}`][0] / all;
  },
}));
