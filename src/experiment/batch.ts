import type { RunRange } from "../../sim/index.ts";
import { shardOf } from "../../sim/index.ts";
import type { Crew, Outcome } from "../host/crew.ts";
import type { Disk } from "./disk.ts";
import { execute } from "./execute.ts";
import type { Folder } from "./folder.ts";
import { removeDamaged, sweep } from "./housekeeping.ts";
import type { Merged } from "./merge.ts";
import { merge } from "./merge.ts";
import type { Damaged, Part } from "./parts.ts";
import { missingIn, survey } from "./parts.ts";
import { writeProvenance } from "./provenance.ts";

/** Runs of each shard that no part has, in order. */
export function* missingByShard(
  folder: Folder,
  parts: readonly RunRange[],
  shards: Iterable<number>,
): Generator<RunRange> {
  for (const shard of shards) yield* missingIn(parts, shardOf(folder.plan, shard));
}

export function* allShards({ plan }: Folder): Generator<number> {
  for (let shard = 1; shard <= plan.shards; shard++) yield shard;
}

/** Ranges that hold no run that failed, in order: what failed is then missing. */
function withoutFailed(parts: readonly Part[]): RunRange[] {
  const good = parts.flatMap((part) =>
    missingIn(
      part.failed.map((run) => ({ from: run, to: run })),
      part,
    ),
  );
  return good.sort((a, b) => a.from - b.from || a.to - b.to);
}

export interface Batch {
  readonly disk: Disk;
  readonly folder: Folder;
  readonly crew: Crew;
  readonly stop?: AbortSignal | undefined;
  /** Plays runs again that have failed before. */
  readonly retry?: boolean;
  /** Told before the first run: how many there are to play, and which parts could not be used. */
  readonly onStart?: (missing: readonly RunRange[], damaged: readonly Damaged[]) => void;
  readonly onRun?: (status: Outcome["status"]) => void;
  readonly onMerge?: (run: number) => void;
}

/**
 * Plays what is missing and merges. The caller holds the lock.
 *
 * @returns undefined where it was stopped before all runs were there
 */
export async function batch(work: Batch): Promise<Merged | undefined> {
  const { disk, folder, crew, stop, retry = false, onStart, onRun, onMerge } = work;
  sweep(disk, folder);
  const { parts, damaged } = survey(folder);
  removeDamaged(disk, folder, damaged);
  const usable = retry ? withoutFailed(parts) : parts;
  const missing = [...missingByShard(folder, usable, allShards(folder))];
  onStart?.(missing, damaged);
  await execute({ disk, folder, crew, ranges: missing, stop, ...(onRun && { onRun }) });
  if (stop?.aborted === true) return undefined;
  const merged = await mergeAll(disk, folder, onMerge, stop);
  return merged === "incomplete" ? undefined : merged;
}

/** Merges where every run is there, and says where the results come from. */
export async function mergeAll(
  disk: Disk,
  folder: Folder,
  note: (run: number) => void = () => undefined,
  stop?: AbortSignal,
): Promise<Merged | "incomplete"> {
  const { parts } = survey(folder);
  if (missingIn(parts, { from: 1, to: folder.plan.runs }).length > 0) return "incomplete";
  const merged = await merge(disk, folder, parts, (run) => {
    stop?.throwIfAborted();
    note(run);
  });
  writeProvenance(disk, folder, merged);
  return merged;
}
