import { f64, i16, u32, u8 } from "../kernel/columns.ts";
import type { Offer } from "./dilemma.ts";
import { TERMS } from "./dilemma.ts";
import type { World } from "./world.ts";

/** The last decision of every firm to join or not, with every term, so that a person can ask why; no part of the state. */
export const decisionColumns = {
  month: i16({ unit: "month", doc: "When it was last asked; -1 never.", start: -1 }),
  answer: u8({ unit: "0/1", doc: "Whether it said yes." }),
  stage: u8({ unit: "code", doc: "Stage of the project: pilot 1, strategic 2." }),
  venture: u8({ unit: "row", doc: "What they would do: a row of the world's ventures." }),
  brokered: u8({ unit: "0/1", doc: "Whether a broker asked." }),
  members: u8({ unit: "firms", doc: "Firms at the table." }),
  trust: f64({ unit: "sum of 0..1", doc: "Sum of its trust in the others." }),
  quality: f64({ unit: "multiple", doc: "Expected quality of the project." }),
  guidance: f64({ unit: "0..1", doc: "Guidance z." }),
  dispersion: f64({ unit: "Honduras = 1", doc: "Dispersion." }),
  law: f64({ unit: "0..1", doc: "Rule of law." }),
  lawInside: f64({ unit: "0..1", doc: "Rule of law inside the network." }),
  finding: f64({ unit: "share of sales", doc: "Cost of finding partners." }),
  feeRate: f64({ unit: "share of sales", doc: "Fee." }),
  draw: u32({ unit: "of 2^32", doc: "The draw that decided." }),
  noise: f64({ unit: "share of sales", doc: "Noise theta of the decision." }),
  utility: f64({ unit: "share of sales", doc: "Sum of the terms, U." }),
  benefit: f64({ unit: "share of sales", doc: "Term: benefit it can keep." }),
  contribution: f64({ unit: "share of sales", doc: "Term: contribution." }),
  search: f64({ unit: "share of sales", doc: "Term: finding partners." }),
  bargaining: f64({ unit: "share of sales", doc: "Term: bargaining." }),
  watching: f64({ unit: "share of sales", doc: "Term: watching." }),
  exposure: f64({ unit: "share of sales", doc: "Term: exposure." }),
  fee: f64({ unit: "share of sales", doc: "Term: fee." }),
} as const;

/** Counters for observers since the start; no part of the state. */
export const tallyColumns = {
  "refusals.benefit": f64({ unit: "refusals", doc: "Refusals that the best benefit would most likely have turned." }),
  "refusals.contribution": f64({
    unit: "refusals",
    doc: "Refusals that a free contribution would most likely have turned.",
  }),
  "refusals.search": f64({ unit: "refusals", doc: "Refusals that free search would most likely have turned." }),
  "refusals.bargaining": f64({ unit: "refusals", doc: "Refusals that free bargaining would most likely have turned." }),
  "refusals.watching": f64({ unit: "refusals", doc: "Refusals that free enforcement would most likely have turned." }),
  "refusals.exposure": f64({ unit: "refusals", doc: "Refusals that full protection would most likely have turned." }),
  "refusals.fee": f64({ unit: "refusals", doc: "Refusals that no fee would most likely have turned." }),
  contributions: f64({ unit: "contributions", doc: "Sum of the contributions of all who were asked for one." }),
  contributors: f64({ unit: "members", doc: "How often a member was asked for a contribution." }),
  freeRiders: f64({ unit: "events", doc: "Low contributions that were seen." }),
  fines: f64({ unit: "events", doc: "Fines above 0 that were paid." }),
  finding: f64({ unit: "kUSD", doc: "Spent on finding partners." }),
  bargaining: f64({ unit: "kUSD", doc: "Spent on bargaining." }),
  watching: f64({ unit: "kUSD", doc: "Spent on watching and enforcing." }),
  cases: f64({ unit: "cases", doc: "Cases that service centres have served." }),
  ordered: f64({ unit: "kUSD", doc: "Large orders that groups and suppliers took." }),
  undelivered: f64({ unit: "kUSD", doc: "What of them could not be delivered." }),
  programme: f64({ unit: "kUSD", doc: "Gross cost of the programme." }),
  membership: f64({ unit: "kUSD", doc: "Membership fees paid to the unit." }),
  buyers: f64({ unit: "kUSD", doc: "What lead firms paid of the programme's cost." }),
  fees: f64({ unit: "kUSD", doc: "Fees paid by members." }),
} as const;

/** Remembers a firm's answer, where the run keeps decisions. */
export function remember(
  world: World,
  i: number,
  offer: Offer,
  terms: Float64Array,
  utility: number,
  draw: number,
  answer: boolean,
  brokered: boolean,
): void {
  const { decisions } = world;
  if (decisions === undefined) return;
  decisions.month[i] = world.month;
  decisions.answer[i] = answer ? 1 : 0;
  decisions.stage[i] = offer.stage;
  decisions.venture[i] = offer.venture;
  decisions.brokered[i] = brokered ? 1 : 0;
  decisions.members[i] = offer.members;
  decisions.trust[i] = offer.trust;
  decisions.quality[i] = offer.quality;
  decisions.guidance[i] = offer.guidance;
  decisions.dispersion[i] = offer.dispersion;
  decisions.law[i] = offer.law;
  decisions.lawInside[i] = offer.lawInside;
  decisions.finding[i] = offer.finding;
  decisions.feeRate[i] = offer.fee;
  decisions.draw[i] = draw;
  decisions.noise[i] = world.rules.joining.noise;
  decisions.utility[i] = utility;
  TERMS.forEach((term, at) => (decisions[term][i] = terms[at]));
}
