import { number } from "../kernel/params.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** What a project raises beside its members' sales: the quality of their work, what they know, their skill abroad. */
export const upgrading = mechanism({
  id: "upgrading",
  title: "Upgrading",
  claim: "Joint projects change what firms can do, not only what they earn; who gives little learns little.",
  source: "Ceglie & Dini 1999; Humphrey & Schmitz 2002",
  reads: ["firms.contribution", "networks.project", "networks.size", "networks.venture", "seats.member"],
  writes: ["firms.quality", "firms.knowledge", "firms.foreignSkill"],
  params: {
    pace: number({
      label: "Pace of upgrading",
      unit: "multiple",
      min: 0,
      max: 10,
      step: 0.1,
      start: 1,
      doc: "How fast members take on what a project raises, against what the catalogue states.",
      source: "assumed",
    }),
  },
  step({ world, settings: { pace } }) {
    const { networks, seats, firms, ventures } = world;
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT) continue;
      const { quality, knowledge, foreignSkill } = ventures[networks.venture[g]].plan.raises;
      if (quality + knowledge + foreignSkill === 0) continue;
      for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
        const i = seats.member[at];
        const taken = pace * firms.contribution[i];
        firms.quality[i] += Math.min(1, taken * quality) * (1 - firms.quality[i]);
        firms.knowledge[i] += Math.min(1, taken * knowledge) * (1 - firms.knowledge[i]);
        firms.foreignSkill[i] += Math.min(1, taken * foreignSkill) * (1 - firms.foreignSkill[i]);
      }
    }
  },
});
