import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Calibration, Fit, Generation } from "../../sim/index.ts";
import {
  Refusal,
  errorsOf,
  fitOf,
  generationDocument,
  parseJson,
  pointMeans,
  shown,
  strategyOf,
  truthDocument,
} from "../../sim/index.ts";
import type { Crew } from "../host/crew.ts";
import { batch } from "./batch.ts";
import type { Disk } from "./disk.ts";
import { writeWhole } from "./disk.ts";
import { isPlanned, makeFolder, openFolder, prepare } from "./folder.ts";
import { gather } from "./results.ts";

/**
 * A calibration in a folder: every generation is an experiment in a folder of its own, with a plan, parts and tables like
 * any other. One that was interrupted goes on with the runs that are missing; which points a generation has follows from
 * what came of the earlier ones.
 */
const FILE = "calibration.json";

/** Whether a folder holds a calibration. */
export function isCalibration(path: string): boolean {
  return existsSync(join(path, FILE));
}

/**
 * Keeps the calibration's document in its folder, or makes sure that it is the one which is there.
 *
 * @throws {Refusal} where it has changed, or something else stands there
 */
export function keepDocument(disk: Disk, path: string, { document }: Calibration): void {
  const file = join(path, FILE);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (!existsSync(file)) {
    const strange = existsSync(path)
      ? readdirSync(path).find((name) => !name.startsWith(".") && name !== "lock")
      : undefined;
    if (strange !== undefined) {
      const value = `a folder with ${shown(strange)} in it`;
      throw new Refusal([{ path, value, expected: "a new or empty folder", mend: "Choose another one." }]);
    }
    disk.makeFolder(path);
    return writeWhole(disk, file, text);
  }
  const there = parseJson(readFileSync(file, "utf8"), file);
  if (!there.ok) throw new Refusal(there.problems);
  if (JSON.stringify(there.value) === JSON.stringify(document)) return;
  const before = there.value as Record<string, unknown>;
  const now = document as Readonly<Record<string, unknown>>;
  const key = [...new Set([...Object.keys(now), ...Object.keys(before)])].find(
    (each) => JSON.stringify(now[each]) !== JSON.stringify(before[each]),
  );
  const at = key ?? "";
  const mend = "Put it back, or calibrate in a new folder.";
  throw new Refusal([{ path: `/${at}`, value: shown(now[at]), expected: `${shown(before[at])}, as begun`, mend }]);
}

export interface Calibrating {
  readonly disk: Disk;
  readonly path: string;
  readonly calibration: Calibration;
  readonly crew: Crew;
  /** Bytes that a world may take. */
  readonly room: number;
  readonly stop?: AbortSignal;
  /** Told before a generation (from 1; 0 is the truth) how many runs it lacks. */
  readonly onGeneration?: (generation: number, missing: number) => void;
  readonly onRun?: () => void;
}

/** The means of the targets' measures at every point of an experiment; undefined where it was stopped. */
async function played(
  work: Calibrating,
  name: string,
  generation: number,
  content: object,
): Promise<(number | null)[][] | undefined> {
  const { disk, path, calibration, crew, room, stop, onGeneration, onRun } = work;
  const place = join(path, name);
  let folder;
  if (isPlanned(place)) folder = openFolder(place, content);
  else {
    const { plan, hash } = prepare(content, room);
    folder = makeFolder(disk, place, plan, hash);
  }
  const merged = await batch({
    disk,
    folder,
    crew,
    stop,
    onStart: (missing) =>
      onGeneration?.(
        generation,
        missing.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      ),
    onRun: () => onRun?.(),
  });
  if (merged === undefined) return undefined;
  const gathered = gather(folder);
  if (!gathered.ok) throw new Error(`Runs are missing in ${place}, though all have been played.`);
  const { values, experiment } = gathered.results;
  const columns = calibration.document.targets.map(({ measure }) =>
    pointMeans(values.get(measure) ?? [], experiment.replicates),
  );
  return Array.from({ length: gathered.results.design.points }, (_, point) => columns.map((column) => column[point]));
}

/** What is to be met: the values of the file, or those that the truth gave. */
async function wantedOf(work: Calibrating): Promise<number[] | undefined> {
  const { document, seed } = work.calibration;
  if (document.truth === undefined) return document.targets.map(({ value }) => value ?? 0);
  const found = await played(work, "truth", 0, truthDocument(document, seed));
  if (found === undefined) return undefined;
  return found[0].map((value, at) => {
    if (value !== null) return value;
    const { measure } = document.targets[at];
    const mend = "Choose another measure.";
    throw new Refusal([
      { path: `/targets/${at}/measure`, value: measure, expected: "a measure that the truth has", mend },
    ]);
  });
}

/** Searches to the end. @returns undefined where it was stopped */
export async function calibrate(work: Calibrating): Promise<Fit | undefined> {
  const { calibration } = work;
  const wanted = await wantedOf(work);
  if (wanted === undefined) return undefined;
  const strategy = strategyOf(calibration);
  const history: Generation[] = [];
  for (;;) {
    const points = strategy.next(history);
    if (points === null) return fitOf(calibration, history, wanted);
    const generation = history.length + 1;
    const name = `generation-${String(generation).padStart(4, "0")}`;
    const found = await played(work, name, generation, generationDocument(calibration, points, generation - 1));
    if (found === undefined) return undefined;
    history.push({ points, errors: found.map((values) => errorsOf(calibration, values, wanted)) });
  }
}
