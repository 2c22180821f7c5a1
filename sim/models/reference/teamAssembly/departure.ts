import type { Mechanism } from "../../../kernel/mechanism.ts";
import type { TeamWorld } from "./world.ts";
import { SOURCE } from "./world.ts";

const GONE = -1;

/** Who has been in no team for long leaves, and its links with it; the others close up in their order. */
export const departure: Mechanism<TeamWorld> = {
  id: "departure",
  title: "Leaving",
  claim: "Agents without work leave the field, and what they linked falls apart.",
  source: SOURCE,
  reads: [],
  writes: ["agents.came", "agents.active", "links.one", "links.other", "seats.agent"],
  params: {},
  step({ world, month }) {
    const { agents, links, seats } = world.tables;
    const rowNow = new Int32Array(agents.count);
    let staying = 0;
    for (let agent = 0; agent < agents.count; agent++) {
      const leaves = month - agents.active[agent] >= world.rules.idle;
      rowNow[agent] = leaves ? GONE : staying;
      if (leaves) continue;
      agents.came[staying] = agents.came[agent];
      agents.active[staying] = agents.active[agent];
      staying++;
    }
    agents.count = staying;
    let kept = 0;
    for (let link = 0; link < links.count; link++) {
      const one = rowNow[links.one[link]];
      const other = rowNow[links.other[link]];
      if (one === GONE || other === GONE) continue;
      links.one[kept] = one;
      links.other[kept] = other;
      kept++;
    }
    links.count = kept;
    for (let seat = 0; seat < seats.count; seat++) seats.agent[seat] = rowNow[seats.agent[seat]];
  },
};
