import { f64, i16, u8 } from "../kernel/columns.ts";

/** Where firms are. */
export const regionColumns = {
  x: f64({ unit: "km", doc: "Centre, east." }),
  y: f64({ unit: "km", doc: "Centre, north." }),
  trust: f64({ unit: "0..1", doc: "Generalised trust tau: trust in a stranger before any experience." }),
  law: f64({ unit: "0..1", doc: "Rule of law l." }),
  dispersion: f64({ unit: "Honduras = 1", doc: "Dispersion d: multiplies the cost of co-ordination." }),
  finding: f64({
    unit: "multiple",
    doc: "Cost of finding a partner, against the common one; institutions lower it for a month.",
    start: 1,
  }),
  visibility: f64({
    unit: "multiple",
    doc: "How much firms hear of each other, against the common rate; institutions raise it for a month.",
    start: 1,
  }),
  reach: f64({
    unit: "multiple",
    doc: "Chance of a first step abroad, against the common one; institutions raise it for a month.",
    start: 1,
  }),
  inputCost: f64({ unit: "start = 1", doc: "What inputs cost to whoever buys alone.", start: 1 }),
  credit: f64({ unit: "multiple", doc: "How much lenders lend, against their own rule.", start: 1 }),
  centreOpen: i16({ unit: "month", doc: "Last month in which a service centre was at work; -1 never.", start: -1 }),
  queue: f64({ unit: "cases", doc: "Cases that wait at the service centre." }),
  agents: f64({
    unit: "0..1",
    doc: "Share of a firm's foreign work that intermediaries of the region can do for it this month.",
  }),
  defence: f64({ unit: "0..1", doc: "Chance that a duty against the region's exporters is fought off this month." }),
  cover: f64({
    unit: "0..1",
    doc: "Share of shocks abroad that institutions of the region take off a firm this month.",
  }),
  demand: f64({ unit: "start = 1", doc: "Demand for what the region makes.", start: 1 }),
} as const;

/** A cell (one sector in one region) as a cluster: what its firms have in common. Row c is cell c. */
export const clusterColumns = {
  brand: f64({ unit: "0..1", doc: "Standing of the common brand; 0 without one." }),
  label: u8({ unit: "0/1", doc: "Whether it carries a quality label." }),
  managed: u8({ unit: "0/1", doc: "Whether a cluster management is at work." }),
  strategy: u8({ unit: "0/1", doc: "Whether the management has a worked-out strategy." }),
  visibility: f64({ unit: "0..1", doc: "How far it is known abroad." }),
  partners: f64({ unit: "partners", doc: "Partners abroad that the management has found." }),
  inputs: f64({ unit: "kUSD a month", doc: "Inputs that its firms buy, where any network may buy for all." }),
  reach: f64({
    unit: "multiple",
    doc: "Chance of a step abroad, against the common one; what firms of the cell have in common raises it for a month.",
    start: 1,
  }),
  cover: f64({
    unit: "0..1",
    doc: "Share of shocks abroad that what they have in common takes off a firm this month.",
  }),
  inputPrice: f64({ unit: "start = 1", doc: "Price that its firms pay for inputs which they buy together.", start: 1 }),
} as const;

/** A region as a scenario names it; what it leaves out comes from the settings. */
export interface RegionPlan {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Share of all firms; equal shares where no region names one. */
  readonly share?: number;
  readonly trust?: number;
  readonly law?: number;
  readonly dispersion?: number;
  readonly radius?: number;
  /** Share of the region's firms in each sector, by sector id; equal shares where none is named. */
  readonly sectors?: Readonly<Record<string, number>>;
}

export interface SectorPlan {
  readonly id: string;
  readonly name: string;
}

/** A firm that a scenario names: rows of its region and sector; size and place where they are known. */
export interface GivenFirm {
  readonly region: number;
  readonly sector: number;
  readonly workers: number | undefined;
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** Firms that a scenario names one by one, and who knows whom among them. */
export interface GivenFirms {
  readonly firms: readonly GivenFirm[];
  /** Pairs of places in the list; undefined where firms come to know each other as everywhere else. */
  readonly ties: readonly (readonly [number, number])[] | undefined;
}

/** A cell is one sector in one region: the place where a cluster can be. */
export interface Cells {
  readonly count: number;
  readonly sectors: number;
  /** Rows of firms, cell by cell; cell c holds rows `rows[starts[c]]` to `rows[starts[c + 1] - 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** The cell of a region and a sector. */
export function cellOf(cells: Cells, region: number, sector: number): number {
  return region * cells.sectors + sector;
}
