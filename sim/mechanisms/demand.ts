import { number } from "../kernel/params.ts";
import { normal } from "../kernel/sample.ts";
import { mechanism } from "./mechanism.ts";

/** Demand grows, and every firm has better and worse months that come in runs. */
export const demand = mechanism({
  id: "demand",
  title: "Demand and luck",
  claim: "A small firm's sales wander far from what it controls, which hides the effect of a programme.",
  source: "assumed; growth 1.8 % a year",
  reads: ["firms.keyHigh", "firms.keyLow"],
  writes: ["regions.demand", "firms.luck"],
  params: {
    growth: number({
      label: "Growth of demand",
      unit: "share a month",
      min: -0.02,
      max: 0.02,
      step: 0.0005,
      start: 0.0015,
      doc: "Growth of demand for what every region makes.",
      source: "assumed",
    }),
    persistence: number({
      label: "Memory of luck",
      unit: "share a month",
      min: 0,
      max: 0.99,
      step: 0.01,
      start: 0.97,
      doc: "How much of a good or bad month is left in the next.",
      source: "assumed",
    }),
    spread: number({
      label: "Spread of luck",
      unit: "sd of log sales a month",
      min: 0,
      max: 0.2,
      step: 0.005,
      start: 0.03,
      doc: "Standard deviation of the news of one month.",
      source: "assumed",
    }),
  },
  step({ world: { firms, regions }, settings: { growth, persistence, spread }, draws }) {
    for (let r = 0; r < regions.count; r++) regions.demand[r] *= 1 + growth;
    const news = draws("news");
    for (let i = 0; i < firms.count; i++) {
      firms.luck[i] = persistence * firms.luck[i] + spread * normal(news.uniform(firms.keyHigh[i], firms.keyLow[i]));
    }
  },
});
