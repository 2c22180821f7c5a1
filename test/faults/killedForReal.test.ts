import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { distretto, inFolder } from "../cli/command.ts";
import { SMALL, resultsIn } from "../experiment/small.ts";
import { IS_LONG, LIMIT } from "./undisturbed.ts";

/** R2 and R4: the real command, killed and interrupted at random moments, some of them while it resumes. */

const BIN = fileURLToPath(new URL("../../bin/distretto.js", import.meta.url));
const SWEEP = {
  ...SMALL,
  settings: { ...SMALL.settings, "firms.count": 100, months: 36 },
  tables: [],
  replicates: IS_LONG ? 100 : 10,
};
const KILLS = IS_LONG ? 200 : 2;

/** Starts a batch and sends a signal after so many ms; the exit code, and how long the end took. */
function struck(args: readonly string[], cwd: string, signal: NodeJS.Signals, after: number) {
  return new Promise<{ code: number | null; took: number }>((settle) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: "ignore" });
    let sent = 0;
    const timer = setTimeout(() => {
      sent = performance.now();
      child.kill(signal);
    }, after);
    child.on("close", (code) => {
      clearTimeout(timer);
      settle({ code, took: sent === 0 ? 0 : performance.now() - sent });
    });
  });
}

/** Makes the folder, plays it whole beside, and gives the right bytes and how long a batch takes, ms. */
async function begun(cwd: string): Promise<{ right: Record<string, string>; whole: number; args: string[] }> {
  const file = join(cwd, "experiment.json");
  writeFileSync(file, JSON.stringify(SWEEP));
  const began = performance.now();
  const { code, err } = await distretto(["batch", file, "right", "--workers", "2"], { cwd });
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  const whole = performance.now() - began;
  return { right: resultsIn(join(cwd, "right")), whole, args: ["batch", file, "sweep", "--resume", "--workers", "2"] };
}

test(
  "R2: killed at random moments, the same bytes at last",
  async () => {
    await inFolder(async (cwd) => {
      const { right, whole, args } = await begun(cwd);
      let killed = 0;
      for (let at = 0; at < KILLS; at++) {
        // The first comes well before the end, whatever the machine does meanwhile.
        const after = whole * (at === 0 ? 0.3 : 0.2 + 0.9 * Math.random());
        const { code } = await struck(args, cwd, "SIGKILL", after);
        if (code === null) killed += 1;
      }
      expect(killed).toBeGreaterThan(0);
      const { code, out, err } = await distretto([...args, "--json"], { cwd });
      expect([code, err]).toEqual([0, expect.any(String)]);
      expect(JSON.parse(out)).toMatchObject({ runs: 4 * SWEEP.replicates, failed: 0 });
      expect(resultsIn(join(cwd, "sweep"))).toEqual(right);
      const leftovers = ["", "parts", "results"].flatMap((name) => readdirSync(join(cwd, "sweep", name)));
      expect(leftovers.filter((name) => name.startsWith("."))).toEqual([]);
    });
  },
  LIMIT,
);

test(
  "R4: interrupted: ends soon, with what it has played but the runs in flight",
  async () => {
    await inFolder(async (cwd) => {
      const { right, whole, args } = await begun(cwd);
      for (let at = 0; at < (IS_LONG ? 20 : 1); at++) {
        const signal = at % 2 === 0 ? "SIGINT" : "SIGTERM";
        const { code, took } = await struck(args, cwd, signal, whole * (0.3 + 0.3 * Math.random()));
        if (code === 0) break;
        expect([130, 143, null]).toContain(code);
        expect(took).toBeLessThan(10_000);
        const log = join(cwd, "sweep", "logs", "sessions.jsonl");
        if (!existsSync(log)) continue;
        const lines = readFileSync(log, "utf8").trimEnd().split("\n");
        const played = lines.reduce((sum, line) => sum + ((JSON.parse(line) as { played?: number }).played ?? 0), 0);
        const status = JSON.parse((await distretto(["status", "sweep", "--json"], { cwd })).out);
        expect(status.done).toBe(played);
      }
      expect((await distretto(args, { cwd })).code).toBe(0);
      expect(resultsIn(join(cwd, "sweep"))).toEqual(right);
    });
  },
  LIMIT,
);
