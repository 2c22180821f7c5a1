import { existsSync } from "node:fs";
import { Refusal, meanFirmMonths, runOf, valueOfText } from "../../sim/index.ts";
import type { Plan } from "../../sim/index.ts";
import { batch } from "../experiment/batch.ts";
import { DISK } from "../experiment/disk.ts";
import type { Estimate } from "../experiment/estimate.ts";
import { estimate, largestWorld } from "../experiment/estimate.ts";
import { isPlanned } from "../experiment/folder.ts";
import { linkOf } from "../experiment/link.ts";
import { refuseHeld, takeLock } from "../experiment/lock.ts";
import type { Merged } from "../experiment/merge.ts";
import { countOf } from "../experiment/parts.ts";
import { beginSession } from "../experiment/sessions.ts";
import { threadCrew } from "../host/crew.ts";
import { PRODUCT } from "../host/opened.ts";
import { duration } from "./amounts.ts";
import { untilInterrupted } from "./interruption.ts";
import { estimateText, plannedFolder } from "./plan.ts";
import { room } from "./scenarioArgument.ts";
import { figure } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { workersFor } from "./workers.ts";

interface BatchOptions {
  readonly workers?: string;
  readonly limit?: string;
  readonly resume?: boolean;
  readonly retry?: boolean;
  readonly json?: boolean;
}

const LEAST_LIMIT = 60;
/** Seconds for a firm-month that no world needs: some fifty times what is usual. */
const SLOW = 1e-4;

/**
 * Seconds that a run may take.
 *
 * @param asked text of `--limit`
 * @throws {Refusal} where that is no time
 */
export function limitFor(asked: string | undefined, plan: Plan): number {
  const usual = Math.ceil(LEAST_LIMIT + SLOW * meanFirmMonths(plan.experiment, plan.design));
  if (asked === undefined) return usual;
  const value = valueOfText(asked);
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
  const mend = `Leave it out for ${usual}.`;
  throw new Refusal([{ path: "--limit", value: asked, expected: "a number of seconds above 0", mend }]);
}

/** Tells how far runs have come: rate, time left, failures. */
export function progressOf(
  terminal: Terminal,
  all: number,
): { add: (status: string) => void; failed: () => number; done: () => number } {
  const began = performance.now();
  let done = 0;
  let failed = 0;
  return {
    done: () => done,
    failed: () => failed,
    add(status) {
      done += 1;
      if (status !== "ok") failed += 1;
      const rate = done / ((performance.now() - began) / 1000);
      const left = duration((all - done) / rate);
      const bad = failed > 0 ? ` · ${failed} failed` : "";
      terminal.progress(`${bar("runs", done, all)} · ${rate.toFixed(1)} a second · ${left} left${bad}`);
    },
  };
}

function summary(path: string, plan: Plan, merged: Merged, seconds: number): string {
  const link = linkOf(plan, runOf(plan, 1));
  const lines = [`${path}/results: ${merged.files.join(", ")}`];
  lines.push(`${figure(merged.runs)} runs in ${duration(seconds)}, ${figure(merged.failed)} of them failed.`);
  if (link !== undefined) lines.push(`The world of run 1 in the page (\`distretto serve\`): ${link}`);
  lines.push("Any run again: `distretto replay DIR --run ID`.");
  return lines.join("\n");
}

async function runBatch(
  experiment: string,
  path: string,
  options: BatchOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal, worker } = surroundings;
  if (isPlanned(path) && options.resume !== true) {
    const mend = "Add --resume to go on where it stopped, or choose another folder.";
    throw new Refusal([{ path, value: "the folder of an experiment", expected: "a new folder", mend }]);
  }
  refuseHeld(path);
  const isNew = !existsSync(path);
  const folder = plannedFolder(experiment, path);
  const { plan } = folder;
  const limit = limitFor(options.limit, plan);
  const workers = workersFor(options.workers, plan.runs, largestWorld(plan));
  const release = takeLock(DISK, path, "batch");
  const crew = threadCrew(worker, workers, { limit, room: room() });
  const stop = new AbortController();
  const began = performance.now();
  let guess: Estimate | undefined;
  if (isNew) {
    guess = estimate(plan, workers);
    terminal.err(estimateText(guess));
  }
  const end = beginSession(path, "batch");
  let progress = progressOf(terminal, plan.runs);
  const working = batch({
    disk: DISK,
    folder,
    crew,
    stop: stop.signal,
    retry: options.retry ?? false,
    onStart(missing, damaged) {
      for (const { name, why } of damaged) terminal.err(`parts/${name}: ${why}; its runs are played again.`);
      const count = countOf(missing);
      if (count < plan.runs) terminal.err(`${figure(plan.runs - count)} of ${figure(plan.runs)} runs are there.`);
      progress = progressOf(terminal, count);
    },
    onRun: (status) => progress.add(status),
    onMerge: (run) => run % 1000 === 0 && terminal.progress(bar("merging", run, plan.runs)),
  });
  const finish = async () => {
    await crew.end();
    end(progress.done());
    release();
  };
  const merged = await untilInterrupted(working, stop, finish);
  terminal.progress("");
  if (merged === undefined) throw new Error("Runs are missing, though all have been played. Try --resume.");
  const seconds = (performance.now() - began) / 1000;
  if (merged.failed > 0) {
    terminal.err(`${figure(merged.failed)} runs failed; their rows say why. Try them again with --resume --retry.`);
  }
  if (merged.failed === merged.runs) process.exitCode = 1;
  if (options.json) {
    const { runs, failed, files } = merged;
    const link = linkOf(plan, runOf(plan, 1)) ?? null;
    const outcome = { runs, played: progress.done(), failed, files, seconds, workers, link };
    terminal.out(
      json({ ...PRODUCT, folder: path, plan: folder.hash, ...outcome, estimate: guess ?? null, problems: [] }),
    );
  } else terminal.out(summary(path, plan, merged, seconds));
}

/** `batch`: runs an experiment on this machine. */
export const batchVerb: Verb = (program, surroundings) => {
  program
    .command("batch")
    .summary("run an experiment on this machine")
    .description(
      "Plans an experiment, runs what is missing, and merges all runs into tables (CSV and Parquet). It may be stopped\n" +
        "or die at any moment: `--resume` goes on, and the tables are the same bytes.",
    )
    .argument("<experiment>", "path to an experiment")
    .argument("<dir>", "folder of the experiment")
    .option("--workers <n>", "threads (all cores but one)")
    .option("--resume", "go on in a folder that is there; one that is not is begun")
    .option("--retry", "with --resume: play runs again that failed")
    .option("--limit <seconds>", "time that a run may take")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples(
        "distretto batch examples/trust-and-brokers.json sweep",
        "distretto batch sweep/experiment.json sweep --resume --workers 4",
      ),
    )
    .action((experiment: string, dir: string, options: BatchOptions) =>
      runBatch(experiment, dir, options, surroundings),
    );
};
