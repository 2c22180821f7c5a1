import type { Estimate } from "../experiment/estimate.ts";
import { estimate, largestWorld } from "../experiment/estimate.ts";
import { DISK } from "../experiment/disk.ts";
import { isPlanned, makeFolder, openFolder, prepare } from "../experiment/folder.ts";
import type { Folder } from "../experiment/folder.ts";
import { Refusal, adviceOf } from "../../sim/index.ts";
import { PRODUCT } from "../host/opened.ts";
import { duration, size } from "./amounts.ts";
import { experimentOf } from "./experimentArgument.ts";
import { room } from "./scenarioArgument.ts";
import { figure } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { workersFor } from "./workers.ts";

interface PlanOptions {
  readonly workers?: string;
  readonly json?: boolean;
}

/** What an experiment will take, in a sentence or two. */
export function estimateText({ runs, workers, seconds, memory, disk }: Estimate): string {
  const threads = workers === 1 ? "one worker" : `${workers} workers`;
  return `${figure(runs)} runs: about ${duration(seconds)} on ${threads}, ${size(memory)} of memory, ${size(disk)} on disk.`;
}

/** The folder of an experiment, made where it is not there yet. */
export function plannedFolder(experiment: string, path: string): Folder {
  const content = experimentOf(experiment);
  if (isPlanned(path)) return openFolder(path, content);
  const { plan, hash } = prepare(content, room());
  return makeFolder(DISK, path, plan, hash);
}

function planFolder(experiment: string, path: string, options: PlanOptions, { terminal }: Surroundings): void {
  if (isPlanned(path)) {
    openFolder(path, experimentOf(experiment));
    const mend = "Go on with `distretto batch EXPERIMENT DIR --resume`.";
    throw new Refusal([{ path, value: "the plan of this experiment", expected: "a new folder", mend }]);
  }
  const { plan, hash } = plannedFolder(experiment, path);
  const { design, runs, shards, shardRuns } = plan;
  const guess = estimate(plan, workersFor(options.workers, runs, largestWorld(plan)));
  const advice = adviceOf(plan.experiment);
  if (options.json) {
    const { kind, points, names } = design;
    const { replicates, seed, base } = plan.experiment;
    const about = { scenario: base.name, design: kind, parameters: names, points, replicates, seed };
    terminal.out(
      json({
        ...PRODUCT,
        folder: path,
        plan: hash,
        ...about,
        runs,
        shards,
        shardRuns,
        estimate: guess,
        advice: advice ?? null,
        problems: [],
      }),
    );
    return;
  }
  terminal.out(
    `${path}: ${design.kind}, ${figure(design.points)} points x ${figure(plan.experiment.replicates)} replicates.`,
  );
  terminal.out(estimateText(guess));
  if (advice !== undefined) terminal.err(advice);
}

/** `plan`: makes the folder of an experiment. */
export const planVerb: Verb = (program, surroundings) => {
  program
    .command("plan")
    .summary("make the folder of an experiment")
    .description(
      "Checks an experiment, says how many runs it has and what they will take, and makes the folder in which they\n" +
        "are run, here (`batch`) or elsewhere (`work`, `submit`).",
    )
    .argument("<experiment>", "path to an experiment")
    .argument("<dir>", "folder to make")
    .option("--workers <n>", "threads to reckon with (all cores but one)")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto plan examples/trust-and-brokers.json sweep"))
    .action((experiment: string, dir: string, options: PlanOptions) =>
      planFolder(experiment, dir, options, surroundings),
    );
};
