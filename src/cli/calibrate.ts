import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Calibration, Fit } from "../../sim/index.ts";
import { Refusal, parseCalibration, strategyOf } from "../../sim/index.ts";
import { svgText } from "../../ui/charts/marks.ts";
import { calibrate, isCalibration, keepDocument } from "../experiment/calibrate.ts";
import { DISK } from "../experiment/disk.ts";
import { refuseHeld, takeLock } from "../experiment/lock.ts";
import { csvLine } from "../formats/csv.ts";
import { threadCrew } from "../host/crew.ts";
import { PRODUCT } from "../host/opened.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { fitText, fitTables } from "./fitText.ts";
import { NOTE } from "./analysisText.ts";
import { experimentOf } from "./experimentArgument.ts";
import { untilInterrupted } from "./interruption.ts";
import { writeWhole } from "./outFile.ts";
import { heading, pageText, paragraph, tableMark } from "./picturePage.ts";
import { room } from "./scenarioArgument.ts";
import { figure } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { workersFor } from "./workers.ts";

interface CalibrateOptions {
  readonly workers?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

/** Seconds that a run may take. */
const LIMIT = 600;

function opened(path: string): Calibration {
  const parsed = parseCalibration(experimentOf(path), CATALOGUE, { room: room() });
  if (!parsed.ok) throw new Refusal(parsed.problems);
  return parsed.value;
}

/** The kept points as a table: weight, distance, settings, values. */
function pointsCsv({ document, dimensions }: Calibration, { kept }: Fit): string {
  const paths = dimensions.map(({ path }) => path);
  const head = ["weight", "distance", ...paths, ...document.targets.map(({ measure }) => measure)];
  const lines = kept.map(({ weight, distance, settings, values }) =>
    csvLine([weight, distance, ...paths.map((path) => settings[path]), ...values]),
  );
  return [csvLine(head), ...lines].join("");
}

async function writeAll(path: string, calibration: Calibration, fit: Fit): Promise<string[]> {
  const { fitPictures } = await import("./fitPictures.ts");
  const folder = join(path, "fit");
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const write = (name: string, content: string) => {
    writeWhole(join(folder, name), content, true);
    files.push(name);
  };
  const title = `${calibration.scenario}: ${fit.method}`;
  const { about, targets, parameters, points } = fitTables(calibration, fit);
  const content = [heading(1, title), paragraph(about), paragraph(NOTE)];
  for (const { title: name, columns, rows } of [targets, parameters, points]) {
    content.push(heading(2, name), tableMark(columns, rows));
  }
  for (const { name, picture } of fitPictures(calibration, fit)) {
    write(`${name}.svg`, `${svgText(picture)}\n`);
    content.push(picture);
  }
  content.push(paragraph(`${PRODUCT.product} ${PRODUCT.version}, model ${PRODUCT.modelVersion}`, true));
  write("index.html", pageText(title, content));
  write("points.csv", pointsCsv(calibration, fit));
  write("fit.json", `${json({ ...PRODUCT, seed: calibration.seed, ...fit })}\n`);
  return files;
}

async function runCalibration(
  file: string,
  path: string,
  options: CalibrateOptions,
  { terminal, worker }: Surroundings,
): Promise<void> {
  const calibration = opened(file);
  if (isCalibration(path) && options.resume !== true) {
    const mend = "Add --resume to go on where it stopped, or choose another folder.";
    throw new Refusal([{ path, value: "the folder of a calibration", expected: "a new folder", mend }]);
  }
  refuseHeld(path);
  const workers = workersFor(options.workers, strategyOf(calibration).next([])?.length ?? 1, 0);
  keepDocument(DISK, resolve(path), calibration);
  const release = takeLock(DISK, path, "calibrate");
  const crew = threadCrew(worker, workers, { limit: LIMIT, room: room() });
  const stop = new AbortController();
  let [done, all, generation] = [0, 0, 0];
  const working = calibrate({
    disk: DISK,
    path,
    calibration,
    crew,
    room: room(),
    stop: stop.signal,
    onGeneration(at, missing) {
      [generation, all, done] = [at, missing, 0];
    },
    onRun() {
      done += 1;
      terminal.progress(bar(generation === 0 ? "truth" : `generation ${generation}`, done, all));
    },
  });
  const finish = async () => {
    await crew.end();
    release();
  };
  const fit = await untilInterrupted(working, stop, finish);
  terminal.progress("");
  if (fit === undefined) throw new Error("Runs are missing. Try --resume.");
  const files = await writeAll(path, calibration, fit);
  if (options.json) {
    terminal.out(
      json({
        ...PRODUCT,
        folder: path,
        scenario: calibration.scenario,
        seed: calibration.seed,
        ...fit,
        files,
        problems: [],
      }),
    );
    return;
  }
  terminal.out(fitText(calibration, fit, terminal));
  terminal.out(`\n${path}/fit: index.html, fit.json, points.csv and ${figure(files.length - 3)} pictures.`);
}

/** `calibrate`: fits parameters to targets. */
export const calibrateVerb: Verb = (program, surroundings) => {
  program
    .command("calibrate")
    .summary("fit parameters to targets")
    .description(
      "Searches settings with which the model meets what was observed, each target within its tolerance: a posterior\n" +
        "(rejection, smc), one best point (cmaes), or the points between targets that pull apart (nsga2). Every\n" +
        "generation is an experiment in a folder of its own; `--resume` goes on where it stopped.",
    )
    .argument("<file>", "path to a calibration")
    .argument("<dir>", "folder of the calibration")
    .option("--workers <n>", "threads (all cores but one)")
    .option("--resume", "go on in a folder that is there; one that is not is begun")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto calibrate examples/recover.json found"))
    .action((file: string, dir: string, options: CalibrateOptions) => runCalibration(file, dir, options, surroundings));
};
