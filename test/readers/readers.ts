import { parquetReadObjects } from "hyparquet";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { distretto } from "../cli/command.ts";
import { SMALL } from "../experiment/small.ts";

/**
 * What the command writes opens elsewhere, with the same values: tables in DuckDB, in a second reader of Parquet, in R and
 * in Python's csv, graphs in networkx. Needs `python3` (or PYTHON) with networkx, and R; on Debian:
 * apt-get install --no-install-recommends python3-networkx r-base-core
 */
const PYTHON = process.env["PYTHON"] ?? "python3";
const HERE = fileURLToPath(new URL(".", import.meta.url));

const TABLES = ["runs", "months", "networks", "events", "firms"];
/** Everything that a reader may stumble over: a formula, quotes, commas, other scripts, and runs without a value. */
const SEED = '=1+1,"Süd",市';

/** What of DuckDB is used; the package lies in this folder alone. */
interface Duck {
  readonly DuckDBInstance: {
    create(): Promise<{ connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRowsJS(): unknown[][] }> }> }>;
  };
}

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "distretto-readers-"));
  const settings = { "firms.count": 100, months: 36, "brokers.start": 1 };
  const content = { ...SMALL, settings, replicates: 2, seed: SEED, tables: TABLES.slice(2) };
  writeFileSync(join(folder, "small.json"), JSON.stringify(content));
  const { code, err } = await distretto(["batch", "small.json", "sweep"], { cwd: folder });
  expect(code, err).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (table: string, kind: string) => join(folder, "sweep", "results", `${table}.${kind}`);

function python(script: string, ...args: string[]): ReturnType<typeof JSON.parse> {
  const said = execFileSync(PYTHON, [join(HERE, script), ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(said);
}

/** A table as Parquet holds it, by the reader that the other tests use. */
async function rowsOf(table: string): Promise<Record<string, string | number | boolean | null>[]> {
  const bytes = readFileSync(place(table, "parquet"));
  const rows: unknown = await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  });
  return rows as Awaited<ReturnType<typeof rowsOf>>;
}

/** A value as CSV has it: text that a spreadsheet would run is defused there alone. */
const csvText = (value: string | number | boolean | null) => (value === null ? "" : String(value).replace(/^=/, "'="));

test("Python's csv reads every table, cell by cell", async () => {
  const read = python("tables.py", ...TABLES.map((table) => place(table, "csv")));
  for (const table of TABLES) {
    const rows = await rowsOf(table);
    expect(rows.length, table).toBeGreaterThan(0);
    const { columns, rows: texts } = read[place(table, "csv")];
    expect(columns).toEqual(Object.keys(rows[0]));
    expect(texts).toEqual(rows.map((row) => Object.values(row).map(csvText)));
  }
});

test("R reads every table, cell by cell", async () => {
  const script = join(HERE, "tables.R");
  const paths = TABLES.map((table) => place(table, "csv"));
  const options = { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: "C.UTF-8" } } as const;
  const said = execFileSync("Rscript", [script, ...paths], options).split("\u001d");
  for (const [at, table] of TABLES.entries()) {
    const [columns, ...cells] = said[at].split("\u001e").map((line) => line.split("\u001f"));
    const rows = await rowsOf(table);
    expect(columns, table).toEqual(Object.keys(rows[0]));
    expect(cells.slice(0, -1), table).toEqual(rows.map((row) => Object.values(row).map(csvText)));
  }
});

test("DuckDB reads every table, from Parquet and from CSV, with the same values", async () => {
  const { DuckDBInstance } = (await import(["@duckdb", "node-api"].join("/"))) as Duck;
  const database = await (await DuckDBInstance.create()).connect();
  const ask = async (sql: string) => (await database.runAndReadAll(sql)).getRowsJS();
  for (const table of TABLES) {
    const rows = await rowsOf(table);
    const columns = Object.keys(rows[0]);
    expect(await ask(`SELECT * FROM '${place(table, "parquet")}'`), table).toEqual(rows.map(Object.values));
    const types = await ask(`DESCRIBE SELECT * FROM '${place(table, "parquet")}'`);
    expect(types.map(([name]) => name)).toEqual(columns);
    const shared = types.map(([name, type]) => `'${String(name)}': '${String(type)}'`).join(", ");
    const csv = await ask(
      `SELECT * FROM read_csv('${place(table, "csv")}', header = true, columns = {${shared}}, auto_detect = false, escape = '"')`,
    );
    const defused = (value: unknown) => (typeof value === "string" ? value.replace(/^=/, "'=") : value);
    expect(csv, table).toEqual(rows.map((row) => Object.values(row).map(defused)));
  }
});

test("the example for DuckDB runs on the example experiment", async () => {
  const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
  const content = JSON.parse(readFileSync(join(examples, "trust-and-brokers.json"), "utf8"));
  const small = { ...content, settings: { "firms.count": 60, months: 12, "brokers.start": 1 }, replicates: 2 };
  writeFileSync(join(folder, "example.json"), JSON.stringify(small));
  expect((await distretto(["batch", "example.json", "example"], { cwd: folder })).code).toBe(0);
  const { DuckDBInstance } = (await import(["@duckdb", "node-api"].join("/"))) as Duck;
  const database = await (await DuckDBInstance.create()).connect();
  const script = readFileSync(join(examples, "runs.sql"), "utf8").replaceAll("sweep/", `${folder}/example/`);
  const answers: unknown[][][] = [];
  for (const statement of script.split(";").filter((text) => text.trim() !== ""))
    answers.push((await database.runAndReadAll(statement)).getRowsJS());
  const formed = await database.runAndReadAll(
    `SELECT avg("networks.formed") FROM '${folder}/example/results/runs.csv' WHERE "region.trust" = 0.1 AND "brokers.count" = 8`,
  );
  expect(answers[1]).toHaveLength(10);
  expect(answers[1][1].slice(0, 3)).toEqual([0.1, 8, formed.getRowsJS()[0][0]]);
  expect(answers[2]).toHaveLength(5);
});

test("networkx reads GraphML, GEXF and the list of edges: the same firms, ties and values", async () => {
  for (const kind of ["json", "graphml", "gexf", "csv"]) {
    const args = ["graph", "honduras", "--firms", "120", "--month", "30", "--out", `world.${kind}`];
    expect((await distretto(args, { cwd: folder })).code).toBe(0);
  }
  const { nodes, edges } = JSON.parse(readFileSync(join(folder, "world.json"), "utf8")) as {
    nodes: { id: string; attributes: Record<string, unknown> }[];
    edges: { source: string; target: string; attributes: Record<string, unknown> }[];
  };
  const read = python("graphs.py", folder);
  const order = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
  const pairs = edges.map(({ source, target }) => [source, target].sort()).sort(order);
  expect(pairs.length).toBeGreaterThan(100);
  for (const kind of ["graphml", "gexf"]) {
    for (const { id, attributes } of nodes) expect(read[kind].nodes[id], kind).toMatchObject(attributes);
    expect(Object.keys(read[kind].nodes)).toHaveLength(nodes.length);
    const found = (read[kind].edges as [string, string, Record<string, unknown>][]).sort(order);
    expect(found.map(([a, b]) => [a, b])).toEqual(pairs);
    const values = new Map(found.map(([a, b, each]) => [`${a} ${b}`, each]));
    for (const { source, target, attributes } of edges)
      expect(values.get([source, target].sort().join(" ")), kind).toMatchObject(attributes);
  }
  expect(read.graphml.clustering).toBeCloseTo(read.gexf.clustering, 12);
  expect(read.csv.rows).toBe(edges.length);
  expect((read.csv.edges as string[][]).sort(order)).toEqual(pairs);
});
