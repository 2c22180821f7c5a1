import { cellOf } from "../world/regions.ts";
import type { World } from "../world/world.ts";
import type { MainMeasure } from "./memory.ts";

/** Share of clusters at and above the mark to which the others are held: 30 of 150 in Zhejiang. */
const MARKED = 0.2;

/** Sales of every cluster (a cell with firms in business), largest first. */
function outputs({ firms, cells }: World): number[] {
  const sold = new Float64Array(cells.count);
  for (let i = 0; i < firms.count; i++)
    if (firms.alive[i]) sold[cellOf(cells, firms.region[i], firms.sector[i])] += firms.sales[i];
  return Array.from(sold.filter((each) => each > 0)).sort((a, b) => b - a);
}

/** Share of clusters that sell more than so many times the mark, which a fifth of them reach; 0 without clusters. */
function shareAbove(world: World, times: number): number {
  const sorted = outputs(world);
  if (sorted.length === 0) return 0;
  const mark = sorted[Math.max(0, Math.round(MARKED * sorted.length) - 1)];
  return sorted.filter((each) => each > times * mark).length / sorted.length;
}

const over = "clusters (cells with firms in business), this month";

export const clusterSizeMeasures: readonly MainMeasure[] = [
  {
    id: "clusters.large.share",
    title: "Very large clusters",
    unit: "share",
    formula:
      "clusters that sell more than twice the mark, over all; the mark is the sales that a fifth of clusters reach; 0 without clusters",
    over,
    nullWhen: "never",
    value: (world) => shareAbove(world, 2),
  },
  {
    id: "clusters.notSmall.share",
    title: "Clusters that are not small",
    unit: "share",
    formula:
      "clusters that sell more than a tenth of the mark, over all; the mark is the sales that a fifth of clusters reach; 0 without clusters",
    over,
    nullWhen: "never",
    value: (world) => shareAbove(world, 0.1),
  },
];
