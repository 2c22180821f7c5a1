import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "../experiment/disk.ts";
import { writeWhole } from "../experiment/disk.ts";

/** What is asked of Slurm; its accounting database is not, for many sites have none. */

/** An array, or a merge, that was submitted. */
export interface Submission {
  readonly job: string;
  readonly kind: "array" | "merge";
  /** What is added to a task's number to get its shard. */
  readonly offset: number;
}

/** Slurm is not there, or has refused. */
class SlurmFailed extends Error {}

const PATIENCE = 60_000;

function slurm(program: string, args: readonly string[], cwd?: string): string {
  try {
    return execFileSync(program, args, { encoding: "utf8", timeout: PATIENCE, stdio: ["ignore", "pipe", "pipe"], cwd });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw new SlurmFailed(`\`${program}\` was not found: this machine cannot speak to Slurm.`);
    throw new SlurmFailed(`\`${program}\` failed: ${(stderr ?? String(error)).trim() || String(error)}`);
  }
}

/** The name of a folder's jobs in the queue. @param hash of its plan */
export function jobName(hash: string): string {
  return `distretto-${hash.slice(0, 12)}`;
}

function fileOf(path: string): string {
  return join(path, "slurm", "submitted.json");
}

/** All that was submitted for a folder, the oldest first. */
export function submissionsOf(path: string): readonly Submission[] {
  if (!existsSync(fileOf(path))) return [];
  return JSON.parse(readFileSync(fileOf(path), "utf8")) as Submission[];
}

/** Submits a script of the folder. @returns the number of its job */
export function submit(
  disk: Disk,
  path: string,
  script: string,
  entry: Omit<Submission, "job">,
  after: readonly string[] = [],
): string {
  const dependency = after.length > 0 ? [`--dependency=afterany:${after.join(":")}`] : [];
  const job = slurm("sbatch", ["--parsable", `--chdir=${path}`, ...dependency, join(path, script)], path)
    .trim()
    .split(";")[0];
  writeWhole(disk, fileOf(path), `${JSON.stringify([...submissionsOf(path), { job, ...entry }], null, 2)}\n`);
  return job;
}

/** The number that tasks of an array stay below. */
export function mostTasks(): number {
  const found = /^MaxArraySize\s*=\s*(\d+)/m.exec(slurm("scontrol", ["show", "config"]));
  const most = Number(found?.[1] ?? 1001);
  if (most < 2) throw new SlurmFailed("This Slurm takes no arrays (MaxArraySize is below 2).");
  return most;
}

/** A task, or a merge, that waits or runs. */
export interface Queued {
  readonly job: string;
  readonly kind: Submission["kind"];
  readonly state: string;
  /** Shard of a task; 0 for a merge. */
  readonly shard: number;
}

/** What of a folder is in the queue. */
export function queueOf(path: string, name: string): readonly Queued[] {
  const known = new Map(submissionsOf(path).map((each) => [each.job, each]));
  if (known.size === 0) return [];
  // By name: asking for a number that Slurm has forgotten is an error there.
  const lines = slurm("squeue", ["--noheader", "--array", "--format=%i|%T", `--name=${name}`]).split("\n");
  return lines.flatMap((line) => {
    const [, job, task, state] = /^(\d+)(?:_(\d+))?\|(\w+)$/.exec(line.trim()) ?? [];
    const submission = known.get(job);
    if (submission === undefined) return [];
    return [{ job, kind: submission.kind, state, shard: task === undefined ? 0 : Number(task) + submission.offset }];
  });
}

/** Takes everything of a folder out of the queue, at work or not. */
export function cancelAll(queue: readonly Queued[]): void {
  const jobs = [...new Set(queue.map(({ job }) => job))];
  if (jobs.length > 0) slurm("scancel", jobs);
}
