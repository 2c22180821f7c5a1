import { MACHINE } from "../experiment/disk.ts";
import { openFolder } from "../experiment/folder.ts";
import { holderOf, isHeld } from "../experiment/lock.ts";
import { PRODUCT } from "../host/opened.ts";
import { cancelAll, jobName, queueOf } from "../slurm/queue.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

/** How long a process may take to stop, ms. */
const PATIENCE = 5000;
const LOOK = 50;

async function cancel(path: string, isJson: boolean, { terminal }: Surroundings): Promise<void> {
  const folder = openFolder(path);
  const holder = holderOf(path);
  const isRunning = holder !== undefined && holder !== "unreadable" && isHeld(holder);
  if (isRunning && holder.machine !== MACHINE) {
    throw new Error(`${path} is in use by process ${holder.pid} on ${holder.host}. Cancel it there.`);
  }
  if (isRunning) {
    process.kill(holder.pid, "SIGTERM");
    const until = performance.now() + PATIENCE;
    while (isHeld(holder) && performance.now() < until) await new Promise((resume) => setTimeout(resume, LOOK));
    if (isHeld(holder)) throw new Error(`Process ${holder.pid} was told to stop and has not stopped yet.`);
  }
  const queue = queueOf(path, jobName(folder.hash));
  cancelAll(queue);
  const stopped = isRunning ? [holder.pid] : [];
  const jobs = [...new Set(queue.map(({ job }) => job))];
  if (isJson) return terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, stopped, jobs, problems: [] }));
  if (isRunning) terminal.out(`Process ${holder.pid} has stopped. \`--resume\` goes on.`);
  if (jobs.length > 0) terminal.out(`Slurm was told to end job ${jobs.join(", ")}. \`submit\` sends what is missing.`);
  if (!isRunning && jobs.length === 0) terminal.out("Nothing is at work on it.");
}

/** `cancel`: stops whatever runs an experiment. */
export const cancelVerb: Verb = (program, surroundings) => {
  program
    .command("cancel")
    .summary("stop what runs an experiment")
    .description(
      "Stops the process that works on an experiment, and takes its jobs out of Slurm's queue. What it has played is kept.",
    )
    .argument("<dir>", "folder of the experiment")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto cancel sweep"))
    .action((dir: string, options: { json?: boolean }) => cancel(dir, options.json ?? false, surroundings));
};
