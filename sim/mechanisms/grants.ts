import { log } from "../kernel/math.ts";
import { integer, number } from "../kernel/params.ts";
import { mechanism } from "./mechanism.ts";

/** Money for every firm and no broker: the programme against which others are held. */
export const grants = mechanism({
  id: "grants",
  title: "Plain grants",
  claim: "Money alone buys machines that wear out; it brings no partners, and nothing to share them for.",
  source: "Ceglie & Dini 1999: Honduras gave technical help and no funds; sizes assumed",
  reads: ["firms.alive"],
  writes: ["firms.assets", "firms.cash", "firms.productivity", "tally.programme"],
  params: {
    perFirm: number({
      label: "Grant",
      unit: "kUSD a firm",
      min: 0,
      max: 100,
      step: 0.1,
      start: 0,
      doc: "What every firm gets once; 0 is none.",
      source: "a scenario's choice",
    }),
    month: integer({
      label: "Month of the grant",
      unit: "month",
      min: 1,
      max: 1200,
      start: 12,
      doc: "Month in which it is paid.",
      source: "a scenario's choice",
    }),
    machines: number({
      label: "Spent on machines",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.7,
      doc: "Share of a grant that becomes fixed assets; the rest is cash.",
      source: "assumed",
    }),
    effect: number({
      label: "Machines and productivity",
      unit: "elasticity",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "How far more fixed assets raise productivity, at once and fading as they wear out.",
      source: "assumed",
    }),
  },
  step({ world, settings, month }) {
    if (settings.perFirm === 0 || month !== settings.month) return;
    const { firms, tally } = world;
    for (let i = 0; i < firms.count; i++) {
      if (!firms.alive[i]) continue;
      const machines = settings.machines * settings.perFirm;
      firms.productivity[i] += settings.effect * log((firms.assets[i] + machines) / Math.max(0.001, firms.assets[i]));
      firms.assets[i] += machines;
      firms.cash[i] += settings.perFirm - machines;
      tally.programme[0] += settings.perFirm;
    }
  },
});
