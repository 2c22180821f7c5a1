import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { RunsProgress, RunTable } from "../../sim/contract.ts";
import { chances } from "../chances.ts";
import { batch } from "../../src/experiment/batch.ts";
import { DISK } from "../../src/experiment/disk.ts";
import { parquetOf } from "../../src/formats/parquet.ts";
import { Experiments } from "../../src/host/experiments.ts";
import type { Hand } from "../../src/host/inOrder.ts";
import { playHere } from "../../src/host/jobs.ts";
import { Session } from "../../src/host/session.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { hereCrew } from "../experiment/hereCrew.ts";
import { SMALL, inNew, smallFolder } from "../experiment/small.ts";

/** An experiment as the page has it: the same problems, rows and worlds as on the command line. */

const HAND: Hand = { play: (job) => playHere(job, CATALOGUE) };
const experiments = () => new Experiments(CATALOGUE, () => [HAND, HAND]);

function found<T>(reply: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
  return reply.value;
}

/** The table of runs of the small experiment, as a batch writes it. */
function finished(changes?: object, kind?: "csv"): Promise<string>;
function finished(changes: object, kind: "parquet"): Promise<ArrayBuffer>;
function finished(changes: object = {}, kind = "csv"): Promise<string | ArrayBuffer> {
  return inNew(async (path) => {
    await batch({ disk: DISK, folder: smallFolder(path, changes), crew: hereCrew() });
    const bytes = readFileSync(join(path, "results", `runs.${kind}`));
    return kind === "csv" ? bytes.toString("utf8") : new Uint8Array(bytes).buffer;
  });
}

/** With a column of flags, and runs that have no value for a measure. */
const FLAGS = {
  parameters: { "sanctions.fines": [true, false], "fees.schedule": ["none", "rising"] },
  measures: ["networks.formed", "networks.firstMonth", "contribution.rate"],
};

test("a file is told about, or refused with the same problems as on the command line", async () => {
  const facts = found(await experiments().open(JSON.stringify(SMALL)));
  expect(facts).toMatchObject({ scenario: "honduras", design: "factorial", points: 4, replicates: 6, runs: 24 });
  expect(facts.parameters).toEqual(["region.trust", "fees.schedule"]);
  const bad = JSON.stringify({ ...SMALL, measures: ["networks.fromed"], replicates: 0 });
  expect(await experiments().open(bad)).toMatchObject({ ok: false, problems: [{ path: "/replicates" }] });
  const misspelt = JSON.stringify({ ...SMALL, measures: ["networks.fromed"] });
  expect(await experiments().open(misspelt)).toMatchObject({
    ok: false,
    problems: [{ path: "/measures/0", mend: expect.stringContaining("networks.formed") }],
  });
  expect(await experiments().open("{")).toMatchObject({ ok: false });
});

test("all runs played here are the rows that a batch writes; some of them are spread over the design", async () => {
  const here = experiments();
  found(await here.open(JSON.stringify(SMALL)));
  const told: RunsProgress[] = [];
  const table = await here.play(1000, (progress) => told.push(progress));
  expect(told.at(-1)).toMatchObject({ done: 24, of: 24, failed: 0 });
  const read = found(await experiments().read(await finished()));
  expect(table.rows).toEqual(read.rows);
  expect(table.columns.map(({ name }) => name)).toEqual(read.columns.map(({ name }) => name));
  const few = await here.play(4, () => undefined);
  expect(few.rows).toEqual([1, 7, 13, 19].map((run) => read.rows[run - 1]));
});

test("a table is the same from Parquet as from CSV", async () => {
  for (const changes of [{ seed: '=1+1,"Süd",市', replicates: 2 }, FLAGS]) {
    const text = found(await experiments().read(await finished(changes)));
    const bytes = found(await experiments().read(await finished(changes, "parquet")));
    expect(bytes.columns.map(({ name }) => name)).toEqual(text.columns.map(({ name }) => name));
    const asText = (cell: unknown) => (typeof cell === "boolean" ? String(cell) : cell);
    expect(bytes.rows.map((row) => row.map(asText))).toEqual(text.rows);
    const here = experiments();
    found(await here.open(JSON.stringify({ ...SMALL, ...changes })));
    expect(await here.world(bytes, bytes.rows[3])).toEqual(await here.world(text, text.rows[3]));
  }
});

test("a Parquet file that is damaged, or of something else, is refused or read, and nothing else", async () => {
  const whole = new Uint8Array(await finished({}, "parquet"));
  const chance = chances(7);
  let refused = 0;
  for (let at = 0; at < 300; at++) {
    const bytes = whole.slice(0, at % 3 === 0 ? Math.floor(chance() * whole.length) : whole.length);
    for (let k = 0; k < 1 + (at % 4) && bytes.length > 0; k++)
      bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
    const reply = await experiments().read(bytes.buffer);
    if (reply.ok) continue;
    refused += 1;
    expect(reply.problems[0].path).toBe("results");
  }
  expect(refused).toBeGreaterThan(100);
  const other = await parquetOf([{ name: "a", kind: "integer", values: [1, 2] }]);
  expect(await experiments().read(other.slice().buffer)).toMatchObject({
    ok: false,
    problems: [{ value: '"a"', mend: expect.stringContaining("runs.csv") }],
  });
});

test("stopped, it keeps the rows there are", async () => {
  const slow: Hand = {
    play: async (job) => {
      await new Promise((resume) => setTimeout(resume, 5));
      return HAND.play(job);
    },
  };
  const here = new Experiments(CATALOGUE, () => [slow]);
  found(await here.open(JSON.stringify(SMALL)));
  const playing = here.play(24, ({ done }) => done >= 3 && void here.stop());
  const { rows } = await playing;
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(rows.length).toBeLessThan(24);
});

test("a run that fails is a row that says why", async () => {
  const here = new Experiments(CATALOGUE, () => [{ play: () => Promise.reject(new Error("it broke")) }]);
  found(await here.open(JSON.stringify(SMALL)));
  const { rows } = await here.play(2, () => undefined);
  expect(rows[0].slice(4, 6)).toEqual(["failed", "it broke"]);
});

test("a row of a finished sweep leads to its world, with the hash of the row", async () => {
  const table = found(await experiments().read(await finished()));
  const here = experiments();
  const row = table.rows[16];
  expect(await here.world(table, row)).toMatchObject({ ok: false, problems: [{ path: "experiment" }] });
  found(await here.open(JSON.stringify(SMALL)));
  const { scenario, seed, settings, month } = found(await here.world(table, row));
  const session = new Session(CATALOGUE);
  found(await session.open({ scenario, settings: { ...settings, seed } }));
  expect(await session.hash(month)).toBe(row.at(-1));
});

test("a row of another experiment, and what is no table of runs, is refused", async () => {
  const here = experiments();
  found(await here.open(JSON.stringify(SMALL)));
  const other = found(await here.read(await finished({ seed: "=other" })));
  expect(other.rows[0][3]).toBe("=other/1");
  expect(await here.world(other, other.rows[0])).toMatchObject({ ok: false, problems: [{ path: "run 1, seed" }] });
  const wrongTrust: RunTable = {
    ...other,
    rows: [other.rows[0].map((cell) => (cell === "=other/1" ? "small/1" : cell))],
  };
  expect(await here.world(wrongTrust, wrongTrust.rows[0])).toMatchObject({ ok: true });
  const moved = wrongTrust.rows[0].map((cell) => (cell === 0.2 ? 0.3 : cell));
  expect(await here.world(other, moved)).toMatchObject({ ok: false, problems: [{ path: "run 1, region.trust" }] });
  expect(await here.read("a,b\n1,2\n")).toMatchObject({ ok: false, problems: [{ path: "results" }] });
  expect(await here.read("run,seed,hash\n1,a\n")).toMatchObject({ ok: false, problems: [{ path: "results, line 2" }] });
});
