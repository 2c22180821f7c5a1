import { complementarity, coordinationCost } from "./dilemma.ts";
import { GENERIC, projectOf } from "./ventures.ts";
import { guidance } from "./brokers.ts";
import { chanceSeen, fineFor, lawFor } from "./enforcement.ts";
import { trustInMembers } from "./members.ts";
import { NO_PROJECT, PLANNING, STRATEGIC_PROJECT } from "./networks.ts";
import { reverseOf } from "./ties.ts";
import type { World } from "./world.ts";

/**
 * NET, the network evaluation tool of the UNIDO programme (Ceglie & Dini 1999, box 24): indicators of how far a network
 * has come against the stages it goes through. This file says what is looked at; `evaluationRules.ts` says what counts
 * as achieved.
 */
export const INDICATORS = [
  "cohesion",
  "organisation",
  "problemAnalysis",
  "strategicPlanning",
  "production",
  "economy",
  "relations",
] as const;
export type Indicator = (typeof INDICATORS)[number];

export const NET_STAGES = ["promotion", "planning", "decision", "pilot", "strategic", "selfManagement"] as const;
export type NetStage = (typeof NET_STAGES)[number];

/**
 * Whether a network has come so far: results of a stage that it has not reached are not achieved. A network without
 * members has reached none; the decision is the last month of planning; later stages must be running now.
 */
export function hasReached(world: World, g: number, stage: NetStage): boolean {
  const { networks, month, rules } = world;
  if (networks.size[g] === 0) return false;
  switch (stage) {
    case "promotion":
    case "planning":
      return true;
    case "decision":
      return networks.phase[g] !== PLANNING || month - networks.founded[g] >= rules.phases.planning - 1;
    case "pilot":
      return networks.project[g] !== NO_PROJECT;
    case "strategic":
      return networks.project[g] === STRATEGIC_PROJECT;
    case "selfManagement":
      return networks.project[g] !== NO_PROJECT && networks.broker[g] < 0;
  }
}

/** Mean over the members of a network that has some. */
export function meanOfMembers(world: World, g: number, of: (i: number) => number): number {
  const { networks, seats } = world;
  let sum = 0;
  for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) sum += of(seats.member[at]);
  return sum / networks.size[g];
}

/** Mean trust of members in each other; 0 where there is only one. */
export function trustInside(world: World, g: number): number {
  const others = world.networks.size[g] - 1;
  return others === 0 ? 0 : meanOfMembers(world, g, (i) => trustInMembers(world, g, i) / others);
}

/** Mean complementarity of all pairs of members; 0 where there is no pair. */
export function meanComplementarity(world: World, g: number): number {
  const { seats, networks } = world;
  const others = networks.size[g] - 1;
  if (others === 0) return 0;
  const start = g * seats.width;
  return meanOfMembers(world, g, (i) => {
    let sum = 0;
    for (let at = start; at <= start + others; at++) {
      if (seats.member[at] !== i) sum += complementarity(world, i, seats.member[at]);
    }
    return sum / others;
  });
}

/** Whether the firm that founded a network is a member. */
export function hasFounder(world: World, g: number): boolean {
  const { networks, firms } = world;
  const isFounder = (i: number) =>
    firms.keyHigh[i] === networks.founderHigh[g] && firms.keyLow[i] === networks.founderLow[g];
  return meanOfMembers(world, g, (i) => +isFounder(i)) > 0;
}

/** Mean chance that a member who gives little is seen. */
export function watchfulness(world: World, g: number): number {
  return meanOfMembers(world, g, (i) => chanceSeen(world, g, lawFor(world, g, i)));
}

/** Share of a strategic contribution that a fine which can be enforced covers, mean of members. */
export function cover(world: World, g: number): number {
  const { cost } = projectOf(world, GENERIC, STRATEGIC_PROJECT);
  return meanOfMembers(world, g, (i) => fineFor(world, g, cost, lawFor(world, g, i)) / cost);
}

/** Mean cost of agreeing, as a share of sales. */
export function costOfAgreeing(world: World, g: number): number {
  const { firms, regions, networks, rules } = world;
  const z = guidance(world, g);
  return meanOfMembers(world, g, (i) =>
    coordinationCost(rules, regions.dispersion[firms.region[i]], networks.size[g], z),
  );
}

/** How many firms outside the network a member knows for which something holds of the tie, mean of members. */
export function outsiders(world: World, g: number, holds: (tie: number) => boolean = () => true): number {
  const { firms, ties } = world;
  return meanOfMembers(world, g, (i) => {
    let count = 0;
    for (let tie = i * ties.width; tie < i * ties.width + firms.degree[i]; tie++) {
      if (firms.network[ties.partner[tie]] !== g && holds(tie)) count += 1;
    }
    return count;
  });
}

/** Evidence about firm i that a partner has, in observations. */
export function evidenceOfPartner(world: World, tie: number): number {
  const back = reverseOf(world, tie);
  return world.ties.evidenceFor[back] + world.ties.evidenceAgainst[back];
}

/** How many of the four stages of the value chain members cover. */
export function stagesCovered(world: World, g: number): number {
  let covered = 0;
  meanOfMembers(world, g, (i) => (covered |= 1 << world.firms.stage[i]));
  return [1, 2, 4, 8].filter((bit) => (covered & bit) !== 0).length;
}
