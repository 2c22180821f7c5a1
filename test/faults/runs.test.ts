import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { batch } from "../../src/experiment/batch.ts";
import { DISK } from "../../src/experiment/disk.ts";
import { threadCrew } from "../../src/host/crew.ts";
import { SMALL, inNew, smallFolder } from "../experiment/small.ts";

/** R6: a run that throws, exits, exhausts memory or hangs costs only its row, which says why. */

const WORKER = new URL("./badWorker.js", import.meta.url);

test("R6: bad runs among good ones", async () => {
  const firms = [30, 31, 40, 32, 41, 33, 42, 35, 44, 36, 45];
  const design = { kind: "list", points: firms.map((count) => ({ "firms.count": count })) };
  const content = {
    ...SMALL,
    settings: { months: 1 },
    design,
    parameters: undefined,
    series: false,
    tables: [],
    replicates: 1,
  };
  await inNew(async (path) => {
    const folder = smallFolder(path, content);
    const crew = threadCrew(WORKER, 2, { limit: 170, room: 128e6 });
    try {
      expect(await batch({ disk: DISK, folder, crew })).toMatchObject({ runs: firms.length, failed: 5 });
    } finally {
      await crew.end();
    }
    const rows = readFileSync(join(path, "results", "runs.csv"), "utf8")
      .trimEnd()
      .split("\n")
      .slice(1);
    const said = rows.map((row) => {
      const cells = row.split(",");
      return [Number(cells[6]), cells[4], cells[5]];
    });
    const good = (count: number) => [count, "ok", ""];
    expect(said).toEqual([
      good(30),
      [31, "failed", "it broke"],
      good(40),
      [32, "crashed", "Its worker ended with code 7."],
      good(41),
      [33, "memory", expect.stringMatching(/memory/i)],
      good(42),
      [35, "memory", expect.stringMatching(/array/i)],
      good(44),
      [36, "crashed", "it broke later"],
      good(45),
    ]);
  });
});

test("R6: a run that hangs is ended, and its thread plays on", async () => {
  const crew = threadCrew(WORKER, 1, { limit: 1, room: 128e6 });
  const job = {
    scenario: "honduras",
    settings: { "firms.count": 34 },
    without: [],
    read: "last",
    ends: false,
  } as const;
  try {
    const late = { status: "timeout", error: "It took longer than 1 s." };
    expect(await crew.play(job)).toEqual(late);
    expect(await crew.play(job)).toEqual(late);
  } finally {
    await crew.end();
  }
});
