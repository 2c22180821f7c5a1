import { addRow } from "../kernel/columns.ts";
import type { Indicator, NetStage } from "../world/evaluation.ts";
import { INDICATORS, NET_STAGES, meanOfMembers } from "../world/evaluation.ts";
import type { NetRule } from "../world/evaluationRules.ts";
import { STATE_RULES, score } from "../world/evaluationRules.ts";
import { isRunning } from "../world/networks.ts";
import type { World } from "../world/world.ts";
import type { MainMeasure, MainMemory } from "./memory.ts";

/**
 * NET, the network evaluation tool: seven indicators against six stages, each cell achieved 1, partly 0.5, not 0 (after
 * Ceglie & Dini 1999, box 24, which tells of the matrix and not of its cells: the rules and their bounds are assumed).
 */
export const NET_CELLS = INDICATORS.length * NET_STAGES.length;

/** Months between two evaluations that are kept. */
export const NET_EVERY = 6;

/** Change of a sum over present members since each of them joined, as a share. */
function changeSinceJoining(world: World, memory: MainMemory, g: number, column: "sales" | "assets"): number {
  const then = meanOfMembers(world, g, (i) => memory.joined[column][i]);
  return meanOfMembers(world, g, (i) => world.firms[column][i]) / then - 1;
}

/** Rules that look back to the month in which members joined. All bounds are assumed. */
const PAST_RULES: readonly NetRule<MainMemory>[] = [
  {
    indicator: "problemAnalysis",
    stage: "strategic",
    text: "Members know more of their trade than when they joined (mean gain in knowledge).",
    partly: 0.02,
    achieved: 0.1,
    value: (world, g, { joined }) => meanOfMembers(world, g, (i) => world.firms.knowledge[i] - joined.knowledge[i]),
  },
  {
    indicator: "economy",
    stage: "promotion",
    text: "Members' sales hold up (change since they joined).",
    partly: -0.1,
    achieved: 0,
    value: (world, g, memory) => changeSinceJoining(world, memory, g, "sales"),
  },
  {
    indicator: "economy",
    stage: "strategic",
    text: "Members sell more (change since they joined).",
    partly: 0.05,
    achieved: 0.2,
    value: (world, g, memory) => changeSinceJoining(world, memory, g, "sales"),
  },
  {
    indicator: "economy",
    stage: "selfManagement",
    text: "Members own more (change of fixed assets since they joined).",
    partly: 0.02,
    achieved: 0.1,
    value: (world, g, memory) => changeSinceJoining(world, memory, g, "assets"),
  },
];

/** The rule of every cell. */
export const NET_RULES: readonly Omit<NetRule, "value">[] = [...STATE_RULES, ...PAST_RULES];

/** A network's scores, indicator by indicator and stage by stage; all 0 where it has no members. */
export function netScores(world: World, memory: MainMemory, g: number): Float64Array {
  const cells = score(STATE_RULES, world, g, undefined, new Float64Array(NET_CELLS));
  return score(PAST_RULES, world, g, memory, cells);
}

/** Mean of all cells. */
export function netScore(cells: ArrayLike<number>): number {
  return Array.from(cells).reduce((sum, cell) => sum + cell, 0) / NET_CELLS;
}

/** Mean scores, cell by cell, of the networks that run; undefined where none does. */
export function meanScores(world: World, memory: MainMemory): Float64Array | undefined {
  const sum = new Float64Array(NET_CELLS);
  let running = 0;
  for (let g = 0; g < world.networks.count; g++) {
    if (!isRunning(world, g)) continue;
    netScores(world, memory, g).forEach((cell, at) => (sum[at] += cell));
    running += 1;
  }
  return running === 0 ? undefined : sum.map((cell) => cell / running);
}

/**
 * Keeps this month's scores of all networks that have members, where it is time for it. Like the chronicle, only where
 * the run keeps decisions: no measure needs what was scored before.
 */
export function noteNet(world: World, memory: MainMemory): void {
  if (world.journal === undefined || world.month % NET_EVERY !== 0) return;
  const { evaluations, scores } = memory;
  for (let g = 0; g < world.networks.count; g++) {
    if (world.networks.size[g] === 0) continue;
    const row = addRow(evaluations);
    addRow(scores);
    evaluations.network[row] = g;
    evaluations.month[row] = world.month;
    netScores(world, memory, g).forEach((cell, at) => (scores.halves[row * NET_CELLS + at] = 2 * cell));
  }
}

/** One cell of one evaluation, for tables. */
export interface NetRow {
  readonly network: number;
  readonly month: number;
  readonly indicator: Indicator;
  readonly stage: NetStage;
  readonly score: number;
}

/** Every evaluation that was kept, cell by cell, in the order of time. */
export function* netRows({ evaluations, scores }: MainMemory): Generator<NetRow> {
  for (let row = 0; row < evaluations.count; row++) {
    const network = evaluations.network[row];
    const month = evaluations.month[row];
    for (let at = 0; at < NET_CELLS; at++) {
      const indicator = INDICATORS[Math.floor(at / NET_STAGES.length)];
      const stage = NET_STAGES[at % NET_STAGES.length];
      yield { network, month, indicator, stage, score: scores.halves[row * NET_CELLS + at] / 2 };
    }
  }
}

export const netMeasures: readonly MainMeasure[] = [
  {
    id: "net.score.mean",
    title: "Development of networks (NET)",
    unit: "0..1",
    formula: `mean over networks of the mean of ${NET_CELLS} cells, ${INDICATORS.length} indicators by ${NET_STAGES.length} stages, each achieved 1, partly 0.5, not 0; 0 where no network runs`,
    over: "networks that run a project, this month",
    nullWhen: "never",
    value: (world, memory) => netScore(meanScores(world, memory) ?? []),
  },
];
