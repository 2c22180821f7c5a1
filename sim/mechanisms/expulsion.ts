import { number } from "../kernel/params.ts";
import { EXPELLED, note } from "../world/journal.ts";
import { NO_PROJECT, unseat } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Who was seen may be expelled, as long as enough remain. */
export const expulsion = mechanism({
  id: "expulsion",
  title: "Expulsion",
  claim: "The last sanction is to be left out of what the others share.",
  source: "Ostrom 1990",
  reads: ["firms.keyHigh", "firms.keyLow", "networks.project"],
  writes: [
    "networks.size",
    "seats.member",
    "firms.network",
    "firms.joined",
    "firms.contribution",
    "firms.fine",
    "firms.caught",
    "firms.benefit",
    "firms.smoothed",
    "journal.*",
  ],
  params: {
    rate: number({
      label: "Expulsion",
      unit: "chance when seen",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.25,
      doc: "Chance that a member that was seen is expelled.",
      source: "assumed",
    }),
    least: number({
      label: "Never below",
      unit: "members",
      min: 2,
      max: 40,
      step: 1,
      start: 5,
      doc: "Nobody is expelled where no more members than this remain.",
      source: "assumed",
    }),
  },
  step({ world, settings, month, draws }) {
    const { networks, seats, firms } = world;
    const chance = draws("chance");
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT) continue;
      for (let at = g * seats.width + networks.size[g] - 1; at >= g * seats.width; at--) {
        const i = seats.member[at];
        if (firms.caught[i] !== month || networks.size[g] <= settings.least) continue;
        if (chance.uniform(firms.keyHigh[i], firms.keyLow[i]) >= settings.rate) continue;
        unseat(world, i);
        note(world, EXPELLED, g, i);
      }
    }
  },
});
