import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MACHINE } from "../../src/experiment/disk.ts";
import type { Outcome } from "../cli/command.ts";
import { distretto, inFolder } from "../cli/command.ts";
import { SMALL, resultsIn } from "../experiment/small.ts";
import { IS_LONG, LIMIT, undisturbed } from "./undisturbed.ts";

/** R7: two processes on one folder. One of them refuses within a second and names the other; a stale lock is taken over. */

/** Five times what is promised, ms. */
const DEADLINE = 5000;
const SWEEP = { ...SMALL, settings: { ...SMALL.settings, months: IS_LONG ? 36 : 6 }, tables: [] };
/** Played for longer than any of these tests takes. */
const ENDLESS = { ...SWEEP, settings: { ...SWEEP.settings, "firms.count": 2000, months: 240 }, replicates: 100 };

/** A folder's lock, once somebody holds it. */
async function lockOf(folder: string): Promise<{ pid: number }> {
  const lock = join(folder, "lock");
  while (!existsSync(lock)) await new Promise((resume) => setTimeout(resume, 20));
  return JSON.parse(readFileSync(lock, "utf8"));
}

function experiment(cwd: string, content: object): string[] {
  writeFileSync(join(cwd, "experiment.json"), JSON.stringify(content));
  return ["batch", "experiment.json", "sweep", "--resume", "--workers", "2"];
}

/** How many runs all batches of a folder have played together. */
function playedIn(folder: string): number {
  const lines = readFileSync(join(folder, "logs", "sessions.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.reduce((sum, line) => sum + ((JSON.parse(line) as { played?: number }).played ?? 0), 0);
}

/** Three tries of a command, and how long the quickest took, ms. */
async function quickest(args: readonly string[], cwd: string): Promise<{ took: number; ended: Outcome[] }> {
  let took = Number.POSITIVE_INFINITY;
  const ended: Outcome[] = [];
  for (let tries = 0; tries < 3; tries++) {
    const began = performance.now();
    ended.push(await distretto(args, { cwd }));
    took = Math.min(took, performance.now() - began);
  }
  return { took, ended };
}

test(
  "R7: while one process has a folder another refuses at once, and names it",
  async () => {
    await inFolder(async (cwd) => {
      const args = [...experiment(cwd, ENDLESS).slice(0, -1), "1"];
      let kill: (signal: NodeJS.Signals) => void = () => undefined;
      const first = distretto(args, { cwd, meanwhile: (given) => (kill = given) });
      const { pid } = await lockOf(join(cwd, "sweep"));
      // What a command takes to start on this machine, now, is no part of its refusal.
      const { took: start } = await quickest(["--version"], cwd);
      for (const second of [args, ["merge", "sweep"]]) {
        const { took, ended } = await quickest(second, cwd);
        for (const { code, out, err } of ended) {
          expect([code, out]).toEqual([1, ""]);
          expect(err).toContain(`process ${pid} on ${hostname()}`);
        }
        expect(took - start, second[0]).toBeLessThan(DEADLINE);
      }
      kill("SIGKILL");
      expect((await first).code).toBe(null);
      // Its lock is still there, but nobody's: the next one has the folder.
      expect((await lockOf(join(cwd, "sweep"))).pid).toBe(pid);
      expect(await distretto(["merge", "sweep"], { cwd })).toMatchObject({ code: 3 });
      expect(existsSync(join(cwd, "sweep", "lock"))).toBe(false);
    });
  },
  LIMIT,
);

/** Locks of processes that are no longer there, or never were. */
const own = { pid: process.pid, host: hostname(), machine: MACHINE, verb: "batch", since: "long ago" };
const STALE: readonly (readonly [name: string, text: string])[] = [
  ["of a process that has ended", JSON.stringify({ ...own, pid: 2 ** 22 + 1, began: null })],
  ["of a process whose number another one has by now", JSON.stringify({ ...own, began: "1" })],
  ["that is empty", ""],
  ["that is cut off", JSON.stringify(own).slice(0, 30)],
];

test.each(STALE)("R7: a lock %s is taken over, by one of several that come at once", async (_, text) => {
  await inFolder(async (cwd) => {
    const args = experiment(cwd, SWEEP);
    expect((await distretto(["plan", "experiment.json", "sweep"], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "sweep", "lock"), text);
    const many = Array.from({ length: IS_LONG ? 8 : 3 }, () => distretto(args, { cwd }));
    const ended = await Promise.all(many);
    const refused = ended.filter(({ code }) => code !== 0);
    for (const { code, err } of refused) expect([code, err]).toEqual([1, expect.stringContaining("is in use by")]);
    expect(refused.length).toBeLessThan(many.length);
    // Whoever comes later finds every run there.
    expect(playedIn(join(cwd, "sweep"))).toBe(24);
    const left = ["", "parts", "results"].flatMap((name) => readdirSync(join(cwd, "sweep", name)));
    expect(left.filter((name) => name.startsWith(".") || name === "lock")).toEqual([]);
    expect(resultsIn(join(cwd, "sweep"))).toEqual(await undisturbed(SWEEP));
  });
});

test("R7: a lock of another machine is nobody's here to take, and its message says what to do", async () => {
  await inFolder(async (cwd) => {
    const args = experiment(cwd, SWEEP);
    expect((await distretto(["plan", "experiment.json", "sweep"], { cwd })).code).toBe(0);
    const lock = join(cwd, "sweep", "lock");
    writeFileSync(lock, JSON.stringify({ ...own, host: "elsewhere", machine: "elsewhere-1", began: null }));
    const { code, err } = await distretto(args, { cwd });
    expect([code, err]).toEqual([1, expect.stringMatching(/process \d+ on elsewhere .*remove .*lock/)]);
    expect(existsSync(lock)).toBe(true);
  });
});
