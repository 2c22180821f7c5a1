import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { RunRange } from "../../sim/index.ts";
import type { Disk } from "./disk.ts";
import { StagedFile } from "./disk.ts";
import type { Folder } from "./folder.ts";

/**
 * Parts: the rows of some runs, one after the other, in a file whose name holds their numbers and the SHA-256 of its
 * bytes. A part holds no time, host or worker: two copies are the same bytes. Two parts may hold the same run.
 */
const PART_FORMAT = "distretto/part/1";
const NAME = /^runs-(\d+)-(\d+)-([0-9a-f]{64})\.jsonl$/;
const DIGITS = 10;
const ROW = /^\{"run":(\d+),"status":"([a-z]+)"/;

/** A part whose bytes are those its name speaks of, and whose rows are of this plan. */
export interface Part extends RunRange {
  readonly name: string;
  /** Runs among them that failed. */
  readonly failed: readonly number[];
}

/** A file among the parts that is none. */
export interface Damaged {
  readonly name: string;
  readonly why: string;
}

function header(hash: string, { from, to }: RunRange): string {
  return JSON.stringify({ format: PART_FORMAT, plan: hash, from, to });
}

/** Writes one part. @param lines the rows of its runs, in their order */
export function writePart(disk: Disk, { path, hash }: Folder, range: RunRange, lines: readonly string[]): string {
  const sum = createHash("sha256");
  const folder = join(path, "parts");
  const number = (run: number) => String(run).padStart(DIGITS, "0");
  const begin = `runs-${number(range.from)}-${number(range.to)}`;
  const file = new StagedFile(disk, folder, `${begin}.jsonl`);
  try {
    for (const line of [header(hash, range), ...lines]) {
      const bytes = Buffer.from(`${line}\n`);
      sum.update(bytes);
      file.write(bytes);
    }
    const name = `${begin}-${sum.digest("hex")}.jsonl`;
    file.place(name);
    return name;
  } catch (error) {
    file.drop();
    throw error;
  }
}

/** The rows of a part as they stand in it, or why the file is no part of this plan. */
export function readPart(
  { path, hash }: Folder,
  name: string,
): { readonly part: Part; readonly lines: string[] } | Damaged {
  const found = NAME.exec(name);
  if (found === null) return { name, why: "its name is not that of a part" };
  const bytes = readFileSync(join(path, "parts", name));
  const sum = createHash("sha256").update(bytes).digest("hex");
  if (sum !== found[3]) return { name, why: "its bytes are not those that were written" };
  const range = { from: Number(found[1]), to: Number(found[2]) };
  const lines = bytes.toString("utf8").split("\n");
  if (lines.pop() !== "") return { name, why: "its last line has no end" };
  if (lines.shift() !== header(hash, range)) return { name, why: "it is of another plan, version or place" };
  if (lines.length !== range.to - range.from + 1) return { name, why: "rows are missing" };
  const failed: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    const row = ROW.exec(lines[at]);
    if (row === null || Number(row[1]) !== range.from + at) return { name, why: `row ${at + 1} is not in its place` };
    if (row[2] !== "ok") failed.push(range.from + at);
  }
  return { part: { name, ...range, failed }, lines };
}

/** What lies among the parts: those that hold, in the order of their runs, and those that do not. */
export interface Survey {
  readonly parts: readonly Part[];
  readonly damaged: readonly Damaged[];
}

/** Names in the folder of parts, temporary ones left out. */
function namesIn(folder: Folder): string[] {
  const path = join(folder.path, "parts");
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .sort();
}

/** Reads every part and checks its bytes. */
export function survey(folder: Folder): Survey {
  const parts: Part[] = [];
  const damaged: Damaged[] = [];
  for (const name of namesIn(folder)) {
    try {
      const read = readPart(folder, name);
      if ("why" in read) damaged.push(read);
      else parts.push(read.part);
    } catch (error) {
      // Another process may have taken it away meanwhile.
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT") damaged.push({ name, why: message });
    }
  }
  parts.sort((a, b) => a.from - b.from || a.to - b.to);
  return { parts, damaged };
}

/** Runs that no part has, as ranges in order. @param parts in the order of their runs */
export function missingIn(parts: readonly RunRange[], { from, to }: RunRange): RunRange[] {
  const missing: RunRange[] = [];
  let next = from;
  for (const part of parts) {
    if (part.from > to) break;
    if (part.from > next) missing.push({ from: next, to: part.from - 1 });
    next = Math.max(next, part.to + 1);
  }
  if (next <= to) missing.push({ from: next, to });
  return missing;
}

export function countOf(ranges: readonly RunRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** Ranges as people read them: `3, 7-9`. */
export function rangesText(ranges: readonly RunRange[], most = 12): string {
  const texts = ranges.slice(0, most).map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  return texts.join(", ") + (ranges.length > most ? ` and ${ranges.length - most} more ranges` : "");
}

/**
 * The best row of every run, in the order of runs. Where several parts have a run, a row that succeeded goes before one
 * that failed, so that a copy that ran into a limit of its machine changes nothing.
 *
 * @param parts in the order of their runs
 * @throws where a part has changed since it was surveyed, or a run is missing
 */
export function* rowLines(folder: Folder, parts: readonly Part[], runs: number): Generator<string> {
  let open: { readonly part: Part; readonly lines: readonly string[] }[] = [];
  let next = 0;
  for (let run = 1; run <= runs; run++) {
    open = open.filter(({ part }) => part.to >= run);
    for (; next < parts.length && parts[next].from <= run; next++) {
      const { name } = parts[next];
      const read = readPart(folder, name);
      if ("why" in read) throw new Error(`${join(folder.path, "parts", name)}: ${read.why}.`);
      open.push(read);
    }
    const lines = open.map(({ part, lines: rows }) => rows[run - part.from]);
    if (lines.length === 0) throw new Error(`Run ${run} has no row.`);
    yield lines.length === 1 ? lines[0] : best(lines);
  }
}

function best(lines: readonly string[]): string {
  const sorted = [...lines].sort();
  return sorted.find((line) => ROW.exec(line)?.[2] === "ok") ?? sorted[0];
}

/** The row of one run, or undefined where no part has it. */
export function keptLine(folder: Folder, parts: readonly Part[], run: number): string | undefined {
  const lines = parts.flatMap((part) => {
    if (run < part.from || run > part.to) return [];
    const read = readPart(folder, part.name);
    return "why" in read ? [] : [read.lines[run - part.from]];
  });
  return lines.length === 0 ? undefined : best(lines);
}
