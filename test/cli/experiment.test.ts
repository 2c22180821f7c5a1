import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MACHINE } from "../../src/experiment/disk.ts";
import { SMALL, resultsIn } from "../experiment/small.ts";
import { distretto, inFolder } from "./command.ts";

/** Experiments as a user runs them. */

/** Long enough to be interrupted, short enough to be played whole. */
const LONGER = {
  ...SMALL,
  settings: { ...SMALL.settings, "firms.count": 300, months: 60 },
  series: false,
  tables: [],
  replicates: 12,
};

function write(folder: string, content: object): string {
  const path = join(folder, "experiment.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test("plan, work, status, merge, verify and replay do together what batch does alone", async () => {
  await inFolder(async (cwd) => {
    const file = write(cwd, { ...SMALL, settings: { ...SMALL.settings, months: 3 } });
    const does = async (...args: string[]) => {
      const { code, out, err } = await distretto([...args, "--json"], { cwd });
      return { code, err, said: JSON.parse(out) };
    };
    const whole = await does("batch", file, "whole", "--workers", "2", "--resume");
    expect(whole).toMatchObject({ code: 0, said: { runs: 24, failed: 0, played: 24, problems: [] } });
    expect(whole.said.link).toContain("#scenario=honduras&seed=small/1&");

    const plan = await does("plan", file, "parts");
    expect(plan).toMatchObject({
      code: 0,
      said: { plan: whole.said.plan, runs: 24, points: 4, replicates: 6, shards: 12 },
    });
    expect(await does("merge", "parts")).toMatchObject({ code: 3, said: { missing: [{ from: 1, to: 24 }] } });
    expect(await does("work", "parts", "--shard", "2")).toMatchObject({ code: 0, said: { played: 2, failed: 0 } });
    expect(await does("work", "parts", "--shard", "2")).toMatchObject({ code: 0, said: { played: 0 } });
    expect(await does("work", "parts", "--shard", "13")).toMatchObject({
      code: 2,
      said: { problems: [{ path: "--shard" }] },
    });
    expect(await does("status", "parts")).toMatchObject({
      code: 3,
      said: { done: 2, open: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    });
    expect(await does("batch", file, "parts")).toMatchObject({ code: 2, said: { problems: [{ path: "parts" }] } });
    expect(await does("batch", file, "parts", "--resume", "--workers", "4")).toMatchObject({
      code: 0,
      said: { played: 22 },
    });
    expect(resultsIn(join(cwd, "parts"))).toEqual(resultsIn(join(cwd, "whole")));
    expect(await does("verify", "parts")).toMatchObject({ code: 0, said: { damaged: [], missing: [], merged: true } });
    expect(await does("status", "parts")).toMatchObject({
      code: 0,
      said: { done: 24, open: [], merged: true, holder: null },
    });
    expect(await does("replay", "parts", "--run", "9")).toMatchObject({
      code: 0,
      said: { seed: "small/3", equal: true },
    });
    expect(await does("cancel", "parts")).toMatchObject({ code: 0, said: { stopped: [] } });

    writeFileSync(join(cwd, "parts", "results", "runs.csv"), "run\n");
    expect(await does("verify", "parts")).toMatchObject({ code: 1, said: { damaged: [{ name: "results/runs.csv" }] } });
    const crate = JSON.parse(readFileSync(join(cwd, "whole", "ro-crate-metadata.json"), "utf8"));
    const files = crate["@graph"].filter((entity: { "@type": string }) => entity["@type"] === "File");
    expect(files.length).toBeGreaterThan(10);
    for (const { "@id": name } of files) expect(existsSync(join(cwd, "whole", name))).toBe(true);
    const provenance = JSON.parse(readFileSync(join(cwd, "whole", "provenance.json"), "utf8"));
    expect(provenance).toMatchObject({ plan: whole.said.plan, seed: "small", runs: 24, node: process.version });
  });
});

test("an interrupted batch keeps what it played; meanwhile a second one is refused, and cancel stops it", async () => {
  await inFolder(async (cwd) => {
    const file = write(cwd, LONGER);
    const args = ["batch", file, "sweep", "--workers", "2", "--resume"];
    const lock = join(cwd, "sweep", "lock");
    const begun = async () => {
      while (!existsSync(lock)) await new Promise((resume) => setTimeout(resume, 20));
    };
    const first = distretto(args, { cwd });
    await begun();
    const { pid } = JSON.parse(readFileSync(lock, "utf8"));
    const second = await distretto(args, { cwd });
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining(`process ${pid} on ${hostname()}`) });
    await new Promise((resume) => setTimeout(resume, 2000));
    expect(await distretto(["cancel", "sweep"], { cwd })).toMatchObject({ code: 0 });
    expect(await first).toMatchObject({ code: 143, err: expect.stringContaining("interrupted") });
    expect(existsSync(lock)).toBe(false);

    const kept = JSON.parse((await distretto(["status", "sweep", "--json"], { cwd })).out);
    expect(kept.done).toBeGreaterThan(0);
    // A lock of a process that is no longer there is taken over.
    writeFileSync(
      lock,
      JSON.stringify({
        pid: 2 ** 22 + 1,
        host: hostname(),
        machine: MACHINE,
        began: null,
        verb: "batch",
        since: "long ago",
      }),
    );
    const rest = await distretto([...args, "--json"], { cwd });
    expect(JSON.parse(rest.out)).toMatchObject({ runs: 48, failed: 0, played: 48 - kept.done });
    expect(readdirSync(join(cwd, "sweep", "parts")).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

test.each([
  ["a misspelt measure", { measures: ["networks.formd"] }, "/measures/0"],
  ["a misspelt parameter", { parameters: { "region.turst": [0.1] } }, "/parameters"],
  ["a design that is not there", { design: { kind: "grid" } }, "/design/kind"],
  ["a scenario file that is not there", { scenario: "./nowhere.json" }, expect.stringContaining("nowhere.json")],
])("%s stops at plan, and nothing is made", async (_, changes, path) => {
  await inFolder(async (cwd) => {
    const { code, out } = await distretto(["plan", write(cwd, { ...SMALL, ...changes }), "sweep", "--json"], { cwd });
    expect([code, JSON.parse(out).problems[0].path]).toEqual([2, path]);
    expect(existsSync(join(cwd, "sweep"))).toBe(false);
  });
});

test("a folder with something else in it is left alone", async () => {
  await inFolder(async (cwd) => {
    mkdirSync(join(cwd, "mine"));
    writeFileSync(join(cwd, "mine", "thesis.txt"), "years of work\n");
    const { code, err } = await distretto(["batch", write(cwd, SMALL), "mine"], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining("thesis.txt")]);
    expect(readdirSync(join(cwd, "mine"))).toEqual(["thesis.txt"]);
  });
});

test("a run that takes too long costs only itself", async () => {
  await inFolder(async (cwd) => {
    const points = [{ "firms.count": 30 }, { "firms.count": 200_000 }, { "firms.count": 40 }];
    const content = {
      ...SMALL,
      design: { kind: "list", points },
      parameters: undefined,
      settings: { months: 60 },
      replicates: 1,
      series: false,
      tables: [],
    };
    const { code, err } = await distretto(["batch", write(cwd, content), "sweep", "--workers", "2", "--limit", "10"], {
      cwd,
    });
    expect([code, err]).toEqual([0, expect.stringContaining("1 runs failed")]);
    const rows = readFileSync(join(cwd, "sweep", "results", "runs.csv"), "utf8").split("\n");
    expect(rows.slice(1, 4).map((row) => row.split(",").slice(4, 6))).toEqual([
      ["ok", ""],
      ["timeout", "It took longer than 10 s."],
      ["ok", ""],
    ]);
  });
});
