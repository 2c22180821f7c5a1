import { worthToMembers } from "./asking.ts";
import type { Indicator, NetStage } from "./evaluation.ts";
import {
  INDICATORS,
  NET_STAGES,
  costOfAgreeing,
  cover,
  evidenceOfPartner,
  hasFounder,
  hasReached,
  meanComplementarity,
  meanOfMembers,
  outsiders,
  stagesCovered,
  trustInside,
  watchfulness,
} from "./evaluation.ts";
import { NO_PROJECT, PILOT_PROJECT, STRATEGIC_PROJECT } from "./networks.ts";
import type { World } from "./world.ts";

/** One cell of NET: what is asked of a network at a stage, and from which value it is partly or fully achieved. */
export interface NetRule<Past = void> {
  readonly indicator: Indicator;
  readonly stage: NetStage;
  /** The result, in words that the value measures. */
  readonly text: string;
  /** Least value for 0.5, and for 1. */
  readonly partly: number;
  readonly achieved: number;
  value(world: World, g: number, past: Past): number;
}

/** Months that a low contribution is held against a network, and that a meeting counts. */
const SEEN_WINDOW = 6;
const MEETING_WINDOW = 12;
/** Observations from which a firm is said to have heard of another. */
const HEARD = 0.5;

/** Whether a yes is full, and what stands for it in part. */
function yes(full: boolean, part: boolean): number {
  return full ? 1 : part ? 0.5 : 0;
}
const YES = { partly: 0.5, achieved: 1 };

/** What can be told from the state alone; the cells are in no special order. All bounds are assumed. */
export const STATE_RULES: readonly NetRule[] = [
  {
    indicator: "cohesion",
    stage: "promotion",
    text: "Members have come to trust each other (mean trust inside).",
    partly: 0.3,
    achieved: 0.45,
    value: trustInside,
  },
  {
    indicator: "cohesion",
    stage: "planning",
    text: "Members expect the others to do their part (mean belief).",
    partly: 0.4,
    achieved: 0.6,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.belief[i]),
  },
  {
    indicator: "cohesion",
    stage: "decision",
    text: "Enough firms are in it (members over the critical mass of a pilot).",
    partly: 1,
    achieved: 1.5,
    value: ({ networks, rules }, g) => networks.size[g] / rules.joining.criticalMass,
  },
  {
    indicator: "cohesion",
    stage: "pilot",
    text: "Members contribute (mean contribution this month).",
    partly: 0.5,
    achieved: 0.8,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.contribution[i]),
  },
  {
    indicator: "cohesion",
    stage: "strategic",
    text: "Members contribute where more is at stake (mean contribution this month).",
    partly: 0.5,
    achieved: 0.8,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.contribution[i]),
  },
  {
    indicator: "cohesion",
    stage: "selfManagement",
    text: "Members trust each other without a broker's word (mean trust inside).",
    partly: 0.5,
    achieved: 0.7,
    value: trustInside,
  },
  {
    indicator: "organisation",
    stage: "promotion",
    text: "Someone leads: a leader was chosen, or the founder is a member (partly: a broker or a manager stands in).",
    ...YES,
    value: (world, g) => {
      const { broker, leader, manager } = world.networks;
      return yes(leader[g] >= 0 || hasFounder(world, g), broker[g] >= 0 || manager[g] === 1);
    },
  },
  {
    indicator: "organisation",
    stage: "planning",
    text: "It has agreed on rules.",
    ...YES,
    value: ({ networks }, g) => networks.rules[g],
  },
  {
    indicator: "organisation",
    stage: "decision",
    text: "It has a legal form (partly: a common fund).",
    ...YES,
    value: ({ networks }, g) => yes(networks.legal[g] === 1, networks.fund[g] > 0),
  },
  {
    indicator: "organisation",
    stage: "pilot",
    text: `Few free ride (share of members not seen to give little in ${SEEN_WINDOW} months).`,
    partly: 0.75,
    achieved: 0.9,
    value: (world, g) => {
      const { firms, month } = world;
      return 1 - meanOfMembers(world, g, (i) => +(firms.caught[i] >= 0 && month - firms.caught[i] < SEEN_WINDOW));
    },
  },
  {
    indicator: "organisation",
    stage: "strategic",
    text: "It can enforce what it asks (fine that can be enforced over a strategic contribution).",
    partly: 0.5,
    achieved: 1,
    value: cover,
  },
  {
    indicator: "organisation",
    stage: "selfManagement",
    text: "It has learnt to manage itself (autonomy).",
    partly: 0.35,
    achieved: 0.6,
    value: ({ networks }, g) => networks.autonomy[g],
  },
  {
    indicator: "problemAnalysis",
    stage: "promotion",
    text: "Members share a trade, and so its problems (share of members in the network's sector).",
    partly: 0.6,
    achieved: 0.9,
    value: (world, g) => meanOfMembers(world, g, (i) => +(world.firms.sector[i] === world.networks.sector[g])),
  },
  {
    indicator: "problemAnalysis",
    stage: "planning",
    text: "Members know different things (mean complementarity of pairs).",
    partly: 0.5,
    achieved: 0.7,
    value: meanComplementarity,
  },
  {
    indicator: "problemAnalysis",
    stage: "decision",
    text: "Somebody has looked at the firms from outside: a broker or a manager (partly: members with links outside, 5 % of ties).",
    ...YES,
    value: (world, g) => {
      const { networks, firms } = world;
      const linked = meanOfMembers(world, g, (i) => firms.outside[i]) >= 0.05;
      return yes(networks.led[g] === 1 || networks.manager[g] === 1, linked);
    },
  },
  {
    indicator: "problemAnalysis",
    stage: "pilot",
    text: "It notices who gives little (chance of being seen).",
    partly: 0.3,
    achieved: 0.5,
    value: watchfulness,
  },
  {
    indicator: "problemAnalysis",
    stage: "selfManagement",
    text: "It notices by itself who gives little (chance of being seen).",
    partly: 0.3,
    achieved: 0.5,
    value: watchfulness,
  },
  {
    indicator: "strategicPlanning",
    stage: "promotion",
    text: "A pilot looks worth it to the members (mean utility, share of sales).",
    partly: 0,
    achieved: 0.01,
    value: (world, g) => worthToMembers(world, g, PILOT_PROJECT),
  },
  {
    indicator: "strategicPlanning",
    stage: "planning",
    text: "It planned for some months before its first project (partly: it is planning, or began without).",
    ...YES,
    value: ({ networks }, g) => yes(networks.started[g] > networks.founded[g], true),
  },
  {
    indicator: "strategicPlanning",
    stage: "decision",
    text: "It has decided for a project and runs it (partly: it once did).",
    ...YES,
    value: ({ networks }, g) => yes(networks.project[g] !== NO_PROJECT, networks.started[g] >= 0),
  },
  {
    indicator: "strategicPlanning",
    stage: "pilot",
    text: "The pilot has lasted (months, or gone on to a strategic project).",
    partly: 3,
    achieved: 9,
    value: ({ networks, month }, g) =>
      networks.project[g] === STRATEGIC_PROJECT ? Infinity : month - networks.projectSince[g],
  },
  {
    indicator: "strategicPlanning",
    stage: "strategic",
    text: "The strategic project is worth it to the members (mean utility, share of sales).",
    partly: 0,
    achieved: 0.02,
    value: (world, g) => worthToMembers(world, g, STRATEGIC_PROJECT),
  },
  {
    indicator: "strategicPlanning",
    stage: "selfManagement",
    text: "It runs a strategic project without a broker (partly: a pilot).",
    ...YES,
    value: ({ networks }, g) => yes(networks.project[g] === STRATEGIC_PROJECT, true),
  },
  {
    indicator: "production",
    stage: "promotion",
    text: "Members are open to learning (mean openness).",
    partly: 0.4,
    achieved: 0.6,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.openness[i]),
  },
  {
    indicator: "production",
    stage: "planning",
    text: "Members cover the value chain (stages out of four).",
    partly: 2,
    achieved: 3,
    value: stagesCovered,
  },
  {
    indicator: "production",
    stage: "decision",
    text: "What members make is good enough to be sold together (mean quality).",
    partly: 0.35,
    achieved: 0.5,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.quality[i]),
  },
  ...(
    [
      ["pilot", "Members produce more than alone", 0.01, 0.05],
      ["strategic", "Members work in another way and produce much more than alone", 0.08, 0.15],
      ["selfManagement", "Members keep what they have gained, without a broker", 0.05, 0.15],
    ] as const
  ).map(([stage, what, partly, achieved]): NetRule => ({
    indicator: "production",
    stage,
    text: `${what} (mean gain in log productivity).`,
    partly,
    achieved,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.productivity[i] - world.firms.baseProductivity[i]),
  })),
  {
    indicator: "economy",
    stage: "planning",
    text: "Agreeing costs members little (1 less its mean cost as a share of sales).",
    partly: 0.98,
    achieved: 0.99,
    value: (world, g) => 1 - costOfAgreeing(world, g),
  },
  {
    indicator: "economy",
    stage: "decision",
    text: "The project is as good as was expected (quality over promise).",
    partly: 0.7,
    achieved: 1,
    value: ({ networks }, g) => (networks.started[g] < 0 ? 0 : networks.quality[g] / networks.promise[g]),
  },
  {
    indicator: "economy",
    stage: "pilot",
    text: "Membership pays (mean smoothed net benefit, share of sales).",
    partly: 0,
    achieved: 0.01,
    value: (world, g) => meanOfMembers(world, g, (i) => world.firms.smoothed[i]),
  },
  {
    indicator: "relations",
    stage: "promotion",
    text: "Members know firms outside the network (mean number).",
    partly: 2,
    achieved: 4,
    value: (world, g) => outsiders(world, g),
  },
  {
    indicator: "relations",
    stage: "planning",
    text: `Firms outside have heard of its members (mean number with at least ${HEARD} observations).`,
    partly: 0.5,
    achieved: 1,
    value: (world, g) => outsiders(world, g, (tie) => evidenceOfPartner(world, tie) >= HEARD),
  },
  {
    indicator: "relations",
    stage: "decision",
    text: "It can sign for itself: it has a legal form (partly: a broker speaks for it).",
    ...YES,
    value: ({ networks }, g) => yes(networks.legal[g] === 1, networks.broker[g] >= 0),
  },
  {
    indicator: "relations",
    stage: "pilot",
    text: `Members met firms outside (mean number in ${MEETING_WINDOW} months).`,
    partly: 1,
    achieved: 2,
    value: (world, g) => outsiders(world, g, (tie) => world.month - world.ties.met[tie] < MEETING_WINDOW),
  },
  {
    indicator: "relations",
    stage: "strategic",
    text: "Members sell abroad or to a large buyer (share of members).",
    partly: 0.1,
    achieved: 0.3,
    value: (world, g) => {
      const { firms, networks } = world;
      if (networks.buyer[g] >= 0) return 1;
      return meanOfMembers(world, g, (i) => +(firms.exportStage[i] > 0 || firms.buyer[i] >= 0));
    },
  },
  {
    indicator: "relations",
    stage: "selfManagement",
    text: "It wins members without a broker (number that joined since it stands alone).",
    partly: 1,
    achieved: 2,
    value: (world, g) => {
      const { networks, firms } = world;
      const alone = Math.max(networks.founded[g], networks.brokerLeft[g]);
      return networks.size[g] * meanOfMembers(world, g, (i) => +(firms.joined[i] > alone));
    },
  },
];

/** Place of a cell in a row of scores: indicator by indicator, stage by stage. */
export function cellAt(indicator: Indicator, stage: NetStage): number {
  return INDICATORS.indexOf(indicator) * NET_STAGES.length + NET_STAGES.indexOf(stage);
}

/** Scores of a network by some rules: achieved 1, partly 0.5, not 0; cells without a rule stay as they are. */
export function score<Past>(
  rules: readonly NetRule<Past>[],
  world: World,
  g: number,
  past: Past,
  cells: Float64Array,
): Float64Array {
  for (const rule of rules) {
    const value = hasReached(world, g, rule.stage) ? rule.value(world, g, past) : -Infinity;
    cells[cellAt(rule.indicator, rule.stage)] = yes(value >= rule.achieved, value >= rule.partly);
  }
  return cells;
}
