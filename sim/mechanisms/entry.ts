import { clearRow } from "../kernel/columns.ts";
import { number } from "../kernel/params.ts";
import { birthKey } from "../world/firms.ts";
import { cellOf } from "../world/regions.ts";
import { birthDraws, giveAcquaintances, giveBirth, salesOf } from "../world/birth.ts";
import { mechanism } from "./mechanism.ts";

/** Every firm that closed is followed by one of the same trade in the same workshop, which copies those around it. */
export const entry = mechanism({
  id: "entry",
  title: "Entry",
  claim: "New firms settle where others of their trade are, and copy what works there.",
  source: "Marshall 1920; Klepper 2007",
  reads: ["regions.demand"],
  writes: ["firms.*", "ties.*", "books.reserve", "decisions.*"],
  params: {
    imitation: number({
      label: "Imitation by entrants",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      source: "assumed",
      doc: "Share of the average gain in productivity of its cell that an entrant begins with.",
    }),
  },
  step({ world, settings, month, random }) {
    const { firms, cells, decisions } = world;
    const gains = new Float64Array(cells.count);
    const living = new Float64Array(cells.count);
    for (let i = 0; i < firms.count; i++) {
      if (!firms.alive[i]) continue;
      const cell = cellOf(cells, firms.region[i], firms.sector[i]);
      gains[cell] += firms.productivity[i] - firms.baseProductivity[i];
      living[cell] += 1;
    }
    const births = birthDraws(random);
    const ordinals = new Int32Array(cells.count);
    const entrants: number[] = [];
    for (let c = 0; c < cells.count; c++) {
      for (let at = cells.starts[c]; at < cells.starts[c + 1]; at++) {
        const i = cells.rows[at];
        if (firms.alive[i]) continue;
        const x = firms.x[i];
        const y = firms.y[i];
        const region = firms.region[i];
        const sector = firms.sector[i];
        clearRow(firms, i);
        firms.x[i] = x;
        firms.y[i] = y;
        firms.region[i] = region;
        firms.sector[i] = sector;
        firms.keyHigh[i] = birthKey(region, sector, month);
        firms.keyLow[i] = ordinals[c]++;
        giveBirth(world, i, births, month);
        if (living[c] > 0) firms.productivity[i] += settings.imitation * Math.max(0, gains[c] / living[c]);
        firms.sales[i] = salesOf(world, i);
        if (decisions) clearRow(decisions, i);
        entrants.push(i);
      }
    }
    for (const i of entrants) giveAcquaintances(world, i, births);
  },
});
