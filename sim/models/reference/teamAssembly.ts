import type { Table } from "../../kernel/columns.ts";
import { addRow, f64, table } from "../../kernel/columns.ts";
import type { Measure, Memory } from "../../observe/measure.ts";
import type { Model } from "../model.ts";
import { assembly } from "./teamAssembly/assembly.ts";
import { collaboration } from "./teamAssembly/collaboration.ts";
import { departure } from "./teamAssembly/departure.ts";
import type { TeamWorld } from "./teamAssembly/world.ts";
import { setUp, teamGroup } from "./teamAssembly/world.ts";

/** A look is taken every so many steps; the measure is the mean of the last so many looks. */
const EVERY = 20;
const LOOKS = 150;

const lookColumns = {
  giant: f64({ unit: "share", doc: "Agents in the largest connected part, of all agents." }),
} as const;

interface TeamMemory extends Memory {
  readonly looks: Table<typeof lookColumns>;
}

/** Share of agents in the largest connected part (union-find with path halving). */
function giantShare({ tables: { agents, links } }: TeamWorld): number {
  const parent = Int32Array.from({ length: agents.count }, (_, agent) => agent);
  const size = new Int32Array(agents.count).fill(1);
  const rootOf = (agent: number): number => {
    while (parent[agent] !== agent) agent = parent[agent] = parent[parent[agent]];
    return agent;
  };
  let largest = agents.count > 0 ? 1 : 0;
  for (let link = 0; link < links.count; link++) {
    const one = rootOf(links.one[link]);
    const other = rootOf(links.other[link]);
    if (one === other) continue;
    parent[other] = one;
    size[one] += size[other];
    largest = Math.max(largest, size[one]);
  }
  return largest / Math.max(1, agents.count);
}

const giantComponentShare: Measure<TeamWorld, TeamMemory> = {
  id: "giantComponent.share",
  title: "Largest connected part",
  unit: "share",
  formula: `mean of agents in the largest connected part / agents, every ${EVERY} steps`,
  over: `agents linked by common teams; the last ${LOOKS * EVERY} steps, or all there were`,
  nullWhen: `before step ${EVERY}`,
  value(_, { looks }) {
    const from = Math.max(0, looks.count - LOOKS);
    let sum = 0;
    for (let row = from; row < looks.count; row++) sum += looks.giant[row];
    return looks.count === 0 ? null : sum / (looks.count - from);
  },
};

/** How teams are put together, and whether that makes one connected field: a step is a team. */
export const teamAssembly: Model<TeamWorld, TeamMemory> = {
  id: "team-assembly",
  title: "Putting teams together",
  groups: [teamGroup],
  schedule: [assembly, collaboration, departure],
  setUp,
  remember: () => ({ looks: table("looks", lookColumns, { count: 0, isState: false }) }),
  note({ looks }, world) {
    if (world.month % EVERY !== 0) return;
    const row = addRow(looks);
    looks.giant[row] = giantShare(world);
  },
  measures: [giantComponentShare],
};
