import type { Frame, Story } from "../../sim/contract.ts";
import type { Sign } from "./sieve.ts";
import { countTies } from "./ties.ts";

/** Counts of every sign on the stage, for the key. */
export type Census = Readonly<Record<Sign, number>>;

export function censusOf(frame: Frame, story: Story | null): Census {
  const conduct = [0, 0, 0, 0];
  for (const code of frame.conduct) conduct[code] += 1;
  const phase = [0, 0, 0, 0, 0, 0];
  for (const code of frame.networks.phase) phase[code] += 1;
  const ties = countTies(frame);
  const atWork = sum(frame.brokers);
  // Brokers are planned from the first month on; they have left only once they have come.
  const bar = story?.programme.find(({ kind }) => kind === "brokers");
  const hasBegun = bar !== undefined && frame.month >= bar.from;
  return {
    contributes: conduct[2],
    freeRides: conduct[3],
    idle: conduct[1],
    low: ties.trust[0],
    middle: ties.trust[1],
    high: ties.trust[2],
    betrayed: ties.betrayed,
    forming: phase[0],
    pilot: phase[1],
    strategic: phase[2],
    selfManaged: phase[3],
    dormant: phase[4],
    atWork,
    left: hasBegun ? frame.brokers.length - atWork : 0,
    running: sum(frame.networks.running),
    refused: frame.events.filter(({ kind }) => kind === "refused" || kind === "dissolved").length,
    buyers: sum(frame.buyers.active),
    abroad: frame.abroad.reduce((count, market) => count + (market > 0 ? 1 : 0), 0),
  };
}

function sum(flags: Uint8Array): number {
  return flags.reduce((total, flag) => total + flag, 0);
}
