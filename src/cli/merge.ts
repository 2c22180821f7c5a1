import { mergeAll } from "../experiment/batch.ts";
import { DISK } from "../experiment/disk.ts";
import { openFolder } from "../experiment/folder.ts";
import { sweep } from "../experiment/housekeeping.ts";
import { takeLock } from "../experiment/lock.ts";
import { countOf, missingIn, rangesText, survey } from "../experiment/parts.ts";
import { PRODUCT } from "../host/opened.ts";
import { figure } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

const INCOMPLETE = 3;

async function mergeFolder(path: string, isJson: boolean, { terminal }: Surroundings): Promise<void> {
  const folder = openFolder(path);
  const { runs } = folder.plan;
  const release = takeLock(DISK, path, "merge");
  try {
    sweep(DISK, folder);
    const { parts, damaged } = survey(folder);
    for (const { name, why } of damaged) terminal.err(`parts/${name}: ${why}; it is left out.`);
    const missing = missingIn(parts, { from: 1, to: runs });
    const merged =
      missing.length > 0
        ? "incomplete"
        : await mergeAll(DISK, folder, (run) => run % 1000 === 0 && terminal.progress(bar("merging", run, runs)));
    terminal.progress("");
    if (merged === "incomplete") {
      process.exitCode = INCOMPLETE;
      if (isJson) terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, runs, missing, problems: [] }));
      terminal.err(
        `${figure(countOf(missing))} of ${figure(runs)} runs are missing: ${rangesText(missing)}. Nothing was merged.`,
      );
    } else if (isJson) {
      terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, ...merged, missing: [], problems: [] }));
    } else {
      terminal.out(
        `${path}/results: ${merged.files.join(", ")}; ${figure(runs)} runs, ${figure(merged.failed)} failed.`,
      );
    }
  } finally {
    release();
  }
}

/** `merge`: puts the parts of an experiment together. */
export const mergeVerb: Verb = (program, surroundings) => {
  program
    .command("merge")
    .summary("merge the runs of an experiment into tables")
    .description(
      "Checks every part and, where no run is missing, writes the tables. Exit code 3 where runs are missing.",
    )
    .argument("<dir>", "folder of the experiment")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto merge sweep"))
    .action((dir: string, options: { json?: boolean }) => mergeFolder(dir, options.json ?? false, surroundings));
};
