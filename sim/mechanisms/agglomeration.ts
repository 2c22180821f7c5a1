import { log } from "../kernel/math.ts";
import { number } from "../kernel/params.ts";
import { cellOf } from "../world/regions.ts";
import { STAGES } from "../world/birth.ts";
import { mechanism } from "./mechanism.ts";

/** Firms gain from being many of one trade in one place, and from finding all stages of the chain there. */
export const agglomeration = mechanism({
  id: "agglomeration",
  title: "External economies",
  claim: "Skills, suppliers and ideas are in the air of a district: all gain, whether they co-operate or not.",
  source: "Marshall 1920; Schmitz 1995",
  reads: ["firms.alive", "firms.region", "firms.sector", "firms.stage"],
  writes: ["firms.productivity"],
  params: {
    size: number({
      label: "Gain from many of one trade",
      unit: "log productivity a month per unit of log firms",
      min: 0,
      max: 0.005,
      step: 0.0001,
      start: 0.0001,
      doc: "How fast productivity drifts up with the logarithm of the number of firms of the cell.",
      source: "assumed",
    }),
    chain: number({
      label: "Gain from a complete chain",
      unit: "log productivity a month",
      min: 0,
      max: 0.005,
      step: 0.0001,
      start: 0.0002,
      doc: "How fast productivity drifts up where all stages of the chain are present in the region.",
      source: "assumed",
    }),
  },
  step({ world: { firms, cells }, settings: { size, chain } }) {
    const living = new Float64Array(cells.count);
    const present = new Uint8Array(cells.count);
    for (let i = 0; i < firms.count; i++) {
      if (!firms.alive[i]) continue;
      const cell = cellOf(cells, firms.region[i], firms.sector[i]);
      living[cell] += 1;
      present[cell] |= 1 << firms.stage[i];
    }
    const drift = living.map((count, c) => {
      let stages = 0;
      for (let stage = 0; stage < STAGES; stage++) stages += (present[c] >> stage) & 1;
      return count > 0 ? size * log(count) + (chain * stages) / STAGES : 0;
    });
    for (let i = 0; i < firms.count; i++) {
      firms.productivity[i] += drift[cellOf(cells, firms.region[i], firms.sector[i])];
    }
  },
});
