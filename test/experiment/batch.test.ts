import { parquetReadObjects } from "hyparquet";
import { appendFileSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planOf, runOf, shardOf } from "../../sim/index.ts";
import { batch } from "../../src/experiment/batch.ts";
import { DISK } from "../../src/experiment/disk.ts";
import { estimate } from "../../src/experiment/estimate.ts";
import { execute } from "../../src/experiment/execute.ts";
import type { Folder } from "../../src/experiment/folder.ts";
import { openFolder, prepare } from "../../src/experiment/folder.ts";
import { linkOf } from "../../src/experiment/link.ts";
import { missingIn, survey, writePart } from "../../src/experiment/parts.ts";
import type { Crew } from "../../src/host/crew.ts";
import { PRODUCT } from "../../src/host/opened.ts";
import { parseLink } from "../../ui/link.ts";
import { hereCrew } from "./hereCrew.ts";
import { SMALL, inNew, resultsIn, smallFolder } from "./small.ts";

/** One experiment from plan to tables, in this thread. */

const run = (folder: Folder, crew: Crew = hereCrew()) => batch({ disk: DISK, folder, crew });

function planWith(changes: object) {
  return prepare({ ...SMALL, ...changes }, Number.MAX_SAFE_INTEGER).plan;
}

test("runs are points by replicates, and world seeds say nothing else", () => {
  const common = planWith({});
  expect([common.runs, common.design.points]).toEqual([24, 4]);
  expect(runOf(common, 1)).toEqual({ run: 1, point: 1, replicate: 1, seed: "small/1" });
  expect(runOf(common, 8)).toEqual({ run: 8, point: 2, replicate: 2, seed: "small/2" });
  expect(runOf(planWith({ pairing: "independent" }), 8).seed).toBe("small/2/2");
});

test("shards are unbroken, have every run once, and stay few", () => {
  for (const replicates of [1, 7, 100, 12_345, 1_000_000]) {
    const plan = planOf(planWith({ replicates }).experiment);
    let next = 1;
    for (let shard = 1; shard <= plan.shards; shard++) {
      const { from, to } = shardOf(plan, shard);
      expect(from).toBe(next);
      next = to + 1;
    }
    expect(next - 1).toBe(plan.runs);
    expect(plan.shards).toBeLessThanOrEqual(1000);
  }
});

test("what decides the results decides the plan's hash; a title does not", () => {
  const hash = (changes: object) => prepare({ ...SMALL, ...changes }, Number.MAX_SAFE_INTEGER).hash;
  const one = hash({});
  expect(hash({ title: "Another title" })).toBe(one);
  const others = [
    { replicates: 7 },
    { seed: "t" },
    { pairing: "independent" },
    { measures: ["networks.formed"] },
    { scenario: "nicaragua" },
  ];
  expect(new Set([one, ...others.map(hash)]).size).toBe(others.length + 1);
});

test("tables have every run in order, in CSV and Parquet alike", async () => {
  await inNew(async (path) => {
    const folder = smallFolder(path);
    expect(await run(folder)).toMatchObject({ runs: 24, failed: 0 });
    const lines = readFileSync(join(path, "results", "runs.csv"), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines[0]).toBe(
      "run,point,replicate,seed,status,error,region.trust,fees.schedule,networks.formed,trust.neighbours,networks.firstMonth,hash",
    );
    expect(lines.slice(1).map((line) => Number(line.split(",")[0]))).toEqual(
      Array.from({ length: 24 }, (_, at) => at + 1),
    );
    for (const name of ["runs", "months", "networks", "events"]) {
      const bytes = readFileSync(join(path, "results", `${name}.parquet`));
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      const rows = await parquetReadObjects({ file });
      const csv = readFileSync(join(path, "results", `${name}.csv`), "utf8")
        .trimEnd()
        .split("\n");
      expect(rows.length).toBe(csv.length - 1);
      const texts = rows.map((row) =>
        Object.values(row)
          .map((value) => (value === null ? "" : String(value)))
          .join(","),
      );
      expect(texts).toEqual(csv.slice(1));
      expect(Object.keys(rows[0] ?? {}).join(",")).toBe(rows.length > 0 ? csv[0] : "");
    }
    const months = readFileSync(join(path, "results", "months.csv"), "utf8").split("\n");
    expect(months.slice(1, 4).map((line) => line.split(",").slice(0, 2).join(","))).toEqual(["1,0", "1,3", "1,6"]);
  });
});

test("another number of workers and another order give the same bytes", async () => {
  const results: Record<string, string>[] = [];
  for (const size of [1, 3]) {
    await inNew(async (path) => {
      const crew = hereCrew(size);
      const slow: Crew = {
        ...crew,
        async play(job) {
          // The first run of three comes last.
          for (let turn = 0; size === 3 && turn < String(job.settings.seed).length % 5; turn++) await Promise.resolve();
          return crew.play(job);
        },
      };
      await run(smallFolder(path), slow);
      results.push(resultsIn(path));
    });
  }
  expect(results[1]).toEqual(results[0]);
});

test("a second batch plays only what has no valid part", async () => {
  await inNew(async (path) => {
    const folder = smallFolder(path);
    await run(folder);
    const before = resultsIn(path);
    const names = readdirSync(join(path, "parts"));
    appendFileSync(join(path, "parts", names[3]), "\n");
    renameSync(join(path, "parts", names[5]), join(path, "parts", names[5].replace("runs", "run")));
    let played = 0;
    await batch({ disk: DISK, folder, crew: hereCrew(), onRun: () => (played += 1) });
    expect(played).toBe(2 * folder.plan.shardRuns);
    expect(resultsIn(path)).toEqual(before);
    expect(readdirSync(join(path, "parts")).sort()).toEqual(names);
  });
});

test("a stopped batch keeps all but the runs in flight", async () => {
  await inNew(async (path) => {
    const folder = smallFolder(path, { replicates: 60 });
    const stop = new AbortController();
    const crew = hereCrew();
    let played = 0;
    const stopping: Crew = {
      ...crew,
      play(job) {
        if ((played += 1) > 20) {
          stop.abort();
          return new Promise(() => undefined);
        }
        return crew.play(job);
      },
    };
    expect(await batch({ disk: DISK, folder, crew: stopping, stop: stop.signal })).toBeUndefined();
    expect(missingIn(survey(folder).parts, { from: 1, to: 240 })).toEqual([{ from: 21, to: 240 }]);
  });
});

test("a failed run is a row that says why, and can be tried again", async () => {
  await inNew(async (path) => {
    const folder = smallFolder(path);
    const crew = hereCrew();
    const failing: Crew = {
      ...crew,
      play: (job) =>
        job.settings.seed === "small/2"
          ? Promise.resolve({ status: "failed", error: "=1+1, it broke" })
          : crew.play(job),
    };
    expect(await run(folder, failing)).toMatchObject({ runs: 24, failed: 4 });
    const line = () => readFileSync(join(path, "results", "runs.csv"), "utf8").split("\n")[2];
    expect(line()).toBe(`2,1,2,small/2,failed,"'=1+1, it broke",0.2,none,,,,`);
    expect(await batch({ disk: DISK, folder, crew, retry: true })).toMatchObject({ runs: 24, failed: 0 });
    expect(line()).toMatch(/^2,1,2,small\/2,ok,,0\.2,none,/);
  });
});

test("two copies of a run: the one that succeeded counts, whichever came first", async () => {
  await inNew(async (path) => {
    const folder = smallFolder(path);
    await run(folder);
    const before = resultsIn(path);
    for (const at of [3, 4])
      writePart(DISK, folder, { from: at, to: at }, [
        `{"run":${at},"status":"timeout","error":"late","hash":null,"measures":[]}`,
      ]);
    await execute({ disk: DISK, folder, crew: hereCrew(), ranges: [{ from: 2, to: 9 }] });
    await run(folder);
    expect(resultsIn(path)).toEqual(before);
  });
});

test("a changed experiment is refused, and the difference is told", async () => {
  await inNew((path) => {
    smallFolder(path);
    const refusal = (content: object) => {
      try {
        openFolder(path, content);
      } catch (error) {
        return (error as { problems?: unknown }).problems;
      }
      return [];
    };
    expect(refusal(SMALL)).toEqual([]);
    expect(refusal({ ...SMALL, replicates: 7 })).toMatchObject([
      { path: "/replicates", value: "7", expected: "6, as planned" },
    ]);
    expect(refusal({ ...SMALL, seed: undefined })).toMatchObject([{ path: "/seed", value: "nothing" }]);
    writeFileSync(join(path, "experiment.json"), JSON.stringify({ ...SMALL, series: false }));
    expect(refusal(SMALL)).toMatchObject([{ path: "/series", value: "false", expected: "3, as planned" }]);
  });
});

test("a plan of another model version is refused", async () => {
  await inNew((path) => {
    smallFolder(path);
    const file = join(path, "plan.json");
    const plan = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...plan, modelVersion: "0.9.0", hash: "0".repeat(64) }));
    expect(() => openFolder(path)).toThrow(`model ${PRODUCT.modelVersion}`);
  });
});

test("what a plan will take does not turn on which of its points is tried last", () => {
  const seconds = (counts: readonly number[]) => {
    const points = counts.map((count) => ({ "firms.count": count }));
    const plan = planWith({ design: { kind: "list", points }, parameters: undefined, replicates: 1 });
    return estimate(plan, 1).seconds;
  };
  const ratio = seconds([30, 20_000]) / seconds([20_000, 30]);
  // Some ten for what a small world costs beside its firms; the sizes themselves differ by more than six hundred.
  expect(Math.abs(Math.log10(ratio))).toBeLessThan(2);
});

test("the link of a run is read by the page as the same world", () => {
  const plan = planWith({});
  const fragment = linkOf(plan, runOf(plan, 9)) as string;
  const { link, problems } = parseLink(fragment);
  expect(problems).toEqual([]);
  expect(link).toMatchObject({
    scenario: "honduras",
    seed: "small/3",
    month: 0,
    settings: { ...SMALL.settings, "region.trust": 0.2, "fees.schedule": "rising" },
  });
  expect(fragment).toBe(
    "#scenario=honduras&seed=small/3&set.brokers.start=1&set.fees.schedule=rising&set.firms.count=30&set.months=6&set.region.trust=0.2",
  );
});
