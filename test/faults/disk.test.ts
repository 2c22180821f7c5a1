import { basename, dirname, join } from "node:path";
import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { DISK } from "../../src/experiment/disk.ts";
import { inNew, resultsIn } from "../experiment/small.ts";
import type { Note } from "./faultyDisk.ts";
import { dyingDisk, failingDisk, fullDisk, recordingDisk } from "./faultyDisk.ts";
import { IS_LONG, LIMIT, batchOn, undisturbed } from "./undisturbed.ts";

/** R3 and R8: disks that are full or refuse, and the order in which a part comes to be. */

/** How full the disk is at first, in steps. */
const SIZES = IS_LONG ? 50 : 8;

/** Bytes that a whole batch writes. */
async function bytesOf(): Promise<number> {
  const notes: Note[] = [];
  await inNew((path) => batchOn(recordingDisk(notes), path));
  return notes.reduce((sum, [name, , result]) => sum + (name === "write" ? Number(result) : 0), 0);
}

test.each([
  ["with an error", false],
  ["by taking nothing more", true],
])(
  "R3: full at many sizes, which it tells %s: said with path and bytes, and resumed",
  async (_, silent) => {
    const right = await undisturbed();
    const all = await bytesOf();
    for (let size = 0; size < SIZES; size++) {
      await inNew(async (path) => {
        const room = Math.floor((size * all) / SIZES);
        const failed = batchOn(fullDisk(room, silent), path);
        await expect(failed, `${room} bytes`).rejects.toThrow(/^\S+ could not be written: .*\d+ bytes written\)\.$/);
        // Nothing half-written is left to fill what room there is.
        const folders = [path, ...["parts", "results"].map((name) => join(path, name))].filter((name) =>
          existsSync(name),
        );
        expect(folders.flatMap((name) => readdirSync(name)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
        await batchOn(DISK, path);
        expect(resultsIn(path), `${room} bytes`).toEqual(right);
      });
    }
  },
  LIMIT,
);

test.each(["EROFS", "EACCES", "EMFILE", "EIO", "EFBIG"])(
  "R3: %s at any call: the batch fails and says so, then resumes",
  async (code) => {
    const right = await undisturbed();
    const { disk, calls } = dyingDisk(Number.POSITIVE_INFINITY, false);
    await inNew((path) => batchOn(disk, path));
    for (let at = 1; at <= calls(); at += IS_LONG ? 1 : 41) {
      await inNew(async (path) => {
        // What fails while a file is taken away, or the lock given back, costs nothing.
        await batchOn(failingDisk(at, code), path).catch((error: Error) => expect(error.message).toContain(code));
        await batchOn(DISK, path);
        expect(resultsIn(path), `call ${at}`).toEqual(right);
      });
    }
  },
  LIMIT,
);

test("R8: every file: written, synced, closed, renamed, its folder synced", async () => {
  const notes: Note[] = [];
  await inNew((path) => batchOn(recordingDisk(notes), path));
  const renames = notes.flatMap(([name], at) => (name === "rename" ? [at] : []));
  expect(renames.length).toBeGreaterThan(20);
  for (const at of renames) {
    const [from, to] = notes[at][1] as [string, string];
    expect([dirname(from), basename(from).startsWith(".")]).toEqual([dirname(to), true]);
    const opened = notes.findLastIndex(([name, args], k) => k < at && name === "open" && args[0] === from);
    const file = notes[opened][2];
    const own = notes.slice(opened + 1, at).filter(([, args]) => args[0] === file);
    expect(own.map(([name]) => name).join(" ")).toMatch(/^(write )+sync close$/);
    const after = notes.slice(at + 1, at + 4).map(([name, args]) => [name, name === "open" ? args[0] : ""]);
    expect(after).toEqual([
      ["open", dirname(to)],
      ["sync", ""],
      ["close", ""],
    ]);
  }
});
