import type { NetView } from "../contract.ts";
import { INDICATORS, NET_STAGES } from "../world/evaluation.ts";
import { cellAt } from "../world/evaluationRules.ts";
import type { World } from "../world/world.ts";
import type { MainMemory } from "./memory.ts";
import { NET_CELLS, NET_RULES, meanScores, netScore, netScores } from "./net.ts";

/** Cells as rows of indicators with a column for each stage. */
function matrix<T>(of: (at: number) => T): T[][] {
  return INDICATORS.map((indicator) => NET_STAGES.map((stage) => of(cellAt(indicator, stage))));
}

const texts = new Map(NET_RULES.map(({ indicator, stage, text }) => [cellAt(indicator, stage), text]));

/** What was kept of a network's earlier evaluations. */
function pastOf({ evaluations, scores }: MainMemory, g: number): NetView["past"] {
  const past: NetView["past"][number][] = [];
  for (let row = 0; row < evaluations.count; row++) {
    if (evaluations.network[row] !== g) continue;
    const cells = Array.from(scores.halves.subarray(row * NET_CELLS, (row + 1) * NET_CELLS), (halves) => halves / 2);
    const indicators = matrix((at) => cells[at]).map((row) => row.reduce((a, b) => a + b, 0) / row.length);
    past.push({ month: evaluations.month[row], score: netScore(cells), indicators });
  }
  return past;
}

/** NET of a network as data for a picture. */
export function netView(world: World, memory: MainMemory, g: number): NetView {
  const cells = netScores(world, memory, g);
  const others = meanScores(world, memory);
  return {
    indicators: INDICATORS,
    stages: NET_STAGES,
    cells: matrix((at) => cells[at]),
    texts: matrix((at) => texts.get(at) ?? ""),
    score: netScore(cells),
    others: others === undefined ? null : matrix((at) => others[at]),
    past: pastOf(memory, g),
  };
}
