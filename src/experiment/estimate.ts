import type { Plan } from "../../sim/index.ts";
import {
  bytesOf,
  firmMonths,
  jobOf,
  meanFirmMonths,
  play,
  probed,
  resolve,
  runOf,
  settingsOfRun,
} from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { lineOf, rowOf, usualRowBytes } from "./rows.ts";

/** What an experiment will take, before it is started. */
export interface Estimate {
  readonly runs: number;
  readonly workers: number;
  readonly seconds: number;
  /** Bytes of memory while it runs. */
  readonly memory: number;
  /** Bytes on disk when it is done. */
  readonly disk: number;
}

/** Time that worlds are played to see how fast this machine is, s. */
const TRIAL = 1;
/** Bytes of the program and of each of its threads, worlds left out. */
const PROGRAM = 90e6;
const THREAD = 60e6;
/** CSV and Parquet beside the parts, per byte of these. */
const TABLES = 1.1;

/** Bytes of the largest world of the design. */
export function largestWorld(plan: Plan): number {
  const { document } = plan.experiment;
  const sizes = probed(plan.design).map((index) => {
    const settings = settingsOfRun(plan, runOf(plan, index * plan.experiment.replicates + 1));
    const resolved = resolve(document.scenario, { settings, without: document.without }, CATALOGUE);
    return resolved.ok ? bytesOf(resolved.value.plan) : 0;
  });
  return Math.max(0, ...sizes);
}

/** Plays a run, or some of it where it takes long: seconds for the whole of it, and bytes of its row. */
function tried(plan: Plan, run: number): { readonly seconds: number; readonly bytes: number } {
  const planned = runOf(plan, run);
  const job = jobOf(plan, planned);
  const last = Number(job.settings.months ?? plan.experiment.base.plan.months);
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  const playing = play(job, CATALOGUE);
  for (;;) {
    const step = playing.next();
    if (step.done) {
      return { seconds: passed(), bytes: lineOf(rowOf(plan, planned, { status: "ok", result: step.value })).length };
    }
    if (passed() > TRIAL && step.value > 0) {
      return { seconds: (passed() * last) / step.value, bytes: usualRowBytes(plan.experiment) };
    }
  }
}

/** Plays some runs to see how long they take and how much there is to keep. */
export function estimate(plan: Plan, workers: number): Estimate {
  const { experiment, design, runs } = plan;
  const began = performance.now();
  let last = 1;
  let found = tried(plan, last);
  // An engine is slow at first: what counts is the last one, and never the first where there are others.
  while (last < runs && (last === 1 || performance.now() - began < TRIAL * 1000)) found = tried(plan, (last += 1));
  const size = firmMonths(experiment, design.point(runOf(plan, last).point - 1));
  const usual = size > 0 ? (found.seconds * meanFirmMonths(experiment, design)) / size : found.seconds;
  return {
    runs,
    workers,
    seconds: (usual * runs) / workers,
    memory: PROGRAM + workers * (THREAD + largestWorld(plan)),
    disk: found.bytes * runs * (1 + TABLES),
  };
}
