import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RunRange } from "../../sim/index.ts";
import { shardOf } from "../../sim/index.ts";
import type { Folder } from "./folder.ts";
import type { Holder } from "./lock.ts";
import { holderOf, isHeld } from "./lock.ts";
import type { Damaged } from "./parts.ts";
import { countOf, missingIn, survey } from "./parts.ts";

/** How far an experiment has come. */
export interface Status {
  readonly runs: number;
  readonly done: number;
  readonly failed: number;
  readonly missing: readonly RunRange[];
  readonly damaged: readonly Damaged[];
  readonly shards: number;
  /** Shards of which runs are missing. */
  readonly open: readonly number[];
  /** Whether tables have been written. */
  readonly merged: boolean;
  /** The process that works on it here, if any. */
  readonly holder: Holder | null;
}

export function statusOf(folder: Folder): Status {
  const { plan, path } = folder;
  const { parts, damaged } = survey(folder);
  const missing = missingIn(parts, { from: 1, to: plan.runs });
  const open: number[] = [];
  for (let shard = 1; shard <= plan.shards; shard++) {
    if (missingIn(parts, shardOf(plan, shard)).length > 0) open.push(shard);
  }
  const holder = holderOf(path);
  return {
    runs: plan.runs,
    done: plan.runs - countOf(missing),
    failed: new Set(parts.flatMap(({ failed }) => failed)).size,
    missing,
    damaged,
    shards: plan.shards,
    open,
    merged: existsSync(join(path, "results", "SHA256SUMS")),
    holder: holder !== undefined && holder !== "unreadable" && isHeld(holder) ? holder : null,
  };
}
