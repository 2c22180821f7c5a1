import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorldResult } from "../../sim/index.ts";
import { batch } from "../experiment/batch.ts";
import { DISK } from "../experiment/disk.ts";
import { makeFolder, prepare } from "../experiment/folder.ts";
import type { Crew } from "../host/crew.ts";

/** Memory of a batch with few and with many planned runs, each playing as many of them: it must not grow with the plan. */
export interface PlannedMemory {
  readonly few: number;
  readonly many: number;
  readonly played: number;
  /** Bytes by which the process takes more with many planned runs than with few, at its peaks. */
  readonly growth: number;
}

const FEW = 1024;
/** Small batches, so that the program itself is all there; then one large batch that plays as many runs. */
const BATCHES = 20;

/** Worlds are not played: what is looked at is all that is around them. */
const RESULT: WorldResult = {
  hash: "0".repeat(32),
  readings: [{ month: 1, measures: { "trust.population": 0.5, "networks.formed": 7 } }],
  ends: null,
};

interface Size {
  readonly points: number;
  readonly replicates: number;
}

/** Plans so many runs and plays some of them; where these are all, also merges. Peak of the process's memory, bytes. */
async function peakOf({ points, replicates }: Size, played: number): Promise<number> {
  const path = mkdtempSync(join(tmpdir(), "distretto-planned-"));
  let peak = 0;
  const look = () => void (peak = Math.max(peak, process.memoryUsage.rss()));
  try {
    const content = {
      format: "distretto/experiment/1",
      scenario: "honduras",
      settings: { "firms.count": 30, months: 1 },
      design: { kind: "sobol", points },
      parameters: { "region.trust": { low: 0.1, high: 0.5 }, "region.law": { low: 0.1, high: 0.9 } },
      replicates,
      seed: "planned",
      measures: Object.keys(RESULT.readings[0].measures),
    };
    const { plan, hash } = prepare(content, Number.MAX_SAFE_INTEGER);
    const folder = makeFolder(DISK, path, plan, hash);
    look();
    const stop = new AbortController();
    let done = 0;
    const crew: Crew = {
      size: 2,
      play: () => Promise.resolve({ status: "ok", result: RESULT }),
      end: () => Promise.resolve(),
    };
    const onRun = () => {
      done += 1;
      if (done % 256 === 0) look();
      if (done >= played && done < plan.runs) stop.abort();
    };
    await batch({ disk: DISK, folder, crew, stop: stop.signal, onRun });
    look();
    if (done < played) throw new Error(`${done} runs were played, not ${played}.`);
    return peak;
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

/** @param large the plan of the large batch */
export async function plannedMemory(large: Size): Promise<PlannedMemory> {
  const played = BATCHES * FEW;
  let least = 0;
  for (let at = 0; at < BATCHES; at++) least = Math.max(least, await peakOf({ points: FEW, replicates: 1 }, FEW));
  const growth = (await peakOf(large, played)) - least;
  return { few: FEW, many: large.points * large.replicates, played, growth };
}
