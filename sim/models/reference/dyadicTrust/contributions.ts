import { decided } from "../../../kernel/decide.ts";
import { number } from "../../../kernel/params.ts";
import { TIES, mechanism } from "./world.ts";

const BATCH = 1024;
const words = new Int32Array(2 * BATCH);

/** In a meeting each of the two decides whether to contribute: the more readily, the more it trusts the other. */
export const contributions = mechanism({
  id: "contributions",
  title: "Contributing",
  claim: "Who trusts, contributes; some are readier than others.",
  source: "Fischbacher, Gaechter & Fehr 2001",
  reads: ["meetings.tie", "meetings.key", "meetings.partner", "meetings.back", "ties.trust", "firms.disposition"],
  writes: ["meetings.gave", "meetings.got"],
  params: {
    base: number({
      label: "Readiness without trust",
      unit: "utility",
      min: -10,
      max: 10,
      step: 0.1,
      start: -1.3,
      doc: "Utility of contributing for a firm of disposition 0 that does not trust.",
      source: "definition of the reference model",
    }),
    trust: number({
      label: "Weight of trust",
      unit: "utility",
      min: 0,
      max: 20,
      step: 0.1,
      start: 3,
      doc: "What full trust adds to it.",
      source: "definition of the reference model",
    }),
  },
  step({ world, settings: { base, trust: weight }, draws }) {
    const { firms, ties, meetings } = world.tables;
    const { disposition } = firms;
    const { tie, key, partner, back, gave, got } = meetings;
    const { trust } = ties;
    const draw = draws("give");
    for (let from = 0; from < meetings.count; from += BATCH) {
      const end = Math.min(from + BATCH, meetings.count);
      draw.fill(words, key, 0, from, end);
      for (let m = from, at = 0; m < end; m++, at += 2) {
        const own = base + weight * trust[tie[m]] + disposition[(tie[m] / TIES) | 0];
        const partners = base + weight * trust[back[m]] + disposition[partner[m]];
        gave[m] = decided(words[at], own);
        got[m] = decided(words[at + 1], partners);
      }
    }
  },
});
