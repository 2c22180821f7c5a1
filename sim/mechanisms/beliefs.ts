import { number } from "../kernel/params.ts";
import { contributionsOf } from "../world/members.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Members expect of the others what the others have lately done. */
export const beliefs = mechanism({
  id: "beliefs",
  title: "Beliefs",
  claim: "Conditional co-operators follow what they see, so a few who give less pull the others down.",
  source: "Fischbacher & Gaechter 2010",
  reads: ["firms.contribution", "networks.project", "networks.size", "seats.member"],
  writes: ["firms.belief"],
  params: {
    learning: number({
      label: "Weight of the last month",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.4,
      doc: "How far the belief moves to what was seen.",
      source: "Fischbacher & Gaechter 2010; size assumed",
    }),
  },
  step({ world, settings: { learning } }) {
    const { networks, seats, firms } = world;
    for (let g = 0; g < networks.count; g++) {
      const size = networks.size[g];
      if (networks.project[g] === NO_PROJECT || size < 2) continue;
      const given = contributionsOf(world, g);
      for (let at = g * seats.width; at < g * seats.width + size; at++) {
        const i = seats.member[at];
        const others = (given - firms.contribution[i]) / (size - 1);
        firms.belief[i] = learning * others + (1 - learning) * firms.belief[i];
      }
    }
  },
});
