import { flag, integer, number } from "../kernel/params.ts";
import { institution } from "./institution.ts";

/** Brokers become better: by doing, on study tours, with a written method, and in a team. */
export const brokerLearning = institution({
  id: "brokerLearning",
  title: "Learning by brokers",
  claim: "Brokerage is learnt on the job; a written method and visits to good examples speed it up.",
  source: "Ceglie & Dini 1999, lesson 5",
  reads: ["brokers.active", "brokers.load"],
  writes: ["brokers.skill"],
  params: {
    doing: number({
      label: "Learning by doing",
      unit: "share of what is missing, a month at full load",
      min: 0,
      max: 0.1,
      step: 0.001,
      start: 0.004,
      doc: "How much of the missing skill a month with a full caseload adds.",
      source: "assumed",
    }),
    tours: integer({
      label: "A study tour every",
      unit: "months, 0 never",
      min: 0,
      max: 120,
      start: 0,
      doc: "Months between study tours abroad.",
      source: "Ceglie & Dini 1999: joint learning programmes abroad",
    }),
    "tours.gain": number({
      label: "Gain of a study tour",
      unit: "share of what is missing",
      min: 0,
      max: 0.5,
      step: 0.01,
      start: 0.1,
      doc: "How much of the missing skill a study tour adds.",
      source: "assumed",
    }),
    methodology: flag({
      label: "Written method",
      start: false,
      doc: "Whether there is a written method: it doubles learning by doing.",
      source: "Honduras; doubling assumed",
    }),
    team: number({
      label: "Learning from each other",
      unit: "share of the gap a month",
      min: 0,
      max: 0.2,
      step: 0.005,
      start: 0,
      doc: "How much of the gap to the best of the team a broker makes up in a month.",
      source: "assumed",
    }),
  },
  step({ world, settings, month }) {
    const { brokers, rules } = world;
    let best = 0;
    for (let b = 0; b < brokers.count; b++) if (brokers.active[b]) best = Math.max(best, brokers.skill[b]);
    const tour = settings.tours > 0 && month % settings.tours === 0 ? settings["tours.gain"] : 0;
    for (let b = 0; b < brokers.count; b++) {
      if (!brokers.active[b]) continue;
      const busy = Math.min(1, brokers.load[b] / rules.brokers.caseload);
      const doing = settings.doing * busy * (settings.methodology ? 2 : 1);
      const skill = brokers.skill[b];
      brokers.skill[b] = Math.min(1, skill + (doing + tour) * (1 - skill) + settings.team * (best - skill));
    }
  },
});
