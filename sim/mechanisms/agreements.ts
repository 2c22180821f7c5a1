import { number } from "../kernel/params.ts";
import { mechanism } from "./mechanism.ts";

/** Whether a network agrees on rules: with a broker always, alone sometimes. */
export const agreements = mechanism({
  id: "agreements",
  title: "Rules of the network",
  claim: "Groups that agree on rules of their own, with sanctions that grow, govern a common good better.",
  source: "Ostrom 1990",
  reads: ["networks.founded", "networks.founderHigh", "networks.founderLow", "networks.led"],
  writes: ["networks.rules"],
  params: {
    rate: number({
      label: "Networks with rules",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Share of networks without a broker that agree on rules; with one, all do.",
      source: "assumed",
    }),
  },
  step({ world: { networks }, settings, month, draws }) {
    const adopts = draws("adopts");
    for (let g = networks.count - 1; g >= 0 && networks.founded[g] === month; g--) {
      const alone = adopts.uniform(networks.founderHigh[g], networks.founderLow[g]) < settings.rate;
      networks.rules[g] = networks.led[g] === 1 || alone ? 1 : 0;
    }
  },
});
