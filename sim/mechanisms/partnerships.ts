import { integer, number } from "../kernel/params.ts";
import { indexOf } from "../kernel/random.ts";
import { institution } from "./institution.ts";

/** Regions make friends with regions abroad; now and then a partner for a cluster comes of it. */
export const partnerships = institution({
  id: "partnerships",
  title: "Sister regions",
  claim: "Friendship between regions opens doors that a small firm would not find.",
  source: "study of Zhongguancun's technology firms 2010-14 (sister cities of Suzhou and Changzhou); sizes assumed",
  reads: [],
  writes: ["regions.reach", "clusters.partners"],
  params: {
    count: integer({
      label: "Sister regions",
      unit: "regions",
      min: 0,
      max: 50,
      start: 2,
      doc: "Regions abroad with which each region is bound.",
      source: "a scenario's choice",
    }),
    reach: number({
      label: "Doors opened",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 0.5,
      doc: "How much more often firms take the first step abroad, with many sister regions; with one, half of it.",
      source: "assumed",
    }),
    rate: number({
      label: "Partners that come of it",
      unit: "a month and sister region",
      min: 0,
      max: 1,
      step: 0.005,
      start: 0.01,
      doc: "Chance that one of the region's clusters finds a partner abroad.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { regions, clusters, cells } = world;
    const found = draws("found");
    for (let r = 0; r < regions.count; r++) {
      regions.reach[r] *= 1 + (settings.reach * settings.count) / (settings.count + 1);
      if (found.uniformOf(0, r, 0, 0) >= settings.rate * settings.count) continue;
      clusters.partners[r * cells.sectors + indexOf(found.uniformOf(0, r, 0, 1), cells.sectors)] += 1;
    }
  },
});
