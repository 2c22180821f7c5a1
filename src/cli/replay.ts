import { jobOf, runOf } from "../../sim/index.ts";
import { openFolder } from "../experiment/folder.ts";
import { linkOf } from "../experiment/link.ts";
import { keptLine, survey } from "../experiment/parts.ts";
import { lineOf, rowOf, rowOfLine } from "../experiment/rows.ts";
import { playHere } from "../host/jobs.ts";
import { PRODUCT } from "../host/opened.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { wholeNumber } from "./experimentArgument.ts";
import { figure, table } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

const FAILED = 1;
const INCOMPLETE = 3;

async function replay(path: string, text: string, isJson: boolean, { terminal }: Surroundings): Promise<void> {
  const folder = openFolder(path);
  const { plan } = folder;
  const run = wholeNumber(text, "--run", 1, plan.runs, "Take a number of the column `run`.");
  const planned = runOf(plan, run);
  const job = jobOf(plan, planned);
  const months = Number(job.settings.months ?? plan.experiment.base.plan.months);
  const result = await playHere(job, CATALOGUE, (month) => terminal.progress(bar(`run ${run}`, month, months)));
  terminal.progress("");
  const line = lineOf(rowOf(plan, planned, { status: "ok", result }));
  const kept = keptLine(folder, survey(folder).parts, run);
  const equal = kept === undefined ? null : kept === line;
  if (equal === false) process.exitCode = FAILED;
  if (equal === null) process.exitCode = INCOMPLETE;
  const link = linkOf(plan, planned) ?? null;
  const { hash, measures } = rowOfLine(line);
  if (isJson) {
    const values = Object.fromEntries(plan.experiment.measures.map((id, at) => [id, measures[at]]));
    const about = { ...planned, settings: job.settings, hash, measures: values, equal, link };
    return terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, ...about, problems: [] }));
  }
  const rows = plan.experiment.measures.map((id, at) => [id, figure(measures[at])]);
  const head = `run ${run}: point ${planned.point}, replicate ${planned.replicate}, seed ${planned.seed}`;
  terminal.out([head, ...table([{ title: "" }, { title: "", side: "right" }], rows), `hash ${hash}`].join("\n"));
  if (link !== null) terminal.out(`In the page (\`distretto serve\`): ${link}`);
  if (equal === null) terminal.err("The run has no row yet.");
  else if (equal) terminal.out("The same bytes as in the experiment.");
  else
    terminal.err(
      `Not the same bytes as in the experiment, whose hash is ${rowOfLine(kept as string).hash ?? "missing: it failed there"}.`,
    );
}

/** `replay`: one run again. */
export const replayVerb: Verb = (program, surroundings) => {
  program
    .command("replay")
    .summary("play one run of an experiment again")
    .description(
      "Plays one run again and holds it against its row. Exit code 1 where it differs, 3 where there is no row.",
    )
    .argument("<dir>", "folder of the experiment")
    .requiredOption("--run <id>", "number of the run")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto replay sweep --run 17"))
    .action((dir: string, options: { run: string; json?: boolean }) =>
      replay(dir, options.run, options.json ?? false, surroundings),
    );
};
