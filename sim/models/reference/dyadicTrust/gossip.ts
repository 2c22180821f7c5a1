import { number } from "../../../kernel/params.ts";
import { indexOf, unitOf } from "../../../kernel/random.ts";
import { tieTo } from "./setup.ts";
import { NEAREST, TIES, mechanism } from "./world.ts";

const BATCH = 1024;
const words = new Int32Array(2 * BATCH);

/** After a meeting a firm may tell another one that it knows; whom it tells changes its view of the partner. */
export const gossip = mechanism({
  id: "gossip",
  title: "Gossip",
  claim: "Word of what a firm did travels to those who have not met it lately.",
  source: "Granovetter 1985; Burt & Knez 1995",
  reads: ["ties.to", "meetings.tie", "meetings.key", "meetings.partner"],
  writes: ["meetings.told"],
  params: {
    chance: number({
      label: "Chance of telling",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.1,
      doc: "Chance that the firm that asked for a meeting tells of it.",
      source: "definition of the reference model",
    }),
  },
  step({ world, settings: { chance }, draws }) {
    const { ties, meetings } = world.tables;
    const { tie, key, partner, told } = meetings;
    const draw = draws("tell");
    for (let from = 0; from < meetings.count; from += BATCH) {
      const end = Math.min(from + BATCH, meetings.count);
      draw.fill(words, key, 0, from, end);
      for (let m = from, at = 0; m < end; m++, at += 2) {
        told[m] = -1;
        if (unitOf(words[at] >>> 0) >= chance) continue;
        const slot = tie[m] % TIES;
        const other = indexOf(unitOf(words[at + 1] >>> 0), NEAREST);
        const listener = ties.to[tie[m] - slot + other + +(other >= slot)];
        told[m] = tieTo(world, listener, partner[m]);
      }
    }
  },
});
