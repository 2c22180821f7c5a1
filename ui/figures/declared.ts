import type { Look } from "../charts/timeChart.ts";

/**
 * The charts of Explore, as data: which measures and gauges each panel draws, and how. Their titles, names and meanings
 * are messages under the same ids.
 */

/** How a value is printed: a count, a share as per cent, an index with two decimals, money in kUSD. */
export type Format = "count" | "percent" | "index" | "money";

export interface PanelPlan {
  readonly id: string;
  readonly format: Format;
  readonly lines: readonly (readonly [id: string, look: Look])[];
  /** Pairs of ids, the widest first, and how dark each is. */
  readonly bands: readonly (readonly [low: string, high: string, shade: number])[];
  /** What stands on each other, the lowest first. */
  readonly layers: readonly (readonly [id: string, shade: number, dash: string])[];
  /** What the axis must reach at least. */
  readonly reach: readonly [number, number];
  readonly isStepped: boolean;
}

export interface FigurePlan {
  readonly id: string;
  /** Panels beside each other where there is room. */
  readonly columns: number;
  readonly panels: readonly PanelPlan[];
}

function panel(id: string, format: Format, rest: Partial<PanelPlan>): PanelPlan {
  return { id, format, lines: [], bands: [], layers: [], reach: [0, 0], isStepped: format === "count", ...rest };
}

/** One measure by itself, which needs no name beside its title. */
function alone(id: string, format: Format, reach: readonly [number, number] = [0, 0]): PanelPlan {
  return panel(id, format, { lines: [[id, "plain"]], reach });
}

/** Firms that have been in a network against those that never were. */
function against(id: string, members: string, others: string): PanelPlan {
  return panel(id, "percent", {
    lines: [
      [members, "median"],
      [others, "dashed"],
    ],
    reach: [0, 0.05],
  });
}

export const FIGURES: readonly FigurePlan[] = [
  {
    id: "phases",
    columns: 1,
    panels: [
      panel("phases", "count", {
        // The further a network has come the lower and the darker; the line above each is always drawn.
        layers: [
          ["phase.selfManaged", 0.62, "none"],
          ["phase.strategic", 0.32, "none"],
          ["phase.pilot", 0.14, "none"],
          ["phase.planning", 0.05, "1 2.5"],
          ["phase.dormant", 0, "5 3"],
        ],
        reach: [0, 4],
      }),
    ],
  },
  {
    id: "conduct",
    columns: 1,
    panels: [
      panel("conduct", "count", {
        lines: [
          ["conduct.contributes", "contributes"],
          ["conduct.freeRides", "freeRides"],
        ],
        reach: [0, 10],
      }),
      alone("contribution.rate", "percent", [0, 1]),
    ],
  },
  {
    id: "trust",
    columns: 1,
    panels: [
      panel("trust", "index", {
        bands: [
          ["trust.ties.p05", "trust.ties.p95", 0.13],
          ["trust.ties.p25", "trust.ties.p75", 0.22],
        ],
        lines: [
          ["trust.ties.p50", "median"],
          ["trust.members", "dashed"],
          ["trust.population", "dotted"],
        ],
        reach: [0, 1],
      }),
    ],
  },
  {
    id: "money",
    columns: 1,
    panels: [
      panel("money", "money", {
        layers: [
          ["money.public", 0.12, "none"],
          ["money.fees", 0.42, "none"],
          ["money.membership", 0.68, "none"],
          ["money.buyers", 0.88, "none"],
        ],
        reach: [0, 10],
      }),
    ],
  },
  {
    id: "brokers",
    columns: 1,
    panels: [
      panel("load", "percent", {
        bands: [["brokers.load.least", "brokers.load.most", 0.18]],
        lines: [["brokers.load.mean", "median"]],
        reach: [0, 1],
      }),
      panel("brokers.active", "count", { lines: [["brokers.active", "plain"]], reach: [0, 4] }),
    ],
  },
  {
    id: "members",
    columns: 2,
    panels: [
      against("sales", "sales.members.change", "sales.others.change"),
      against("jobs", "jobs.members.change", "jobs.others.change"),
      against("assets", "assets.members.change", "assets.others.change"),
      against("exports", "exports.members.share", "exports.others.share"),
    ],
  },
  {
    id: "ties",
    columns: 3,
    panels: [
      alone("ties.density", "percent"),
      alone("ties.knowledgeDensity", "percent"),
      alone("ties.clustering", "percent", [0, 1]),
      alone("ties.giantComponent.share", "percent", [0, 1]),
      alone("ties.modularity", "index"),
      alone("ties.centralisation", "percent"),
    ],
  },
];

/** Every id that a figure draws, each once, in the order in which they come. */
export function idsOf({ panels }: FigurePlan): string[] {
  const ids = panels.flatMap(({ layers, bands, lines }) => [
    ...layers.map(([id]) => id),
    ...bands.map(([low]) => low),
    ...lines.map(([id]) => id),
    ...bands.map(([, high]) => high).reverse(),
  ]);
  return [...new Set(ids)];
}
