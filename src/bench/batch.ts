import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan, WorldResult } from "../../sim/index.ts";
import { jobOf, play, runOf } from "../../sim/index.ts";
import { batch } from "../experiment/batch.ts";
import { DISK } from "../experiment/disk.ts";
import { makeFolder, prepare } from "../experiment/folder.ts";
import type { Crew } from "../host/crew.ts";
import { threadCrew } from "../host/crew.ts";
import { CATALOGUE } from "../host/shipped.ts";
import type { PlannedMemory } from "./planned.ts";
import { plannedMemory } from "./planned.ts";

/** What a batch adds to playing its worlds, what a second worker gains, and what planned runs cost in memory. */

const FIRMS = 500;
const MONTHS = 120;
/** Runs of one batch: what a batch costs once is shared by as many as a small one has. */
const RUNS = 48;
/** Each a plain loop, a batch on one worker and one on two, side by side. */
const ROUNDS = 7;

/** A ratio of two times, round by round. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface BatchRow {
  readonly firms: number;
  readonly months: number;
  readonly runs: number;
  readonly rounds: number;
  /** Time of a batch on one worker, from its file to its tables, over that of the same worlds in a plain loop, less 1. */
  readonly overhead: Ratio;
  /** The same in processor time, which other programs hardly touch. */
  readonly overheadWork: Ratio;
  /**
   * Processor time of a batch whose worlds are played already over that of playing them: all that a batch adds but the
   * messages to its threads, and steadier than a difference of two long times.
   */
  readonly around: Ratio;
  /** Time on one worker over time on two. */
  readonly scaling: Ratio;
  /** Processor time on two workers over that on one: above 1 where they are in each other's way. */
  readonly scalingWork: Ratio;
  readonly memory: PlannedMemory;
  /** Programs that wanted a processor before the bench began, and how many processors there are. */
  readonly load: number;
  readonly processors: number;
}

/** The experiment that is timed, as a file would hold it. */
const CONTENT = {
  format: "distretto/experiment/1",
  scenario: "honduras",
  settings: { "firms.count": FIRMS, months: MONTHS },
  design: { kind: "list", points: [{}] },
  replicates: RUNS,
  seed: "bench",
};

interface Spent {
  /** Seconds on the wall. */
  readonly time: number;
  /** Seconds of all processors together. */
  readonly work: number;
}

async function spent(work: () => Promise<void> | void): Promise<Spent> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { time: (performance.now() - began) / 1000, work: (user + system) / 1e6 };
}

/** Plays the worlds of a plan one after the other. */
function plain(plan: Plan): WorldResult[] {
  return Array.from({ length: plan.runs }, (_, at) => {
    const playing = play(jobOf(plan, runOf(plan, at + 1)), CATALOGUE);
    for (;;) {
      const step = playing.next();
      if (step.done) return step.value;
    }
  });
}

/** A crew to which worlds are known already. */
function knowing(results: readonly WorldResult[]): Crew {
  let next = 0;
  return {
    size: 1,
    play: () => Promise.resolve({ status: "ok", result: results[next++ % results.length] }),
    end: () => Promise.resolve(),
  };
}

/** A whole batch, from its file to its tables. */
async function whole(crew: Crew): Promise<void> {
  const path = mkdtempSync(join(tmpdir(), "distretto-bench-"));
  try {
    const { plan, hash } = prepare(CONTENT, Number.MAX_SAFE_INTEGER);
    const merged = await batch({ disk: DISK, folder: makeFolder(DISK, path, plan, hash), crew });
    if (merged?.failed !== 0) throw new Error("Runs of the bench's batch failed.");
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function ratioOf(values: readonly number[]): Ratio {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], least: sorted[0], most: sorted[sorted.length - 1] };
}

/** @param worker the built worker thread */
export async function benchBatch(worker: URL, note: (text: string) => void): Promise<BatchRow> {
  const [load] = loadavg();
  note("batch: a million planned runs");
  const memory = await plannedMemory({ points: 1 << 20, replicates: 1 });
  const options = { limit: 3600, room: Number.MAX_SAFE_INTEGER };
  const crews = [threadCrew(worker, 1, options), threadCrew(worker, 2, options)];
  const { plan } = prepare(CONTENT, Number.MAX_SAFE_INTEGER);
  const known = knowing(plain(plan));
  const courses = [() => void plain(plan), () => whole(crews[0]), () => whole(crews[1]), () => whole(known)];
  const rounds: Spent[][] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      note(round === 0 ? "batch: warming up" : `batch: round ${round} of ${ROUNDS}`);
      const found: Spent[] = [];
      // Every other round backwards, so that a machine that slows down or speeds up favours none.
      const order = round % 2 === 0 ? [0, 1, 2, 3] : [3, 2, 1, 0];
      for (const at of order) found[at] = await spent(courses[at]);
      if (round > 0) rounds.push(found);
    }
  } finally {
    await Promise.all(crews.map((crew) => crew.end()));
  }
  const ratio = (of: (round: readonly Spent[]) => number): Ratio => ratioOf(rounds.map(of));
  return {
    firms: FIRMS,
    months: MONTHS,
    runs: RUNS,
    rounds: ROUNDS,
    overhead: ratio(([loop, one]) => one.time / loop.time - 1),
    overheadWork: ratio(([loop, one]) => one.work / loop.work - 1),
    around: ratio(([loop, , , around]) => around.work / loop.work),
    scaling: ratio(([, one, two]) => one.time / two.time),
    scalingWork: ratio(([, one, two]) => two.work / one.work),
    memory,
    load,
    processors: availableParallelism(),
  };
}
