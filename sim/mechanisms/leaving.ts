import { number } from "../kernel/params.ts";
import { LEFT, note } from "../world/journal.ts";
import { NO_PROJECT, unseat } from "../world/networks.ts";
import { mechanism } from "./mechanism.ts";

/** Members for whom a network does not pay leave it. */
export const leaving = mechanism({
  id: "leaving",
  title: "Leaving",
  claim: "Firms compare what a network gives with doing without it, over some months.",
  source: "Hirschman 1970",
  reads: ["networks.project"],
  writes: [
    "firms.smoothed",
    "firms.network",
    "firms.joined",
    "firms.contribution",
    "firms.fine",
    "firms.caught",
    "firms.benefit",
    "networks.size",
    "seats.member",
    "journal.*",
  ],
  params: {
    patience: number({
      label: "Patience",
      unit: "share a month",
      min: 0,
      max: 0.99,
      step: 0.01,
      start: 0.8,
      doc: "Weight of earlier months in the benefit that a member feels.",
      source: "assumed",
    }),
    threshold: number({
      label: "Loss that makes a member leave",
      unit: "share of sales",
      min: 0,
      max: 0.1,
      step: 0.001,
      start: 0.005,
      doc: "Smoothed monthly loss beyond which a member leaves.",
      source: "assumed",
    }),
  },
  step({ world, settings: { patience, threshold } }) {
    const { networks, seats, firms } = world;
    for (let g = 0; g < networks.count; g++) {
      if (networks.project[g] === NO_PROJECT) continue;
      for (let at = g * seats.width + networks.size[g] - 1; at >= g * seats.width; at--) {
        const i = seats.member[at];
        firms.smoothed[i] = patience * firms.smoothed[i] + (1 - patience) * firms.benefit[i];
        if (firms.smoothed[i] >= -threshold) continue;
        unseat(world, i);
        note(world, LEFT, g, i);
      }
    }
  },
});
