import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DISK } from "../../src/experiment/disk.ts";
import type { Folder } from "../../src/experiment/folder.ts";
import { makeFolder, prepare } from "../../src/experiment/folder.ts";

/** A small experiment with everything in it: 24 runs that take milliseconds each. */
export const SMALL = {
  format: "distretto/experiment/1",
  scenario: "honduras",
  settings: { "firms.count": 30, months: 6, "brokers.start": 1 },
  design: { kind: "factorial" },
  parameters: { "region.trust": { low: 0.2, high: 0.5 }, "fees.schedule": ["none", "rising"] },
  replicates: 6,
  seed: "small",
  measures: ["networks.formed", "trust.neighbours", "networks.firstMonth"],
  series: 3,
  tables: ["networks", "events"],
};

export function smallFolder(path: string, changes: object = {}): Folder {
  const { plan, hash } = prepare({ ...SMALL, ...changes }, Number.MAX_SAFE_INTEGER);
  return makeFolder(DISK, path, plan, hash);
}

/** Sums of the bytes of all tables, by name. */
export function resultsIn(path: string): Record<string, string> {
  const folder = join(path, "results");
  const names = readdirSync(folder).filter((name) => !name.startsWith("."));
  const sum = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
  return Object.fromEntries(names.sort().map((name) => [name, sum(name)]));
}

/** A new folder for the length of some work. */
export async function inNew<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "distretto-experiment-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
