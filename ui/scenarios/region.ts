import type { Problem } from "../../sim/contract.ts";
import type { Row } from "./csv.ts";
import { parseCsv } from "./csv.ts";

/** A region of one's own from two tables: firms (id, place, sector, workers, x, y) and ties (from, to). */

const FIRMS = ["id", "place", "sector", "workers", "x", "y"] as const;
const TIES = ["from", "to"] as const;

/** What the tables begin with, to be filled in. */
export const FIRMS_TEMPLATE =
  "id,place,sector,workers,x,y\nW1,North bank,pottery,6,0.2,0.1\nW2,North bank,pottery,4,0.5,-0.3\nW3,Hill,tiles,11,8.1,4.2\nW4,Hill,pottery,,,\n";
export const TIES_TEMPLATE = "from,to\nW1,W2\nW2,W3\n";

/** A region without places of its own stands on a grid of so many km. */
const GRID = 40;
const MOST_PROBLEMS = 50;

export interface OwnRegion {
  readonly document: object;
  readonly problems: readonly Problem[];
}

/** A name as an id: `North bank` as `north-bank`; others that come out alike get a number. */
function idsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    if (ids.has(name)) continue;
    const plain = name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40);
    const base = plain === "" ? "place" : `${plain}`;
    let id = base;
    for (let k = 2; taken.has(id) || id === "constructor" || id === "prototype"; k++) id = `${base}-${k}`;
    taken.add(id);
    ids.set(name, id);
  }
  return ids;
}

interface Fault {
  readonly row: Row;
  readonly column: string;
  readonly expected: string;
  readonly mend: string;
}

function numberOf(row: Row, column: string, low: number, high: number, faults: Fault[]): number | undefined {
  const cell = row.cells[column] ?? "";
  if (cell === "") return undefined;
  const value = Number(cell.replace(",", "."));
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  faults.push({ row, column, expected: `a number from ${low} to ${high}`, mend: "Mend it, or leave the cell empty." });
  return undefined;
}

/** The scenario that two tables make, and everything that is wrong with them, by line and column. */
export function regionOf(name: string, firmsText: string, tiesText: string): OwnRegion {
  const firmTable = parseCsv(firmsText, "firms", FIRMS, ["id", "place", "sector"]);
  const tieTable = tiesText.trim() === "" ? null : parseCsv(tiesText, "ties", TIES, TIES);
  const problems: Problem[] = [...firmTable.problems, ...(tieTable?.problems ?? [])];
  const faultsOf = (table: string, faults: readonly Fault[]): Problem[] =>
    faults.map(({ row, column, expected, mend }) => ({
      path: `${table}, line ${row.line}, ${column}`,
      value: (row.cells[column] ?? "").slice(0, 60) || "empty",
      expected,
      mend,
    }));

  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const row of firmTable.rows) {
    for (const column of ["id", "place", "sector"]) {
      const cell = row.cells[column] ?? "";
      if (cell === "") faults.push({ row, column, expected: "a text", mend: "Fill the cell in." });
      else if (cell.length > 60) faults.push({ row, column, expected: "at most 60 characters", mend: "Shorten it." });
    }
    const id = row.cells["id"] ?? "";
    if (id !== "" && seen.has(id))
      faults.push({ row, column: "id", expected: "an id that is used once", mend: "Rename it." });
    seen.add(id);
    if (((row.cells["x"] ?? "") === "") !== ((row.cells["y"] ?? "") === "")) {
      const column = (row.cells["x"] ?? "") === "" ? "x" : "y";
      faults.push({ row, column, expected: "both x and y, or neither", mend: "Add the other one, or empty both." });
    }
  }
  const places = idsOf(firmTable.rows.map(({ cells }) => cells["place"] ?? ""));
  const sectors = idsOf(firmTable.rows.map(({ cells }) => cells["sector"] ?? ""));
  const firms = firmTable.rows.map((row) => ({
    id: row.cells["id"],
    place: places.get(row.cells["place"] ?? ""),
    sector: sectors.get(row.cells["sector"] ?? ""),
    workers: numberOf(row, "workers", 1, 100_000, faults),
    x: numberOf(row, "x", -20_000, 20_000, faults),
    y: numberOf(row, "y", -20_000, 20_000, faults),
  }));
  if (firmTable.rows.length === 0) {
    problems.push({
      path: "firms",
      value: "no rows",
      expected: "a row for each firm",
      mend: "Begin with the template.",
    });
  }
  problems.push(...faultsOf("firms", faults));

  const tieFaults: Fault[] = [];
  const pairs = new Set<string>();
  for (const row of tieTable?.rows ?? []) {
    const { from = "", to = "" } = row.cells;
    for (const column of TIES) {
      const cell = row.cells[column] ?? "";
      if (!seen.has(cell))
        tieFaults.push({ row, column, expected: "the id of a firm", mend: "Mend it, or add the firm." });
    }
    const pair = [from, to].sort().join("\n");
    if (from === to) tieFaults.push({ row, column: "to", expected: "another firm", mend: "Take the line away." });
    else if (pairs.has(pair))
      tieFaults.push({ row, column: "to", expected: "each pair once", mend: "Take the line away." });
    pairs.add(pair);
  }
  problems.push(...faultsOf("ties", tieFaults));

  const across = Math.ceil(Math.sqrt(places.size));
  const regions = [...places].map(([town, id], k) => {
    const known = firms.filter((firm) => firm.place === id && firm.x !== undefined && firm.y !== undefined);
    const mean = (axis: "x" | "y"): number => known.reduce((sum, firm) => sum + (firm[axis] ?? 0), 0) / known.length;
    const grid = { x: (k % across) * GRID, y: Math.floor(k / across) * GRID };
    return { id, name: town, ...(known.length > 0 ? { x: mean("x"), y: mean("y") } : grid) };
  });
  const [id] = idsOf([name]).values();
  return {
    problems: problems.slice(0, MOST_PROBLEMS),
    document: {
      format: "distretto/scenario/1",
      name: id,
      title: name,
      question: "",
      months: 120,
      sectors: [...sectors].map(([trade, sector]) => ({ id: sector, name: trade })),
      regions,
      firms: firms.map((firm) => Object.fromEntries(Object.entries(firm).filter(([, value]) => value !== undefined))),
      ...(tieTable !== null && { ties: tieTable.rows.map(({ cells }) => ({ from: cells["from"], to: cells["to"] })) }),
      programme: [{ use: "brokers", start: 6, end: 66, settings: { count: 1 } }],
    },
  };
}
