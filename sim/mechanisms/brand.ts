import { number } from "../kernel/params.ts";
import { together } from "../world/abroad.ts";
import { BRAND_HURT, note } from "../world/journal.ts";
import { FREE_RIDER } from "../world/firms.ts";
import { institution } from "./institution.ts";

/** Firms of a cluster sell under one name; what each delivers makes or mars it for all. */
export const brand = institution({
  id: "brand",
  title: "Cluster brand",
  claim:
    "A common name sells for all, and one member's defect hurts all; the more share it, the less each has to lose.",
  source: "Tirole 1996; Winfree & McCluskey 2005; sizes assumed",
  reads: ["firms.alive", "firms.keyHigh", "firms.keyLow", "firms.quality", "firms.sales", "firms.type"],
  writes: ["clusters.brand", "clusters.reach", "clusters.cover", "firms.productivity", "journal.*"],
  params: {
    build: number({
      label: "Making a name",
      unit: "share of the gap a month",
      min: 0,
      max: 1,
      step: 0.01,
      start: 0.1,
      doc: "How fast the brand follows the mean quality that the cluster sells.",
      source: "assumed",
    }),
    defects: number({
      label: "Defects that are seen",
      unit: "a month and firm",
      min: 0,
      max: 0.5,
      step: 0.0005,
      start: 0.001,
      doc: "Chance that a firm of quality 0 is seen to deliver a defect; it falls with its quality.",
      source: "assumed",
    }),
    shirking: number({
      label: "Hiding behind the name",
      unit: "multiple less 1",
      min: 0,
      max: 10,
      step: 0.1,
      start: 1,
      doc: "How many more defects free riders deliver under a name that very many share.",
      source: "Winfree & McCluskey 2005; size assumed",
    }),
    hurt: number({
      label: "Harm of a defect",
      unit: "share of the brand",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.3,
      doc: "Share of its standing that the brand loses with each defect that is seen.",
      source: "assumed",
    }),
    premium: number({
      label: "Price of a name",
      unit: "log productivity a month",
      min: 0,
      max: 0.05,
      step: 0.0005,
      start: 0.002,
      doc: "What a brand of full standing adds to every firm's productivity; upkeep takes it away when the name goes.",
      source: "assumed",
    }),
    reach: number({
      label: "A name opens doors",
      unit: "multiple less 1",
      min: 0,
      max: 5,
      step: 0.1,
      start: 1.5,
      doc: "How much more often firms of a brand of full standing take the first step abroad.",
      source: "assumed",
    }),
    cover: number({
      label: "A name holds customers",
      unit: "share",
      min: 0,
      max: 1,
      step: 0.05,
      start: 0.5,
      doc: "Share of withdrawals after shocks abroad that a brand of full standing averts.",
      source: "assumed",
    }),
  },
  step({ world, settings, draws }) {
    const { firms, clusters, cells } = world;
    const defects = draws("defects");
    for (let c = 0; c < cells.count; c++) {
      const members = cells.starts[c + 1] - cells.starts[c];
      if (members === 0) continue;
      const hiding = 1 + settings.shirking * (1 - 1 / members);
      let delivered = 0;
      let sold = 0;
      let standing = clusters.brand[c];
      for (let at = cells.starts[c]; at < cells.starts[c + 1]; at++) {
        const i = cells.rows[at];
        if (!firms.alive[i]) continue;
        delivered += firms.quality[i] * firms.sales[i];
        sold += firms.sales[i];
        const chance = settings.defects * (1 - firms.quality[i]) * (firms.type[i] === FREE_RIDER ? hiding : 1);
        if (defects.uniform(firms.keyHigh[i], firms.keyLow[i]) >= chance) continue;
        standing *= 1 - settings.hurt;
        note(world, BRAND_HURT, -1, i);
      }
      if (sold > 0) standing += settings.build * Math.max(0, delivered / sold - standing);
      clusters.brand[c] = standing;
      clusters.reach[c] *= 1 + settings.reach * standing;
      clusters.cover[c] = together(clusters.cover[c], settings.cover * standing);
      for (let at = cells.starts[c]; at < cells.starts[c + 1]; at++) {
        const i = cells.rows[at];
        if (firms.alive[i]) firms.productivity[i] += settings.premium * standing;
      }
    }
  },
});
