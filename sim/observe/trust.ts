import { trustIn, trustInStrangers, trustOnTie } from "../world/dilemma.ts";
import { isRunning } from "../world/networks.ts";
import type { MainMeasure } from "./memory.ts";

/** How far firms trust: strangers, the members of their network, and those they know nearby. */

export const trustMeasures: readonly MainMeasure[] = [
  {
    id: "trust.population",
    title: "Trust in strangers",
    unit: "0..1",
    formula: "mean over firms of T_i0, the trust in a stranger; 0 without firms",
    over: "all firms, this month",
    nullWhen: "never",
    value(world) {
      const { firms } = world;
      let sum = 0;
      let count = 0;
      for (let i = 0; i < firms.count; i++) {
        if (firms.alive[i] === 0) continue;
        sum += trustInStrangers(world, i);
        count += 1;
      }
      return count === 0 ? 0 : sum / count;
    },
  },
  {
    id: "trust.members",
    title: "Trust inside networks",
    unit: "0..1",
    formula: "mean of T_ij over ordered pairs of members of one running network; 0 where there is no such pair",
    over: "members of running networks, this month",
    nullWhen: "never",
    value(world) {
      const { networks, seats } = world;
      let sum = 0;
      let count = 0;
      for (let g = 0; g < networks.count; g++) {
        if (!isRunning(world, g)) continue;
        const start = g * seats.width;
        const end = start + networks.size[g];
        for (let a = start; a < end; a++) {
          const i = seats.member[a];
          const stranger = trustInStrangers(world, i);
          for (let b = start; b < end; b++) {
            if (a === b) continue;
            sum += trustIn(world, i, seats.member[b], stranger);
            count += 1;
          }
        }
      }
      return count === 0 ? 0 : sum / count;
    },
  },
  {
    id: "trust.neighbours",
    title: "Trust between neighbours",
    unit: "0..1",
    formula:
      "mean of T_ij over ordered pairs of firms of one region that know each other; 0 where there is no such pair",
    over: "ties within a region, this month",
    nullWhen: "never",
    value(world) {
      const { firms, ties } = world;
      let sum = 0;
      let count = 0;
      for (let i = 0; i < firms.count; i++) {
        const stranger = trustInStrangers(world, i);
        const end = i * ties.width + firms.degree[i];
        for (let tie = i * ties.width; tie < end; tie++) {
          if (firms.region[ties.partner[tie]] !== firms.region[i]) continue;
          sum += trustOnTie(world, tie, stranger);
          count += 1;
        }
      }
      return count === 0 ? 0 : sum / count;
    },
  },
];
