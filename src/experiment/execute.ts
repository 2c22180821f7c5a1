import type { RunRange } from "../../sim/index.ts";
import { jobOf, runOf } from "../../sim/index.ts";
import type { Crew, Outcome } from "../host/crew.ts";
import type { Disk } from "./disk.ts";
import type { Folder } from "./folder.ts";
import { writePart } from "./parts.ts";
import { lineOf, rowOf } from "./rows.ts";

/** Plays runs and keeps what comes of them. */
export interface Execution {
  readonly disk: Disk;
  readonly folder: Folder;
  readonly crew: Crew;
  /** Runs to play, in order; no range reaches beyond a shard. */
  readonly ranges: Iterable<RunRange>;
  /** Told of every run that was played. */
  readonly onRun?: (status: Outcome["status"]) => void;
  /** Stops where it is: what has been played is written, what is being played is lost. */
  readonly stop?: AbortSignal | undefined;
}

/** Rows of a range that wait for the rest of it. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly lines: Map<number, string>;
  bytes: number;
  /** Runs that are still to come. */
  left: number;
}

/** What waits is written after so many seconds, or after this share of the time so far, whichever is longer. */
const PATIENCE = 2;
const SHARE = 0.02;
/** Runs that wait for a thread, so that none is idle while what came of the last run is written and synced. */
const AHEAD = 1;
/** Bytes of rows that may wait in a segment. */
const MOST_BYTES = 32_000_000;

/** Writes what has come of a segment so far, a part for each unbroken row of runs. */
function flush(disk: Disk, folder: Folder, { from, to, lines }: Segment): void {
  for (let run = from; run <= to; run++) {
    if (!lines.has(run)) continue;
    let last = run;
    while (lines.has(last + 1)) last += 1;
    const rows = Array.from({ length: last - run + 1 }, (_, at) => lines.get(run + at) as string);
    writePart(disk, folder, { from: run, to: last }, rows);
    for (let at = run; at <= last; at++) lines.delete(at);
    run = last;
  }
}

/**
 * Plays all runs, as many at once as the crew is large, and has the next one ready. A range is written as one part when its last run is there; on
 * the way what waits is written now and then, so that no more than a little is lost whatever happens.
 */
export async function execute(execution: Execution): Promise<void> {
  const { disk, folder, crew, ranges, onRun, stop } = execution;
  const open = new Set<Segment>();
  const began = performance.now();
  let lastFlush = began;

  const take = (segment: Segment, run: number, line: string): void => {
    segment.lines.set(run, line);
    segment.left -= 1;
    segment.bytes += line.length;
    const now = performance.now();
    if (segment.left === 0 || segment.bytes > MOST_BYTES) {
      flush(disk, folder, segment);
      segment.bytes = 0;
    } else if (now - lastFlush > Math.max(PATIENCE * 1000, SHARE * (now - began))) {
      for (const each of open) flush(disk, folder, each);
      lastFlush = now;
    }
  };

  const playRun = async (segment: Segment, run: number): Promise<void> => {
    const planned = runOf(folder.plan, run);
    const outcome = await crew.play(jobOf(folder.plan, planned));
    if (stop?.aborted === true) return;
    take(segment, run, lineOf(rowOf(folder.plan, planned, outcome)));
    if (segment.left === 0) open.delete(segment);
    onRun?.(outcome.status);
  };

  // One waiter that is made anew each time: a race with a promise that never ends would keep all that was ever raced.
  let going = 0;
  let failure: { readonly error: unknown } | undefined;
  let wake = (): void => undefined;
  const something = (): Promise<void> => new Promise((resume) => (wake = resume));
  const isOver = () => failure !== undefined || stop?.aborted === true;
  stop?.addEventListener("abort", () => wake(), { once: true });

  for (const { from, to } of ranges) {
    const segment: Segment = { from, to, lines: new Map(), bytes: 0, left: to - from + 1 };
    open.add(segment);
    for (let run = from; run <= to && !isOver(); run++) {
      going += 1;
      void playRun(segment, run)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          going -= 1;
          wake();
        });
      while (going >= crew.size + AHEAD && !isOver()) await something();
    }
    if (isOver()) break;
  }
  while (going > 0 && stop?.aborted !== true) await something();
  if (failure !== undefined) throw failure.error;
  for (const segment of open) flush(disk, folder, segment);
}
