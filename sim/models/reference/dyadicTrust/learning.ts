import { number } from "../../../kernel/params.ts";
import { mechanism, strangerOf } from "./world.ts";

/**
 * Trust moves by what the other one did: first every firm's on the tie it asked along, then, meeting by meeting, that
 * of the firm asked and that of whoever was told.
 */
export const learning = mechanism({
  id: "learning",
  title: "Learning to trust",
  claim: "Trust grows slowly with what is kept and falls fast with what is broken.",
  source: "Slovic 1993",
  reads: ["meetings.tie", "meetings.back", "meetings.gave", "meetings.got", "meetings.told"],
  writes: ["ties.trust"],
  params: {
    gain: number({
      label: "Gain of trust",
      unit: "share of what is missing",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.1,
      doc: "How far trust rises when the other one contributed.",
      source: "definition of the reference model",
    }),
    loss: number({
      label: "Loss of trust",
      unit: "share of what there is",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.25,
      doc: "How far trust falls when the other one did not.",
      source: "definition of the reference model",
    }),
    hearsay: number({
      label: "Weight of gossip",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "How much of that moves the trust of one who is told.",
      source: "definition of the reference model",
    }),
  },
  step({ world, settings: { gain, loss, hearsay } }) {
    const { ties, meetings } = world.tables;
    const { trust } = ties;
    const { tie, back, gave, got, told } = meetings;
    const stranger = strangerOf(world);
    // Trust goes part of the way to what was seen, 0 or 1.
    const pace = Float64Array.of(loss, gain);
    for (let m = 0; m < meetings.count; m++) {
      const seen = got[m];
      trust[tie[m]] += pace[seen] * (seen - trust[tie[m]]);
    }
    for (let m = 0; m < meetings.count; m++) {
      if (back[m] < stranger) {
        const seen = gave[m];
        trust[back[m]] += pace[seen] * (seen - trust[back[m]]);
      }
      if (told[m] >= 0) {
        const seen = got[m];
        trust[told[m]] += hearsay * (pace[seen] * (seen - trust[told[m]]));
      }
    }
  },
});
