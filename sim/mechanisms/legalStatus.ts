import { number } from "../kernel/params.ts";
import { mechanism } from "./mechanism.ts";

/** Some networks take legal form while they plan. */
export const legalStatus = mechanism({
  id: "legalStatus",
  title: "Legal status",
  claim: "A legal form makes agreements firmer and lets a network outlive a bad year.",
  source: "Ceglie & Dini 1999; EcoHamaca took five months to get one",
  reads: ["networks.founded", "networks.founderHigh", "networks.founderLow"],
  writes: ["networks.legal"],
  params: {
    rate: number({
      label: "Networks with legal form",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Share of networks that take legal form.",
      source: "assumed",
    }),
  },
  step({ world: { networks }, settings, month, draws }) {
    const takes = draws("takes");
    for (let g = networks.count - 1; g >= 0 && networks.founded[g] === month; g--) {
      if (takes.uniform(networks.founderHigh[g], networks.founderLow[g]) < settings.rate) networks.legal[g] = 1;
    }
  },
});
