import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { RunRange } from "../../sim/index.ts";
import type { Folder } from "./folder.ts";
import { designLines } from "./folder.ts";
import type { Damaged } from "./parts.ts";
import { missingIn, survey } from "./parts.ts";

/** What a look at every byte of a folder finds. */
export interface Verdict {
  readonly parts: number;
  readonly failed: number;
  readonly missing: readonly RunRange[];
  /** Files that are not what was written, with the reason. */
  readonly damaged: readonly Damaged[];
  /** Whether there are merged tables, all of them whole. */
  readonly merged: boolean;
}

const BLOCK = 1 << 20;

function sumOf(path: string): string {
  const sum = createHash("sha256");
  const file = openSync(path, "r");
  const block = Buffer.alloc(BLOCK);
  try {
    for (let count = readSync(file, block); count > 0; count = readSync(file, block))
      sum.update(block.subarray(0, count));
  } finally {
    closeSync(file);
  }
  return sum.digest("hex");
}

function designDamage({ path, plan }: Folder): Damaged[] {
  const right = createHash("sha256");
  for (const line of designLines(plan)) right.update(line);
  const file = join(path, "design.jsonl");
  const isRight = existsSync(file) && sumOf(file) === right.digest("hex");
  return isRight ? [] : [{ name: "design.jsonl", why: "it is not the design of the plan" }];
}

function resultDamage({ path }: Folder): { readonly merged: boolean; readonly damaged: readonly Damaged[] } {
  const sums = join(path, "results", "SHA256SUMS");
  if (!existsSync(sums)) return { merged: false, damaged: [] };
  const damaged: Damaged[] = [];
  let files = 0;
  for (const line of readFileSync(sums, "utf8")
    .split("\n")
    .filter((text) => text !== "")) {
    files += 1;
    const [, sum, name] = /^([0-9a-f]{64}) {2}([a-z]+\.(?:csv|parquet))$/.exec(line) ?? [];
    if (name === undefined) {
      damaged.push({ name: "results/SHA256SUMS", why: "a line of it cannot be read" });
      continue;
    }
    const file = join(path, "results", name);
    if (!existsSync(file)) damaged.push({ name: `results/${name}`, why: "it is missing" });
    else if (sumOf(file) !== sum)
      damaged.push({ name: `results/${name}`, why: "its bytes are not those that were merged" });
  }
  if (files === 0) damaged.push({ name: "results/SHA256SUMS", why: "it is empty" });
  return { merged: damaged.length === 0, damaged };
}

/** Reads every file of a folder and says what is missing or damaged; changes nothing. */
export function verify(folder: Folder): Verdict {
  const { parts, damaged } = survey(folder);
  const results = resultDamage(folder);
  const inParts = damaged.map(({ name, why }) => ({ name: `parts/${name}`, why }));
  return {
    parts: parts.length,
    failed: new Set(parts.flatMap(({ failed }) => failed)).size,
    missing: missingIn(parts, { from: 1, to: folder.plan.runs }),
    damaged: [...designDamage(folder), ...inParts, ...results.damaged],
    merged: results.merged,
  };
}
