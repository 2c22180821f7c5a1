import { addRow } from "../kernel/columns.ts";
import { integer, number } from "../kernel/params.ts";
import { mechanism } from "./mechanism.ts";

/** Brokers train brokers: each generation begins somewhat less skilled than the one before. */
export const training = mechanism({
  id: "training",
  title: "Training of brokers",
  claim: "Training others multiplies what a small team can reach.",
  source: "Ceglie & Dini 1999: 71 brokers trained in 1997-98, 59 networks and clusters",
  reads: [],
  writes: [
    "brokers.active",
    "brokers.generation",
    "brokers.load",
    "brokers.networks",
    "brokers.skill",
    "brokers.trainedBy",
    "brokers.work",
  ],
  params: {
    every: integer({
      label: "A course for brokers every",
      unit: "months",
      min: 1,
      max: 120,
      start: 12,
      doc: "Months between the courses in which half of the brokers train one each.",
      source: "assumed",
    }),
    work: number({
      label: "Work of training one",
      unit: "units",
      min: 0,
      max: 100,
      step: 1,
      start: 6,
      doc: "Work that a broker spends on training another.",
      source: "assumed",
    }),
    most: integer({
      label: "People to be trained",
      unit: "persons",
      min: 0,
      max: 1000,
      start: 71,
      doc: "Most brokers that can be trained; there are only so many who would do this work.",
      source: "Ceglie & Dini 1999: 71 brokers trained in 1997-98",
    }),
    passed: number({
      label: "Skill passed on",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.9,
      doc: "Share of its skill that a broker passes on.",
      source: "assumed",
    }),
  },
  step({ world, settings, month }) {
    const { brokers, rules } = world;
    const since = month - rules.brokers.start;
    if (!rules.brokers.training || since <= 0 || since % settings.every !== 0) return;
    const teachers = brokers.count;
    let trained = 0;
    for (let b = 0; b < teachers; b++) if (brokers.generation[b] !== 1) trained += 1;
    for (let b = 0; b < teachers; b += 2) {
      if (brokers.active[b] === 0 || trained >= settings.most) continue;
      const pupil = addRow(brokers);
      trained += 1;
      brokers.work[b] -= settings.work;
      brokers.skill[pupil] = settings.passed * brokers.skill[b];
      brokers.generation[pupil] = brokers.generation[b] + 1;
      brokers.trainedBy[pupil] = b;
      brokers.active[pupil] = 1;
    }
  },
});
