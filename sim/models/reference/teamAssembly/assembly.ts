import { addRow } from "../../../kernel/columns.ts";
import type { Mechanism } from "../../../kernel/mechanism.ts";
import { indexOf } from "../../../kernel/random.ts";
import type { TeamWorld } from "./world.ts";
import { SOURCE } from "./world.ts";

function isSeated({ tables: { seats } }: TeamWorld, agent: number): boolean {
  for (let seat = 0; seat < seats.count; seat++) if (seats.agent[seat] === agent) return true;
  return false;
}

/** Who has been in a team with an agent and is free, in the order in which they met. */
function freeCollaborators(world: TeamWorld, agent: number): number[] {
  const { links } = world.tables;
  const free: number[] = [];
  for (let link = 0; link < links.count; link++) {
    if (links.one[link] !== agent && links.other[link] !== agent) continue;
    const collaborator = links.one[link] + links.other[link] - agent;
    if (!isSeated(world, collaborator)) free.push(collaborator);
  }
  return free;
}

/** Everyone who was there before this step and is free, in the order in which they came. */
function freeIncumbents(world: TeamWorld, incumbents: number): number[] {
  const free: number[] = [];
  for (let agent = 0; agent < incumbents; agent++) if (!isSeated(world, agent)) free.push(agent);
  return free;
}

/** One team is put together, seat by seat. */
export const assembly: Mechanism<TeamWorld> = {
  id: "assembly",
  title: "Putting a team together",
  claim: "Whether a field is one connected whole hangs on how teams mix newcomers, incumbents and old collaborators.",
  source: SOURCE,
  reads: ["links.one", "links.other"],
  writes: ["agents.came", "agents.active", "seats.agent"],
  params: {},
  step({ world, month, draws }) {
    const { agents, seats } = world.tables;
    const { p, q, m } = world.rules;
    const incumbents = agents.count;
    const experienced = draws("experienced");
    const again = draws("again");
    const whose = draws("whose");
    const which = draws("which");
    const seated: number[] = [];
    seats.count = 0;
    for (let seat = 0; seat < m; seat++) {
      let candidates: number[] = [];
      if (experienced.uniform(seat, 0) < p) {
        if (seated.length > 0 && again.uniform(seat, 0) < q) {
          candidates = freeCollaborators(world, seated[indexOf(whose.uniform(seat, 0), seated.length)]);
        }
        if (candidates.length === 0) candidates = freeIncumbents(world, incumbents);
      }
      let agent: number;
      if (candidates.length > 0) {
        agent = candidates[indexOf(which.uniform(seat, 0), candidates.length)];
        seated.push(agent);
      } else {
        agent = addRow(agents);
        agents.came[agent] = month;
      }
      agents.active[agent] = month;
      const taken = addRow(seats);
      seats.agent[taken] = agent;
    }
  },
};
