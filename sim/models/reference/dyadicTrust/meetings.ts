import { decided, settled } from "../../../kernel/decide.ts";
import { number } from "../../../kernel/params.ts";
import type { Stream } from "../../../kernel/random.ts";
import { unitOf } from "../../../kernel/random.ts";
import { TIES, mechanism } from "./world.ts";

/** Firms whose random words are drawn at a time: few enough to stay in the fastest cache. */
const BATCH = 1024;
const words = new Int32Array(2 * BATCH);

/** The upper 12 bits of the firm's own answer, and those of its partner's. */
function upperOf(word: number): number {
  return word >>> 20;
}
function partnersUpperOf(word: number): number {
  return (word >>> 8) & 0xfff;
}

/** Both answers, where the upper bits of one of them leave it open; the lower 20 bits of each are drawn now. */
function bothAgree(lower: Stream, key: number, upper: number, own: number, partners: number): number {
  const low = lower.bits(key, 0) >>> 12;
  const partnersLow = lower.moreBits() >>> 12;
  return decided((upperOf(upper) << 20) | low, own) & decided((partnersUpperOf(upper) << 20) | partnersLow, partners);
}

/**
 * Every firm picks one firm it knows, with a chance in proportion to trust times complementarity; they meet if both
 * agree. One block of random bits serves a firm: its first word picks, its second holds the upper 12 bits of the two
 * answers; the lower 20 come from a block of their own in the one case of some thousand that needs them.
 *
 * Half of all answers are yes, which no processor can foresee: so there is no branch, every meeting is written down,
 * and the place moves on only where both agreed.
 */
export const meetings = mechanism({
  id: "meetings",
  title: "Meetings",
  claim: "Firms turn to partners whom they trust and who complement them, and meet where both expect to gain.",
  source: "Granovetter 1985; Nooteboom 2002",
  reads: ["firms.key", "ties.to", "ties.back", "ties.trust", "ties.complement", "ties.gain", "ties.cost"],
  writes: ["meetings.tie", "meetings.key", "meetings.partner", "meetings.back"],
  params: {
    precision: number({
      label: "Precision of agreeing",
      unit: "per capital",
      min: 0,
      max: 100,
      step: 0.1,
      start: 2,
      doc: "How closely answers follow the expected gain.",
      source: "definition of the reference model",
    }),
  },
  step({ world, settings: { precision }, draws }) {
    const { firms, ties } = world.tables;
    const { key } = firms;
    const { to, back, trust, complement, gain, cost } = ties;
    const list = world.tables.meetings;
    const { tie: asked } = list;
    const draw = draws("meet");
    const lower = draws("agree");
    let count = 0;
    let m = 0;
    for (let from = 0; from < firms.count; from += BATCH) {
      const end = Math.min(from + BATCH, firms.count);
      draw.fill(words, key, 0, from, end);
      for (let i = from, at = 0; i < end; i++, at += 2) {
        const first = i * TIES;
        const upTo0 = trust[first] * complement[first];
        const upTo1 = upTo0 + trust[first + 1] * complement[first + 1];
        const upTo2 = upTo1 + trust[first + 2] * complement[first + 2];
        const upTo3 = upTo2 + trust[first + 3] * complement[first + 3];
        const upTo4 = upTo3 + trust[first + 4] * complement[first + 4];
        const upTo5 = upTo4 + trust[first + 5] * complement[first + 5];
        const upTo6 = upTo5 + trust[first + 6] * complement[first + 6];
        const all = upTo6 + trust[first + 7] * complement[first + 7];
        const pick = unitOf(words[at] >>> 0) * all;
        const slot =
          +(pick >= upTo0) +
          +(pick >= upTo1) +
          +(pick >= upTo2) +
          +(pick >= upTo3) +
          +(pick >= upTo4) +
          +(pick >= upTo5) +
          +(pick >= upTo6);
        const tie = first + slot;
        const upper = words[at + 1];
        const own = precision * (trust[tie] * gain[tie] - cost[tie]);
        const partners = precision * (trust[back[tie]] * gain[tie] - cost[tie]);
        const ownAnswer = settled(upperOf(upper), own);
        const partnersAnswer = settled(partnersUpperOf(upper), partners);
        const agreed =
          ((ownAnswer | partnersAnswer) & 1) === 0
            ? (ownAnswer & partnersAnswer) >> 1
            : bothAgree(lower, key[i], upper, own, partners);
        asked[count] = tie;
        count = (count + agreed) | 0;
      }
      for (; m < count; m++) {
        list.key[m] = key[(asked[m] / TIES) | 0];
        list.partner[m] = to[asked[m]];
        list.back[m] = back[asked[m]];
      }
    }
    list.count = count;
  },
});
