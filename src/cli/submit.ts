import { resolve } from "node:path";
import { Refusal } from "../../sim/index.ts";
import { DISK, writeWhole } from "../experiment/disk.ts";
import { openFolder } from "../experiment/folder.ts";
import { statusOf } from "../experiment/status.ts";
import { PRODUCT } from "../host/opened.ts";
import { cancelTasks, jobName, mostTasks, queueOf, submissionsOf, submit } from "../slurm/queue.ts";
import type { SbatchOptions } from "../slurm/script.ts";
import { arrayScript, mergeScript, ranges } from "../slurm/script.ts";
import { limitFor } from "./batch.ts";
import { wholeNumber } from "./experimentArgument.ts";
import { several } from "./layer.ts";
import { readJson } from "./scenarioArgument.ts";
import { figure } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface SubmitOptions {
  readonly engine: string;
  readonly sbatch: readonly string[];
  readonly settings?: string;
  readonly workers?: string;
  readonly limit?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Options of `sbatch` on which the scripts rely. */
const OURS = new Set([
  "array",
  "requeue",
  "no-requeue",
  "open-mode",
  "output",
  "chdir",
  "dependency",
  "job-name",
  "cpus-per-task",
  "wrap",
]);
const MOST_WORKERS = 256;
/** Tasks where Slurm cannot be asked, as in a dry run elsewhere. */
const USUAL_TASKS = 1001;

/**
 * Options for `sbatch` from a file and from the command line, which goes first.
 *
 * @throws {Refusal} where one cannot be used
 */
function optionsOf({ sbatch, settings }: SubmitOptions): SbatchOptions {
  const file = settings === undefined ? {} : readJson(settings);
  const pairs: (readonly [unknown, unknown, string])[] = [];
  if (typeof file !== "object" || file === null || Array.isArray(file)) {
    const expected = 'an object such as {"partition": "short"}';
    throw new Refusal([{ path: settings as string, value: "something else", expected, mend: "Write one." }]);
  }
  for (const [name, value] of Object.entries(file)) pairs.push([name, value, settings as string]);
  for (const text of sbatch) {
    const at = text.indexOf("=");
    pairs.push([at < 0 ? text : text.slice(0, at), at < 0 ? "" : text.slice(at + 1), "--sbatch"]);
  }
  const problems = pairs.flatMap(([name, value, path]) => {
    if (OURS.has(String(name))) {
      return [{ path, value: String(name), expected: "an option that the scripts leave open", mend: "Leave it out." }];
    }
    const isGood =
      /^[a-z][a-z-]*$/.test(String(name)) && /^[^\s"'\\]*$/.test(String(value)) && typeof value !== "object";
    if (isGood) return [];
    return [
      {
        path,
        value: `${String(name)}=${JSON.stringify(value)}`,
        expected: "name=value as sbatch takes it",
        mend: "For example partition=short.",
      },
    ];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return Object.fromEntries(pairs.map(([name, value]) => [String(name), String(value)]));
}

function submitFolder(dir: string, options: SubmitOptions, { terminal, command }: Surroundings): void {
  if (options.engine !== "slurm") {
    const mend = "Other queues: see the templates in examples/clusters.";
    throw new Refusal([{ path: "--engine", value: options.engine, expected: "slurm", mend }]);
  }
  const path = resolve(dir);
  const folder = openFolder(path);
  const own = optionsOf(options);
  const workers =
    options.workers === undefined
      ? 1
      : wholeNumber(options.workers, "--workers", 1, MOST_WORKERS, "Leave it out for 1.");
  if (options.limit !== undefined) limitFor(options.limit, folder.plan);
  const name = jobName(folder.hash);
  const isDry = options.dryRun ?? false;
  const all = isDry ? [] : queueOf(path, name);
  // What Slurm could not start and holds would wait for ever: it is taken out and sent anew.
  const held = all.filter((each) => each.held === "by Slurm");
  cancelTasks(held);
  const queue = all.filter((each) => each.held !== "by Slurm");
  const inQueue = new Set(queue.map(({ shard }) => shard));
  const open = statusOf(folder).open.filter((shard) => !inQueue.has(shard));
  const most = isDry ? USUAL_TASKS : mostTasks();

  const number = submissionsOf(path).length + 1;
  const scripts: { file: string; text: string; offset: number }[] = [];
  for (let offset = 0; offset < folder.plan.shards; offset += most - 1) {
    const tasks = open.filter((shard) => shard > offset && shard < offset + most).map((shard) => shard - offset);
    if (tasks.length === 0) continue;
    const text = arrayScript({ name, command, tasks, offset, workers, limit: options.limit, options: own });
    scripts.push({ file: `slurm/array-${number + scripts.length}.sh`, text, offset });
  }
  const merge = {
    file: `slurm/merge-${number + scripts.length}.sh`,
    text: mergeScript({ name, command, options: own }),
  };
  if (isDry) {
    if (options.json)
      terminal.out(
        json({
          ...PRODUCT,
          folder: dir,
          plan: folder.hash,
          shards: open,
          scripts: [...scripts, merge],
          jobs: [],
          problems: [],
        }),
      );
    else terminal.out([...scripts, merge].map(({ file, text }) => `== ${file}\n${text}`).join("\n"));
    return;
  }
  const waiting = [...new Set(queue.filter(({ kind }) => kind === "array").map(({ job }) => job))];
  const jobs = scripts.map(({ file, text, offset }) => {
    writeWhole(DISK, `${path}/${file}`, text);
    return submit(DISK, path, file, { kind: "array", offset });
  });
  writeWhole(DISK, `${path}/${merge.file}`, merge.text);
  const last = submit(DISK, path, merge.file, { kind: "merge", offset: 0 }, [...waiting, ...jobs]);
  if (options.json)
    terminal.out(json({ ...PRODUCT, folder: dir, plan: folder.hash, shards: open, jobs, merge: last, problems: [] }));
  else {
    const sent =
      open.length > 0
        ? `shards ${ranges(open)} as job ${jobs.join(", ")}`
        : "no shard: none is open that is not in the queue";
    if (held.length > 0)
      terminal.out(`Taken out of the queue, where Slurm held them: ${held.map(({ id }) => id).join(", ")}.`);
    terminal.out(`Submitted ${sent}; merge as job ${last}.`);
    terminal.out(
      `${figure(open.length)} of ${figure(folder.plan.shards)} shards. \`distretto status ${dir}\` says how far they are.`,
    );
  }
}

/** `submit`: runs an experiment on a cluster. */
export const submitVerb: Verb = (program, surroundings) => {
  program
    .command("submit")
    .summary("run an experiment on a Slurm cluster")
    .description(
      "Submits what is missing of an experiment as an array of jobs, one a shard, and a merge after them. Submitting\n" +
        "again sends what is missing then and not in the queue, and anew what Slurm could not start and holds. The\n" +
        "scripts stay in DIR/slurm to be read.",
    )
    .argument("<dir>", "folder of the experiment, on a disk that all nodes see")
    .requiredOption("--engine <name>", "slurm")
    .option("--sbatch <k=v>", "option for sbatch, such as partition=short; may be given several times", several, [])
    .option("--settings <file>", "options for sbatch as JSON")
    .option("--workers <n>", "threads of a task (1)")
    .option("--limit <seconds>", "time that a run may take")
    .option("--dry-run", "print the scripts and submit nothing")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples(
        "distretto submit sweep --engine slurm --sbatch partition=short --sbatch time=00:30:00",
        "distretto submit sweep --engine slurm --dry-run",
      ),
    )
    .action((dir: string, options: SubmitOptions) => submitFolder(dir, options, surroundings));
};
