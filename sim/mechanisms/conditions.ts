import { number } from "../kernel/params.ts";
import { mechanism } from "./mechanism.ts";

/** Every month begins with the common conditions; institutions that are at work change them for this month. */
export const conditions = mechanism({
  id: "conditions",
  title: "Conditions of the month",
  claim: "What institutions do for a place lasts as long as they do; a name that nobody tends is forgotten.",
  source: "North 1990; size assumed",
  reads: [],
  writes: [
    "regions.finding",
    "regions.visibility",
    "regions.reach",
    "regions.agents",
    "regions.defence",
    "regions.cover",
    "clusters.brand",
    "clusters.visibility",
    "clusters.label",
    "clusters.managed",
    "clusters.strategy",
    "clusters.reach",
    "clusters.cover",
  ],
  params: {
    forgetting: number({
      label: "A name is forgotten",
      unit: "share a month",
      min: 0,
      max: 0.5,
      step: 0.005,
      start: 0.02,
      doc: "Share of a cluster's brand and of its visibility abroad that is lost in a month.",
      source: "assumed",
    }),
  },
  step({ world: { regions, clusters }, settings: { forgetting } }) {
    for (let r = 0; r < regions.count; r++) {
      regions.finding[r] = 1;
      regions.visibility[r] = 1;
      regions.reach[r] = 1;
      regions.agents[r] = 0;
      regions.defence[r] = 0;
      regions.cover[r] = 0;
    }
    for (let c = 0; c < clusters.count; c++) {
      clusters.brand[c] *= 1 - forgetting;
      clusters.visibility[c] *= 1 - forgetting;
      clusters.label[c] = 0;
      clusters.managed[c] = 0;
      clusters.strategy[c] = 0;
      clusters.reach[c] = 1;
      clusters.cover[c] = 0;
    }
  },
});
