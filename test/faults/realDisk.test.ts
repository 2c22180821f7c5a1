import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { distretto, inFolder } from "../cli/command.ts";
import { SMALL, resultsIn } from "../experiment/small.ts";
import { IS_LONG, LIMIT } from "./undisturbed.ts";

/**
 * R3 and R8 on the machine itself: a full disk, a limit of file size, a disk that may only be read, a sync that fails,
 * and the order of calls as the kernel sees them. Needs mounts of its own (root, or namespaces of users) and strace; the
 * faulty disks of `disk.test.ts` need nothing.
 */
const BIN = join(import.meta.dirname, "..", "..", "bin", "distretto.js");
const hasMounts = spawnSync("unshare", ["--mount", "true"]).status === 0;
const hasStrace = spawnSync("strace", ["-V"]).error === undefined;
if (!hasMounts) console.log("No mounts of one's own can be made here: full disks are tried by `disk.test.ts` alone.");
if (!hasStrace) console.log("strace is not installed: syncs are looked at by `disk.test.ts` alone.");

const SAID = /sweep\S* could not be written: .*\d+ bytes written\)\./;

/** Runs a shell's lines with `batch` as a word of it; the first code and what was said, after which it must be resumed. */
function shell(cwd: string, lines: string, mounts: boolean): { code: number; said: string } {
  const batch = `'${process.execPath}' '${BIN}' batch experiment.json`;
  const script = `batch() { ${batch} "$@"; }\n${lines}`;
  const [program, ...args] = mounts ? ["unshare", "--mount", "sh", "-c", script] : ["sh", "-c", script];
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  return { code: status ?? -1, said: stderr };
}

/** A folder with the small experiment and its results where nothing goes wrong. */
function trying(work: (cwd: string, right: Record<string, string>) => Promise<void> | void): Promise<void> {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, "experiment.json"), JSON.stringify(SMALL));
    expect((await distretto(["batch", "experiment.json", "right"], { cwd })).code).toBe(0);
    await work(cwd, resultsIn(join(cwd, "right")));
  });
}

const RESUME = "--resume --workers 1";

test.runIf(hasMounts)(
  "R3: a disk that is full: said with path and bytes, and resumed when there is room",
  async () => {
    await trying((cwd, right) => {
      mkdirSync(join(cwd, "disk"));
      // Of pages of 4 kB: all that the batch writes takes some forty.
      for (const size of IS_LONG ? [16, 32, 48, 64, 80, 96] : [32, 64]) {
        const lines = [
          `mount -t tmpfs -o size=${size}k tmpfs disk`,
          `batch disk/sweep --workers 1; code=$?`,
          `mount -o remount,size=50m disk`,
          `batch disk/sweep ${RESUME} 2>resumed || exit 99`,
          `cp -r disk/sweep got-${size}; exit $code`,
        ];
        const { code, said } = shell(cwd, lines.join("\n"), true);
        expect([code, said], `${size} kB`).toEqual([1, expect.stringMatching(SAID)]);
        expect(resultsIn(join(cwd, `got-${size}`)), `${size} kB`).toEqual(right);
      }
    });
  },
  LIMIT,
);

test(
  "R3: a limit of file size: said with path and bytes, and resumed without it",
  async () => {
    await trying((cwd, right) => {
      const { code, said } = shell(cwd, "ulimit -f 2; batch sweep --workers 1", false);
      expect([code, said]).toEqual([1, expect.stringMatching(SAID)]);
      expect(said).toContain("EFBIG");
      expect(shell(cwd, `batch sweep ${RESUME}`, false).code).toBe(0);
      expect(resultsIn(join(cwd, "sweep"))).toEqual(right);
    });
  },
  LIMIT,
);

test.runIf(hasMounts)(
  "R3: a disk that may only be read: said, before and in the middle",
  async () => {
    await trying((cwd, right) => {
      const { code, said } = shell(
        cwd,
        "mkdir disk; mount --bind disk disk; mount -o remount,ro,bind disk; batch disk/sweep --workers 1",
        true,
      );
      expect([code, said]).toEqual([1, expect.stringMatching(SAID)]);
      expect(said).toContain("EROFS");
      execFileSync(process.execPath, [BIN, "plan", "experiment.json", "sweep"], { cwd, stdio: "ignore" });
      const half = shell(cwd, `mount --bind sweep sweep; mount -o remount,ro,bind sweep; batch sweep ${RESUME}`, true);
      expect([half.code, half.said]).toEqual([1, expect.stringMatching(/EROFS/)]);
      expect(shell(cwd, `batch sweep ${RESUME}`, false).code).toBe(0);
      expect(resultsIn(join(cwd, "sweep"))).toEqual(right);
    });
  },
  LIMIT,
);

test.runIf(hasStrace)(
  "R3: a sync that fails: said with path and bytes, and resumed",
  async () => {
    await trying((cwd, right) => {
      for (const when of IS_LONG ? [1, 2, 4, 8, 16, 32] : [5]) {
        const name = `sweep-${when}`;
        const inject = `strace -f -qq -o trace -e trace=fsync -e inject=fsync:error=EIO:when=${when}+1000`;
        const lines = `${inject} '${process.execPath}' '${BIN}' batch experiment.json ${name} --workers 1`;
        const { code, said } = shell(cwd, lines, false);
        expect([code, said], `sync ${when}`).toEqual([1, expect.stringMatching(SAID)]);
        expect(said).toContain("EIO");
        expect(shell(cwd, `batch ${name} ${RESUME}`, false).code).toBe(0);
        expect(resultsIn(join(cwd, name)), `sync ${when}`).toEqual(right);
      }
    });
  },
  LIMIT,
);

/** The trace with every call on one line, where it ended: a call during which another thread was seen is told in two. */
function wholeLines(trace: string): string[] {
  const begun = new Map<string, string>();
  return trace.split("\n").flatMap((line) => {
    const [, thread, start] = /^(\d+) +(.*?) *<unfinished \.\.\.>$/.exec(line) ?? [];
    if (thread !== undefined && start !== undefined) {
      begun.set(thread, start);
      return [];
    }
    const [, same, end] = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? [];
    return same === undefined ? [line] : [`${same} ${begun.get(same) ?? ""}${end ?? ""}`];
  });
}

/** A call as strace tells it: its name, the file that it is about, and for a rename where to. */
function callsIn(trace: string): { name: string; file: string; to: string }[] {
  return wholeLines(trace).flatMap((line) => {
    const [, name, rest] = /^\d+ +(openat|write|fsync|close|rename)\((.*)$/.exec(line) ?? [];
    if (name === "rename") {
      const [, file, to] = /^"([^"]+)", "([^"]+)"\) = 0$/.exec(rest) ?? [];
      return file === undefined ? [] : [{ name, file, to }];
    }
    const file = name === "openat" ? /= \d+<([^>]+)>$/.exec(rest)?.[1] : /^\d+<([^>]+)>/.exec(rest ?? "")?.[1];
    return file === undefined ? [] : [{ name, file, to: "" }];
  });
}

test.runIf(hasStrace)(
  "R8: of every part the kernel sees open, writes, fsync, close, rename, and then its folder's fsync",
  async () => {
    await inFolder(async (given) => {
      const cwd = realpathSync(given);
      writeFileSync(join(cwd, "experiment.json"), JSON.stringify(SMALL));
      const traced = `strace -f -qq -y -o trace -e trace=openat,write,fsync,close,rename '${process.execPath}' '${BIN}'`;
      expect(shell(cwd, `${traced} batch experiment.json '${cwd}/sweep' --workers 1`, false).code).toBe(0);
      const parts = join(cwd, "sweep", "parts");
      const calls = callsIn(readFileSync(join(cwd, "trace"), "utf8")).filter(
        ({ file }) => file === parts || dirname(file) === parts,
      );
      const renames = calls.filter(({ name }) => name === "rename");
      expect(renames.map(({ to }) => basename(to)).sort()).toEqual(readdirSync(parts).sort());
      expect(renames.length).toBeGreaterThan(10);
      for (const { file, to } of renames) {
        const own = calls.filter((call) => call.file === file).map(({ name }) => name);
        expect(own.join(" "), to).toMatch(/^openat (write )+fsync close rename$/);
        const at = calls.findIndex((call) => call.to === to);
        const after = calls.slice(at + 1, at + 4).map(({ name, file: whose }) => [name, whose]);
        expect(after, to).toEqual(["openat", "fsync", "close"].map((name) => [name, parts]));
      }
    });
  },
  LIMIT,
);
