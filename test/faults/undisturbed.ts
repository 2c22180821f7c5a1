import type { WorldJob } from "../../sim/index.ts";
import { batch } from "../../src/experiment/batch.ts";
import type { Disk } from "../../src/experiment/disk.ts";
import { DISK } from "../../src/experiment/disk.ts";
import { isPlanned, makeFolder, openFolder, prepare } from "../../src/experiment/folder.ts";
import { takeLock } from "../../src/experiment/lock.ts";
import type { Crew, Outcome } from "../../src/host/crew.ts";
import { hereCrew } from "../experiment/hereCrew.ts";
import { SMALL, inNew, resultsIn } from "../experiment/small.ts";

/** The long forms are asked for by `npm run test:faults`; `npm test` runs the short ones. */
export const IS_LONG = process.env.FAULTS === "long";

/** Time that ends what hangs, ms. */
export const LIMIT = IS_LONG ? 3_600_000 : 180_000;

/** Plays each world once in the life of the test and remembers what came of it, so that faults can be tried by the hundred. */
function rememberingCrew(): Crew {
  const here = hereCrew();
  const known = new Map<string, Promise<Outcome>>();
  return {
    ...here,
    play(job: WorldJob) {
      const key = JSON.stringify(job);
      const found = known.get(key) ?? here.play(job);
      known.set(key, found);
      return found;
    },
  };
}

export const CREW = rememberingCrew();

/** What the verb `batch --resume` does, in this thread and on a disk of one's own. */
export async function batchOn(disk: Disk, path: string, content: object = SMALL): Promise<void> {
  const { plan, hash } = prepare(content, Number.MAX_SAFE_INTEGER);
  const folder = isPlanned(path) ? openFolder(path, content) : makeFolder(disk, path, plan, hash);
  const release = takeLock(disk, path, "batch");
  try {
    await batch({ disk, folder, crew: CREW });
  } finally {
    release();
  }
}

/** The bytes of all tables where nothing goes wrong. */
export function undisturbed(content: object = SMALL): Promise<Record<string, string>> {
  return inNew(async (path) => {
    await batchOn(DISK, path, content);
    return resultsIn(path);
  });
}
