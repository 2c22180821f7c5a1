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
  /** Why it waits, in Slurm's words. */
  readonly reason: string;
  /**
   * Whether it will not start before somebody lets it go: Slurm itself holds what it could not launch and has queued
   * again; people hold what they do not want to run yet.
   */
  readonly held: "by Slurm" | "by hand" | null;
  /** Shard of a task; 0 for a merge. */
  readonly shard: number;
  /** As Slurm's programs take it: job, or job and task. */
  readonly id: string;
}

function heldBy(state: string, reason: string): Queued["held"] {
  if (state !== "PENDING" && state !== "SPECIAL_EXIT") return null;
  if (/^JobHeld(?:User|Admin)$/.test(reason)) return "by hand";
  return /held/i.test(reason) || state === "SPECIAL_EXIT" ? "by Slurm" : null;
}

/** What of a folder is in the queue. */
export function queueOf(path: string, name: string): readonly Queued[] {
  const known = new Map(submissionsOf(path).map((each) => [each.job, each]));
  if (known.size === 0) return [];
  // By name: asking for a number that Slurm has forgotten is an error there.
  const lines = slurm("squeue", ["--noheader", "--array", "--format=%i|%T|%r", `--name=${name}`]).split("\n");
  return lines.flatMap((line) => {
    const [, job, task, state, said] = /^(\d+)(?:_(\d+))?\|(\w+)\|(.*)$/.exec(line.trim()) ?? [];
    const submission = known.get(job);
    if (submission === undefined) return [];
    const reason = said.replaceAll("_", " ");
    const shard = task === undefined ? 0 : Number(task) + submission.offset;
    const id = task === undefined ? job : `${job}_${task}`;
    return [{ job, kind: submission.kind, state, reason, held: heldBy(state, reason), shard, id }];
  });
}

/** Takes tasks out of the queue. */
export function cancelTasks(tasks: readonly Queued[]): void {
  if (tasks.length > 0)
    slurm(
      "scancel",
      tasks.map(({ id }) => id),
    );
}

/** Takes everything of a folder out of the queue, at work or not. */
export function cancelAll(queue: readonly Queued[]): void {
  const jobs = [...new Set(queue.map(({ job }) => job))];
  if (jobs.length > 0) slurm("scancel", jobs);
}
