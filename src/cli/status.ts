import { openFolder } from "../experiment/folder.ts";
import { countOf, rangesText } from "../experiment/parts.ts";
import type { Status } from "../experiment/status.ts";
import { statusOf } from "../experiment/status.ts";
import { PRODUCT } from "../host/opened.ts";
import type { Queued } from "../slurm/queue.ts";
import { jobName, queueOf, submissionsOf } from "../slurm/queue.ts";
import { ranges } from "../slurm/script.ts";
import { figure } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

const INCOMPLETE = 3;

/** Why tasks usually wait: nothing that anybody could do something about. */
const USUAL = new Set(["None", "Priority", "Resources", "Dependency", "JobArrayTaskLimit"]);

/** Shards, or merges where there are none, and Slurm's reasons. */
function tasksText(tasks: readonly Queued[]): string {
  const shards = tasks.map(({ shard }) => shard).filter((shard) => shard > 0);
  const what = shards.length > 0 ? `shards ${ranges([...new Set(shards)].sort((a, b) => a - b))}` : "the merge";
  return `${what} (${[...new Set(tasks.map(({ reason }) => reason))].join("; ")})`;
}

/** What of it is in Slurm's queue, or why that cannot be told. */
function queueText(queue: readonly Queued[] | string, open: readonly number[]): string[] {
  if (typeof queue === "string") return [queue];
  const states = new Map<string, number>();
  for (const { state } of queue) states.set(state, (states.get(state) ?? 0) + 1);
  const lines =
    queue.length > 0
      ? [`Slurm: ${[...states].map(([state, count]) => `${count} ${state.toLowerCase()}`).join(", ")}.`]
      : [];
  const failed = queue.filter(({ held }) => held === "by Slurm");
  const kept = queue.filter(({ held }) => held === "by hand");
  const odd = queue.filter(({ state, held, reason }) => state === "PENDING" && held === null && !USUAL.has(reason));
  if (failed.length > 0)
    lines.push(
      `Held by Slurm, which could not start them: ${tasksText(failed)}. \`distretto submit\` sends them anew.`,
    );
  if (kept.length > 0) {
    const jobs = [...new Set(kept.map(({ job }) => job))].join(" ");
    lines.push(`Held by hand: ${tasksText(kept)}. \`scontrol release ${jobs}\` lets them go.`);
  }
  if (odd.length > 0) lines.push(`Waiting: ${tasksText(odd)}.`);
  const left = open.filter((shard) => !queue.some((each) => each.shard === shard));
  if (left.length > 0)
    lines.push(`Shards ${ranges(left)} are open and not in the queue: \`distretto submit\` sends them.`);
  return lines;
}

/** Undefined where nothing was submitted. */
function queueFor(path: string, hash: string): readonly Queued[] | string | undefined {
  if (submissionsOf(path).length === 0) return undefined;
  try {
    return queueOf(path, jobName(hash));
  } catch (error) {
    return (error as Error).message;
  }
}

function textOf({ runs, done, failed, missing, damaged, open, shards, merged, holder }: Status): string {
  const lines = [`${bar("runs", done, runs)}, ${figure(failed)} failed`];
  if (open.length > 0)
    lines.push(`${figure(open.length)} of ${figure(shards)} shards are open; runs ${rangesText(missing)} are missing.`);
  if (damaged.length > 0) lines.push(`${figure(damaged.length)} parts are damaged: see \`distretto verify\`.`);
  if (holder !== null)
    lines.push(`Process ${holder.pid} on ${holder.host} is at work (${holder.verb}, since ${holder.since}).`);
  if (countOf(missing) === 0)
    lines.push(merged ? "All runs are there and merged." : "All runs are there: `distretto merge`.");
  return lines.join("\n");
}

function showStatus(path: string, isJson: boolean, { terminal }: Surroundings): void {
  const folder = openFolder(path);
  const status = statusOf(folder);
  if (status.missing.length > 0) process.exitCode = INCOMPLETE;
  const queue = queueFor(path, folder.hash);
  if (isJson) {
    const known = typeof queue === "string" ? { queue: null, queueError: queue } : { queue: queue ?? null };
    return terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, ...status, ...known, problems: [] }));
  }
  terminal.out([textOf(status), ...(queue === undefined ? [] : queueText(queue, status.open))].join("\n"));
}

/** `status`: how far an experiment has come. */
export const statusVerb: Verb = (program, surroundings) => {
  program
    .command("status")
    .summary("how far an experiment has come")
    .description(
      "Counts the runs that are there, failed or missing, and looks at Slurm's queue where it was submitted. Exit code 3 while runs are missing.",
    )
    .argument("<dir>", "folder of the experiment")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto status sweep"))
    .action((dir: string, options: { json?: boolean }) => showStatus(dir, options.json ?? false, surroundings));
};
