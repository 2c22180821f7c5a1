import { number } from "../kernel/params.ts";
import { institution } from "./institution.ts";

/** The state rewards every firm that goes abroad, which some then do. */
export const rewards = institution({
  id: "rewards",
  title: "Rewards for going abroad",
  claim:
    "A reward after the step draws firms that were near to taking it, and is paid to those as well who would have gone.",
  source: "study of Zhongguancun's technology firms 2010-14; sizes assumed",
  reads: ["firms.exportSince", "firms.alive"],
  writes: ["regions.reach", "tally.programme"],
  params: {
    amount: number({
      label: "Reward",
      unit: "kUSD a firm",
      min: 0,
      max: 1000,
      step: 1,
      start: 10,
      doc: "Paid once to each firm that has gone abroad.",
      source: "a scenario's choice",
    }),
    pull: number({
      label: "Pull of rewards",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1,
      doc: "How much more often firms take the first step for a very large reward.",
      source: "assumed",
    }),
    half: number({
      label: "Reward of half the pull",
      unit: "kUSD a firm",
      min: 1,
      max: 1000,
      step: 1,
      start: 20,
      doc: "Reward at which half of that is reached.",
      source: "assumed",
    }),
  },
  step({ world, settings: { amount, pull, half }, month }) {
    const { regions, firms, tally } = world;
    for (let r = 0; r < regions.count; r++) regions.reach[r] *= 1 + (pull * amount) / (amount + half);
    for (let i = 0; i < firms.count; i++) {
      if (firms.alive[i] && firms.exportSince[i] === month - 1) tally.programme[0] += amount;
    }
  },
});
