import { number } from "../kernel/params.ts";
import { institution } from "./institution.ts";

/** Firms near an international standard are helped to meet it. */
export const certificates = institution({
  id: "certificates",
  title: "International certificates",
  claim:
    "A certificate lifts those who are near the standard over the threshold of foreign buyers; the far ones stay out.",
  source: "study of Zhongguancun's technology firms 2010-14; sizes assumed",
  reads: ["firms.alive", "firms.keyHigh", "firms.keyLow"],
  writes: ["firms.quality", "tally.programme"],
  params: {
    rate: number({
      label: "Applications",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.005,
      start: 0.02,
      doc: "Chance that a firm below the standard and near it works to meet it.",
      source: "assumed",
    }),
    standard: number({
      label: "Standard",
      unit: "quality 0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Quality that a certificate asks for.",
      source: "assumed",
    }),
    near: number({
      label: "Within reach",
      unit: "quality 0..1",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.25,
      doc: "How far below the standard a firm may be to try.",
      source: "assumed",
    }),
    cost: number({
      label: "Cost of a certificate",
      unit: "kUSD",
      min: 0,
      max: 100,
      step: 0.5,
      start: 5,
      doc: "Public money for each certificate.",
      source: "assumed",
    }),
  },
  step({ world: { firms, tally }, settings, draws }) {
    const applies = draws("applies");
    for (let i = 0; i < firms.count; i++) {
      const short = settings.standard - firms.quality[i];
      if (!firms.alive[i] || short <= 0 || short > settings.near) continue;
      if (applies.uniform(firms.keyHigh[i], firms.keyLow[i]) >= settings.rate) continue;
      firms.quality[i] = settings.standard;
      tally.programme[0] += settings.cost;
    }
  },
});
