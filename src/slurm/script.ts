/** Job scripts for Slurm: plain enough to be read, changed and submitted by hand. */

/** What a site or a user asks of the queue, by the name of the option of `sbatch`. */
export type SbatchOptions = Readonly<Record<string, string>>;

export interface ArrayScript {
  readonly name: string;
  /** How the program is started, word by word. */
  readonly command: readonly string[];
  /** Tasks of the array, from 1. */
  readonly tasks: readonly number[];
  /** What is added to a task's number to get its shard. */
  readonly offset: number;
  /** Threads of a task. */
  readonly workers: number;
  /** Seconds that a run may take; what is usual where it is left out. */
  readonly limit?: string | undefined;
  readonly options: SbatchOptions;
}

/** A word of a command as the shell reads it. */
function quoted(word: string): string {
  return /^[A-Za-z0-9_./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Numbers as `--array` takes them: `1-5,9`. */
export function ranges(numbers: readonly number[]): string {
  const texts: string[] = [];
  for (let at = 0; at < numbers.length;) {
    let last = at;
    while (numbers[last + 1] === numbers[last] + 1) last += 1;
    texts.push(last === at ? String(numbers[at]) : `${numbers[at]}-${numbers[last]}`);
    at = last + 1;
  }
  return texts.join(",");
}

function directives(options: SbatchOptions): string[] {
  return Object.entries(options).map(([name, value]) => `#SBATCH --${name}${value === "" ? "" : `=${value}`}`);
}

/** One task a shard. A task that is lost with its node is queued again; logs go on where they were. */
export function arrayScript({ name, command, tasks, offset, workers, limit, options }: ArrayScript): string {
  const shard = offset === 0 ? '"$SLURM_ARRAY_TASK_ID"' : `"$((SLURM_ARRAY_TASK_ID + ${offset}))"`;
  const own = {
    "job-name": name,
    array: ranges(tasks),
    ntasks: "1",
    "cpus-per-task": String(workers),
    requeue: "",
    "open-mode": "append",
    output: "logs/slurm-%A_%a.log",
  };
  const work = [...command.map(quoted), "work", ".", "--shard", shard, "--workers", String(workers)];
  if (limit !== undefined) work.push("--limit", quoted(limit));
  return [
    "#!/bin/bash",
    "# Runs shards of the experiment in this folder. Submit it from the folder: sbatch slurm/FILE",
    ...directives({ ...own, ...options }),
    "",
    `exec ${work.join(" ")}`,
    "",
  ].join("\n");
}

/** Runs when the arrays have ended in whatever way, and looks for itself whether every run is there. */
export function mergeScript({ name, command, options }: Pick<ArrayScript, "name" | "command" | "options">): string {
  const own = { "job-name": name, ntasks: "1", requeue: "", "open-mode": "append", output: "logs/slurm-merge-%j.log" };
  return [
    "#!/bin/bash",
    "# Merges the experiment in this folder; ends with 3 where runs are missing. Submit it from the folder.",
    ...directives({ ...own, ...options }),
    "",
    `exec ${[...command.map(quoted), "merge", "."].join(" ")}`,
    "",
  ].join("\n");
}
