import { number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import { forget, meet } from "../world/ties.ts";
import { ACQUAINTANCE } from "../world/ties.ts";
import type { World } from "../world/world.ts";
import { mechanism } from "./mechanism.ts";

/** A firm meets the nearest of so many firms of its region that come its way. */
const COME_ITS_WAY = 3;

/** The last of firm i's ties, from `first` down, to one whom it has not met for longer than `lapse` months; -1 if none. */
function lapsed(world: World, i: number, first: number, lapse: number): number {
  const { ties, month } = world;
  const { kind, met } = ties;
  const start = i * ties.width;
  for (let tie = first; tie >= start; tie--) if (kind[tie] === ACQUAINTANCE && month - met[tie] > lapse) return tie;
  return -1;
}

/** Chance meetings in the neighbourhood make acquaintances; those not met again are lost sight of. */
export const encounters = mechanism({
  id: "encounters",
  title: "Encounters",
  claim: "Nearness makes firms known to each other, which makes partners findable but not yet trusted.",
  source: "Marshall 1920; Granovetter 1973",
  reads: ["firms.keyHigh", "firms.keyLow", "firms.network", "firms.region", "firms.x", "firms.y"],
  writes: ["firms.degree", "ties.*"],
  params: {
    rate: number({
      label: "Encounters",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.15,
      doc: "Chance that a firm meets one of its region.",
      source: "assumed",
    }),
    lapse: number({
      label: "Acquaintances lapse after",
      unit: "months",
      min: 1,
      max: 600,
      step: 1,
      start: 24,
      doc: "Months without contact after which an acquaintance is forgotten.",
      source: "assumed",
    }),
  },
  step({ world, settings: { rate, lapse }, draws }) {
    const { firms, ties, cells } = world;
    for (let i = 0; i < firms.count; i++) {
      let tie = lapsed(world, i, i * ties.width + firms.degree[i] - 1, lapse);
      while (tie >= 0) {
        forget(world, i, tie);
        tie = lapsed(world, i, tie - 1, lapse);
      }
    }
    const happens = draws("happens");
    const whom = draws("whom");
    for (let i = 0; i < firms.count; i++) {
      const high = firms.keyHigh[i];
      const low = firms.keyLow[i];
      if (happens.uniform(high, low) >= rate) continue;
      const start = cells.starts[firms.region[i] * cells.sectors];
      const count = cells.starts[(firms.region[i] + 1) * cells.sectors] - start;
      const own = whom.of(high, low);
      let nearest = -1;
      let least = Infinity;
      for (let k = 0; k < COME_ITS_WAY; k++) {
        const j = cells.rows[start + indexOf(own.uniform(0, k), count)];
        const east = firms.x[j] - firms.x[i];
        const north = firms.y[j] - firms.y[i];
        const squared = east * east + north * north;
        if (j !== i && squared < least) {
          least = squared;
          nearest = j;
        }
      }
      if (nearest >= 0) meet(world, i, nearest);
    }
  },
});
