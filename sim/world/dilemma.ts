import { exp } from "../kernel/math.ts";
import type { Rules } from "./rules.ts";
import { tieTo } from "./ties.ts";
import type { Project } from "./ventures.ts";
import { projectOf } from "./ventures.ts";
import type { World } from "./world.ts";

/**
 * The dilemma itself, as equations that several mechanisms share: what a joint project gives, what it costs, and how
 * far a firm trusts. Amounts are shares of the firm's monthly sales.
 */

/** B_P(x): benefit with x contributors; S-shaped, with a critical mass and saturation. */
export function benefitOf(project: Project, contributors: number): number {
  const share = contributors / project.criticalMass;
  return project.benefit * (1 - exp(-share * share));
}

/** What bargaining with the others costs: grows with their number and with distance, falls with guidance z. */
export function coordinationCost(rules: Rules, dispersion: number, members: number, z: number): number {
  return rules.joining.coordination * dispersion * (members - 1) * (1 - rules.joining.relief * z);
}

/** l_g: the rule of law inside a network. */
export function lawInside(rules: Rules, law: number, led: boolean, legal: boolean): number {
  return Math.min(1, law + (led ? rules.joining.brokerLaw : 0) + (legal ? rules.joining.legalForm : 0));
}

/** T_i0: how far firm i trusts a stranger. */
export function trustInStrangers(world: World, i: number): number {
  const { firms, regions, rules } = world;
  const prior = rules.trust.prior;
  return (
    (prior * regions.trust[firms.region[i]] + firms.strangersFor[i]) /
    (prior + firms.strangersFor[i] + firms.strangersAgainst[i])
  );
}

/** Klos & Nooteboom 2001: trust after `periods` of unbroken relation, from a base, with habit f. */
export function habitualTrust(base: number, habit: number, periods: number): number {
  return periods <= 0 ? base : base + (1 - base) * (1 - 1 / (habit * periods + 1 - habit));
}

/** Josang & Ismail 2002: trust after evidence for and against, where trust in strangers weighs as much as `weight` of it. */
function evidencedTrust(weight: number, stranger: number, good: number, bad: number): number {
  return (weight * stranger + good) / (weight + good + bad);
}

/** Trust in a known partner, given the trust in strangers. */
export function trustOnTie(world: World, tie: number, stranger: number): number {
  const { ties, rules } = world;
  if (rules.trust.rule === "klosNooteboom") return habitualTrust(stranger, rules.trust.habit, ties.worked[tie]);
  return evidencedTrust(rules.trust.stranger, stranger, ties.evidenceFor[tie], ties.evidenceAgainst[tie]);
}

/** Mean trust of firm i in those it knows; in strangers where it knows nobody. */
export function trustInKnown(world: World, i: number, stranger: number): number {
  const { firms, ties, rules } = world;
  const { evidenceFor, evidenceAgainst } = ties;
  const { rule, stranger: weight } = rules.trust;
  const start = i * ties.width;
  const end = start + firms.degree[i];
  let sum = 0;
  if (rule === "klosNooteboom") for (let tie = start; tie < end; tie++) sum += trustOnTie(world, tie, stranger);
  else {
    for (let tie = start; tie < end; tie++) {
      sum += evidencedTrust(weight, stranger, evidenceFor[tie], evidenceAgainst[tie]);
    }
  }
  return end > start ? sum / (end - start) : stranger;
}

/** T_ij: how far firm i trusts firm j, known or not. */
export function trustIn(world: World, i: number, j: number, stranger = trustInStrangers(world, i)): number {
  const tie = tieTo(world, i, j);
  return tie < 0 ? stranger : trustOnTie(world, tie, stranger);
}

/** G: complementarity of two firms; nothing to learn when too close, no understanding when too far. */
export function complementarity(world: World, i: number, j: number): number {
  const gap = Math.abs(world.firms.position[i] - world.firms.position[j]);
  return 4 * gap * (1 - gap);
}

/** Mean complementarity of two firms drawn at random. */
const AVERAGE_COMPLEMENTARITY = 2 / 3;

/** Factor by which the complementarity of those invited scales the quality of a project. */
export function complementarityFactor(mean: number): number {
  return (0.5 + mean) / (0.5 + AVERAGE_COMPLEMENTARITY);
}

/** The terms of a decision to join, in the order in which they are summed. */
export const TERMS = ["benefit", "contribution", "search", "bargaining", "watching", "exposure", "fee"] as const;
export type Term = (typeof TERMS)[number];

/** What a firm knows when it is asked to join. */
export interface Offer {
  /** Stage of the project: pilot 1, strategic 2. */
  stage: number;
  /** What they would do: a row of the world's ventures. */
  venture: number;
  /** Firms at the table, the firm itself among them. */
  members: number;
  /** Sum of its trust in the others. */
  trust: number;
  /** Expected quality of the project. */
  quality: number;
  /** Guidance z. */
  guidance: number;
  dispersion: number;
  law: number;
  /** Rule of law inside the network. */
  lawInside: number;
  /** Cost of finding and forging the relation, before it is written off; 0 if a broker invites. */
  finding: number;
  /** Fee as a share of sales. */
  fee: number;
}

/** Months over which the cost of finding a partner is written off. */
const WRITE_OFF = 24;

/**
 * U_i: what joining is worth to a firm, as a share of its monthly sales, and its terms (costs are negative).
 * @param terms receives the seven terms, in the order of TERMS
 */
export function weigh(world: Pick<World, "rules" | "ventures">, offer: Offer, terms: Float64Array): number {
  const { rules } = world;
  const project = projectOf(world, offer.venture, offer.stage);
  const others = offer.members - 1;
  const meanTrust = others > 0 ? offer.trust / others : 0;
  const benefit = benefitOf(project, 1 + offer.trust);
  terms[0] = offer.quality * benefit * (1 - project.leak);
  terms[1] = -project.cost;
  terms[2] = -offer.finding / WRITE_OFF;
  terms[3] = -coordinationCost(rules, offer.dispersion, offer.members, offer.guidance);
  terms[4] = -rules.joining.watching * (1 - offer.law);
  terms[5] = -rules.joining.exposure * (1 - offer.lawInside) * (1 - meanTrust) * project.stake;
  terms[6] = -offer.fee;
  return terms[0] + terms[1] + terms[2] + terms[3] + terms[4] + terms[5] + terms[6];
}
