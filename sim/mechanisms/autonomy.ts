import { number } from "../kernel/params.ts";
import { learningPace } from "../world/brokers.ts";
import { contributionsOf } from "../world/members.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Networks learn to manage themselves by doing it. */
export const autonomy = mechanism({
  id: "autonomy",
  title: "Learning to lead",
  claim: "Members who carry the work learn to do without the broker.",
  source: "Ceglie & Dini 1999, lesson 8; size assumed",
  reads: ["firms.contribution", "networks.broker", "networks.project", "networks.size", "seats.member"],
  writes: ["networks.autonomy"],
  params: {
    leading: number({
      label: "Leading teaches self-management",
      unit: "a month at full contribution",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.008,
      doc: "How much autonomy a month of full contributions adds to what is missing.",
      source: "assumed",
    }),
  },
  step({ world, settings: { leading } }) {
    const { networks } = world;
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT || networks.size[g] === 0) continue;
      const mean = contributionsOf(world, g) / networks.size[g];
      networks.autonomy[g] += leading * learningPace(world, g) * mean * (1 - networks.autonomy[g]);
    }
  },
});
