import { execute } from "../experiment/execute.ts";
import { missingByShard } from "../experiment/batch.ts";
import { DISK } from "../experiment/disk.ts";
import { largestWorld } from "../experiment/estimate.ts";
import { openFolder } from "../experiment/folder.ts";
import { countOf, survey } from "../experiment/parts.ts";
import { beginSession } from "../experiment/sessions.ts";
import { threadCrew } from "../host/crew.ts";
import { PRODUCT } from "../host/opened.ts";
import { limitFor, progressOf } from "./batch.ts";
import { wholeNumber } from "./experimentArgument.ts";
import { untilInterrupted } from "./interruption.ts";
import { room } from "./scenarioArgument.ts";
import { figure } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { workersFor } from "./workers.ts";

interface WorkOptions {
  readonly shard: string;
  readonly workers?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

async function work(path: string, options: WorkOptions, { terminal, worker }: Surroundings): Promise<void> {
  const folder = openFolder(path);
  const { plan } = folder;
  const shard = wholeNumber(options.shard, "--shard", 1, plan.shards, "`distretto status DIR` lists the shards.");
  const missing = [...missingByShard(folder, survey(folder).parts, [shard])];
  const count = countOf(missing);
  const workers = workersFor(options.workers ?? "1", Math.max(1, count), largestWorld(plan));
  const crew = threadCrew(worker, workers, { limit: limitFor(options.limit, plan), room: room() });
  const stop = new AbortController();
  const progress = progressOf(terminal, count);
  const end = beginSession(path, `work --shard ${shard}`);
  const working = execute({ disk: DISK, folder, crew, ranges: missing, stop: stop.signal, onRun: progress.add });
  const finish = async () => {
    await crew.end();
    end(progress.done());
  };
  await untilInterrupted(working, stop, finish);
  terminal.progress("");
  const [played, failed] = [progress.done(), progress.failed()];
  if (options.json) terminal.out(json({ ...PRODUCT, folder: path, shard, played, failed, problems: [] }));
  else terminal.out(`shard ${shard}: ${figure(played)} runs played, ${figure(failed)} of them failed.`);
}

/** `work`: runs one shard of an experiment, here or on a cluster. */
export const workVerb: Verb = (program, surroundings) => {
  program
    .command("work")
    .summary("run one shard of an experiment")
    .description(
      "Runs what is missing of one shard. Any number of machines may work on one folder, also on the same shard: a run\n" +
        "has the same bytes wherever it is played. `distretto merge DIR` puts all together.",
    )
    .argument("<dir>", "folder of the experiment")
    .requiredOption("--shard <k>", "number of the shard, from 1")
    .option("--workers <n>", "threads (1)")
    .option("--limit <seconds>", "time that a run may take")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples("distretto work sweep --shard 3", "seq 16 | parallel distretto work sweep --shard {}"),
    )
    .action((dir: string, options: WorkOptions) => work(dir, options, surroundings));
};
