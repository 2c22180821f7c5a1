import type { Column, Columns, TableParts } from "../kernel/columns.ts";
import { columnOf } from "../kernel/columns.ts";
import type { MainMemory } from "../observe/index.ts";
import { eventsOf, netRows } from "../observe/index.ts";
import type { Run } from "../run.ts";
import { firmColumns } from "../world/firms.ts";
import { networkColumns } from "../world/networks.ts";
import type { World } from "../world/world.ts";

/** Tables of a world at its end: every network that ever was, every firm's row, every event, every cell of NET. */

export const TABLE_NAMES = ["networks", "firms", "events", "net"] as const;
export type TableName = (typeof TABLE_NAMES)[number];
export type Cell = number | string | boolean | null;

export interface TableColumn {
  readonly name: string;
  readonly kind: "integer" | "number" | "text" | "flag";
}

/** Columns that hold rows of places are given as their ids. */
const PLACES: ReadonlySet<string> = new Set(["region", "sector"]);

function columnsOf(id: string, columns: Columns): TableColumn[] {
  const kindOf = (name: string, { kind }: Column): TableColumn["kind"] => {
    if (PLACES.has(name)) return "text";
    return kind === "f32" || kind === "f64" || kind === "u32" ? "number" : "integer";
  };
  return [
    { name: id, kind: "integer" },
    ...Object.entries(columns).map(([name, column]) => ({ name, kind: kindOf(name, column) })),
  ];
}

const EVENTS: readonly TableColumn[] = [
  { name: "month", kind: "integer" },
  { name: "kind", kind: "text" },
  { name: "network", kind: "integer" },
  { name: "firm", kind: "integer" },
  { name: "yes", kind: "integer" },
  { name: "asked", kind: "integer" },
  { name: "needed", kind: "integer" },
  { name: "region", kind: "text" },
  { name: "sector", kind: "text" },
];

/** The network evaluation tool: every network with members, twice a year, indicator by stage. */
const NET = [
  { name: "network", kind: "integer" },
  { name: "month", kind: "integer" },
  { name: "indicator", kind: "text" },
  { name: "stage", kind: "text" },
  { name: "score", kind: "number" },
] as const satisfies readonly TableColumn[];

/** Columns of each table, after the run's number. */
export const TABLE_COLUMNS: Readonly<Record<TableName, readonly TableColumn[]>> = {
  networks: columnsOf("network", networkColumns),
  firms: columnsOf("firm", firmColumns),
  events: EVENTS,
  net: NET,
};

function rowsOf(rows: TableParts, columns: readonly TableColumn[], world: World): Cell[][] {
  const place = (name: string, row: number) => placeOf(world, name, row);
  return Array.from({ length: rows.count }, (_, row) =>
    columns.map(({ name }, at) => {
      if (at === 0) return row;
      const value = columnOf(rows, name)[row];
      return PLACES.has(name) ? place(name, value) : value;
    }),
  );
}

function placeOf({ regionPlans, sectorPlans }: World, name: string, row: number): string | null {
  return (name === "region" ? regionPlans : sectorPlans)[row]?.id ?? null;
}

/** One table of a world as rows in the order of `TABLE_COLUMNS`. */
export function tableOf(run: Run, name: TableName): Cell[][] {
  const world = run.world as World;
  if (name === "net") {
    return [...netRows(run.memory as MainMemory)].map((row) => NET.map(({ name: column }) => row[column]));
  }
  if (name !== "events") return rowsOf(world[name], TABLE_COLUMNS[name], world);
  return eventsOf(world).map((event) =>
    EVENTS.map(({ name: column }) => {
      const value = event[column as keyof typeof event];
      return PLACES.has(column) ? placeOf(world, column, value as number) : value;
    }),
  );
}
