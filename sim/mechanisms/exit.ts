import { exp } from "../kernel/math.ts";
import { number } from "../kernel/params.ts";
import { unseat } from "../world/networks.ts";
import { forgetAll } from "../world/ties.ts";
import { mechanism } from "./mechanism.ts";

/** Size at which the hazard is the stated one, workers. */
const USUAL_SIZE = 6;

/** Firms close; small and unproductive ones more often, members of networks less. */
export const exit = mechanism({
  id: "exit",
  title: "Exit",
  claim: "Small and less productive firms close more often; partners help each other through bad times.",
  source: "Evans 1987; sizes assumed",
  reads: [
    "firms.baseProductivity",
    "firms.keyHigh",
    "firms.keyLow",
    "firms.luck",
    "firms.productivity",
    "firms.workers",
  ],
  writes: [
    "firms.alive",
    "firms.benefit",
    "firms.caught",
    "firms.contribution",
    "firms.degree",
    "firms.fine",
    "firms.joined",
    "firms.network",
    "firms.smoothed",
    "networks.size",
    "seats.member",
    "ties.*",
  ],
  params: {
    hazard: number({
      label: "Exit",
      unit: "a month",
      min: 0,
      max: 0.2,
      step: 0.001,
      start: 0.008,
      doc: "Chance that an average firm of six workers closes.",
      source: "assumed; about 9 % a year",
    }),
    protection: number({
      label: "Exit inside a network",
      unit: "multiple",
      min: 0,
      max: 2,
      step: 0.05,
      start: 0.7,
      doc: "How much the chance of closing is multiplied inside a network.",
      source: "assumed",
    }),
    selection: number({
      label: "Selection",
      unit: "per unit of log productivity",
      min: 0,
      max: 3,
      step: 0.05,
      start: 0.5,
      doc: "How strongly a good state protects a firm.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { firms } = world;
    const closes = draws("closes");
    for (let i = 0; i < firms.count; i++) {
      const state = firms.productivity[i] - firms.baseProductivity[i] + firms.luck[i];
      const size = Math.sqrt(Math.sqrt(USUAL_SIZE / firms.workers[i]));
      const inside = firms.network[i] >= 0 ? settings.protection : 1;
      const hazard = settings.hazard * size * exp(-settings.selection * state) * inside;
      if (closes.uniform(firms.keyHigh[i], firms.keyLow[i]) >= hazard) continue;
      if (firms.network[i] >= 0) unseat(world, i);
      forgetAll(world, i);
      firms.alive[i] = 0;
    }
  },
});
