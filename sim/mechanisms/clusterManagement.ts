import { flag, integer, number } from "../kernel/params.ts";
import { together } from "../world/abroad.ts";
import { STAGES } from "../world/birth.ts";
import type { World } from "../world/world.ts";
import { institution } from "./institution.ts";

/** Effort of a management that has no strategy, against one that has. */
const SCATTERED = 0.3;

/** How far the scarcest stage of the value chain falls short of its equal share in a cell: 0 not at all, 1 missing. */
function missingStage(world: World, c: number): number {
  const { firms, cells } = world;
  const firmsOf = new Int32Array(STAGES);
  let living = 0;
  for (let at = cells.starts[c]; at < cells.starts[c + 1]; at++) {
    const i = cells.rows[at];
    if (!firms.alive[i]) continue;
    firmsOf[firms.stage[i]] += 1;
    living += 1;
  }
  return living === 0 ? 0 : 1 - (Math.min(...firmsOf) * STAGES) / living;
}

/** A management takes a cluster abroad on two levels: itself first, at fairs and among its like, then its members. */
export const clusterManagement = institution({
  id: "clusterManagement",
  title: "Cluster management",
  claim:
    "A cluster goes abroad management first; a worked-out strategy makes it last, a quality label brings partners.",
  source: "ClusterPortal Baden-Württemberg: survey of 122 initiatives in eleven countries; sizes assumed",
  reads: ["firms.alive", "firms.stage"],
  writes: [
    "clusters.managed",
    "clusters.strategy",
    "clusters.label",
    "clusters.visibility",
    "clusters.partners",
    "clusters.reach",
    "clusters.cover",
    "tally.programme",
  ],
  params: {
    strategy: flag({
      label: "Strategy",
      start: true,
      doc: "Whether the management has a worked-out strategy that its members share; without one its effort is scattered.",
      source: "a scenario's choice",
    }),
    label: flag({
      label: "Quality label",
      start: false,
      doc: "Whether the clusters carry a quality label for their management.",
      source: "a scenario's choice",
    }),
    visibility: number({
      label: "Showing the cluster",
      unit: "share of the gap a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.02,
      doc: "How fast the cluster becomes known abroad, at conferences and fairs.",
      source: "assumed",
    }),
    partners: number({
      label: "Looking for partners",
      unit: "a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.03,
      doc: "Chance that a management which is fully visible finds a partner abroad; half of it when unknown, and up to twice when it looks for a stage that the cluster's chain lacks.",
      source: "assumed",
    }),
    labelled: number({
      label: "Worth of the label",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1,
      doc: "How much more often partners are found, and how much faster the cluster becomes known, with a label.",
      source: "assumed; the label contributed considerably, says the source",
    }),
    first: integer({
      label: "Partners before members",
      unit: "partners",
      min: 1,
      max: 20,
      start: 1,
      doc: "Partners that the management must have found before it takes its members along.",
      source: "assumed",
    }),
    reach: number({
      label: "Taking members along",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 2,
      doc: "How much more often firms of the cluster take the first step abroad, with a strategy and many partners.",
      source: "assumed",
    }),
    cover: number({
      label: "Holding out together",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of withdrawals after shocks abroad that are averted, with a strategy and many partners.",
      source: "assumed",
    }),
    half: number({
      label: "Partners of half the effect",
      unit: "partners",
      min: 0.5,
      max: 50,
      step: 0.5,
      start: 3,
      doc: "Partners with whom half of these is reached.",
      source: "assumed",
    }),
    cost: number({
      label: "Cost of a management",
      unit: "kUSD a month and cluster",
      min: 0,
      max: 100,
      step: 0.5,
      start: 8,
      doc: "Running cost, paid by the public.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { clusters, cells, tally } = world;
    const finds = draws("finds");
    const labelled = settings.label ? 1 + settings.labelled : 1;
    const effort = settings.strategy ? 1 : SCATTERED;
    for (let c = 0; c < cells.count; c++) {
      if (cells.starts[c] === cells.starts[c + 1]) continue;
      clusters.managed[c] = 1;
      clusters.strategy[c] = settings.strategy ? 1 : 0;
      clusters.label[c] = settings.label ? 1 : 0;
      tally.programme[0] += settings.cost;
      const gap = Math.min(1, settings.visibility * labelled) * (1 - clusters.visibility[c]);
      clusters.visibility[c] += gap;
      const looks = (0.5 + 0.5 * clusters.visibility[c]) * labelled * (1 + missingStage(world, c));
      if (finds.uniform(0, c) < settings.partners * looks) clusters.partners[c] += 1;
      const partners = clusters.partners[c];
      if (partners < settings.first) continue;
      const carried = (effort * partners) / (partners + settings.half);
      clusters.reach[c] *= 1 + settings.reach * carried;
      clusters.cover[c] = together(clusters.cover[c], settings.cover * carried);
    }
  },
});
