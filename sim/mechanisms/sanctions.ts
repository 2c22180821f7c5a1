import { chanceSeen, fineFor, lawFor } from "../world/enforcement.ts";
import { NO_PROJECT } from "../world/networks.ts";
import { projectAt } from "../world/ventures.ts";
import { mechanism } from "./mechanism.ts";

/** A contribution below this is low. */
const LOW = 0.5;

/** Low contributions may be seen; who is seen pays what can be enforced. */
export const sanctions = mechanism({
  id: "sanctions",
  title: "Sanctions",
  claim:
    "Fines that are clear, seen to be applied and affordable keep free riders in check; without them giving decays.",
  source: "Ostrom 1990; Fehr & Gaechter 2000; Ceglie & Dini 1999",
  reads: [
    "regions.law",
    "firms.contribution",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.region",
    "firms.sales",
    "networks.autonomy",
    "networks.broker",
    "networks.buyer",
    "networks.led",
    "networks.legal",
    "networks.project",
    "networks.rules",
    "networks.size",
    "networks.venture",
    "seats.member",
    "brokers.load",
    "brokers.skill",
    "buyers.active",
  ],
  writes: ["firms.fine", "firms.caught", "networks.fund", "tally.freeRiders", "tally.fines"],
  params: {},
  step({ world, month, draws }) {
    const { networks, seats, firms, tally } = world;
    const seen = draws("seen");
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT) continue;
      const cost = projectAt(world, g).cost;
      for (let at = g * seats.width; at < g * seats.width + networks.size[g]; at++) {
        const i = seats.member[at];
        firms.fine[i] = 0;
        if (firms.contribution[i] >= LOW) continue;
        const law = lawFor(world, g, i);
        if (seen.uniform(firms.keyHigh[i], firms.keyLow[i]) >= chanceSeen(world, g, law)) continue;
        const fine = fineFor(world, g, cost, law);
        firms.caught[i] = month;
        firms.fine[i] = fine;
        networks.fund[g] += fine * firms.sales[i];
        tally.freeRiders[0] += 1;
        if (fine > 0) tally.fines[0] += 1;
      }
    }
  },
});
