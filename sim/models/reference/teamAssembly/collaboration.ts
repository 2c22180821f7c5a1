import { addRow } from "../../../kernel/columns.ts";
import type { Mechanism } from "../../../kernel/mechanism.ts";
import type { TeamWorld } from "./world.ts";
import { SOURCE } from "./world.ts";

function areLinked({ tables: { links } }: TeamWorld, one: number, other: number): boolean {
  for (let link = 0; link < links.count; link++) {
    if (links.one[link] === one && links.other[link] === other) return true;
    if (links.one[link] === other && links.other[link] === one) return true;
  }
  return false;
}

/** All who sit in the team know each other from now on. */
export const collaboration: Mechanism<TeamWorld> = {
  id: "collaboration",
  title: "Collaborating",
  claim: "Work in one team links all its members.",
  source: SOURCE,
  reads: ["seats.agent"],
  writes: ["links.one", "links.other"],
  params: {},
  step({ world }) {
    const { seats, links } = world.tables;
    for (let seat = 1; seat < seats.count; seat++) {
      for (let before = 0; before < seat; before++) {
        if (areLinked(world, seats.agent[before], seats.agent[seat])) continue;
        const link = addRow(links);
        links.one[link] = seats.agent[before];
        links.other[link] = seats.agent[seat];
      }
    }
  },
};
