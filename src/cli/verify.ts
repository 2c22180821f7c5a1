import { openFolder } from "../experiment/folder.ts";
import { countOf, rangesText } from "../experiment/parts.ts";
import { verify } from "../experiment/verify.ts";
import { PRODUCT } from "../host/opened.ts";
import { figure } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

const FAILED = 1;
const INCOMPLETE = 3;

function verifyFolder(path: string, isJson: boolean, { terminal }: Surroundings): void {
  const folder = openFolder(path);
  const verdict = verify(folder);
  const { damaged, missing, parts, merged, failed } = verdict;
  if (damaged.length > 0) process.exitCode = FAILED;
  else if (missing.length > 0) process.exitCode = INCOMPLETE;
  if (isJson) return terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, ...verdict, problems: [] }));
  for (const { name, why } of damaged) terminal.err(`${path}/${name}: ${why}.`);
  if (missing.length > 0) terminal.err(`${figure(countOf(missing))} runs are missing: ${rangesText(missing)}.`);
  const tables = merged ? "the tables are whole" : "there are no whole tables";
  terminal.out(
    `${figure(parts)} parts hold, ${figure(damaged.length)} files are damaged, ${figure(failed)} runs failed; ${tables}.`,
  );
}

/** `verify`: reads every byte of an experiment. */
export const verifyVerb: Verb = (program, surroundings) => {
  program
    .command("verify")
    .summary("check every file of an experiment")
    .description(
      "Reads design, parts and tables and holds them against their hashes. Exit code 1 where a file is damaged, 3 where\n" +
        "runs are missing.",
    )
    .argument("<dir>", "folder of the experiment")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto verify sweep"))
    .action((dir: string, options: { json?: boolean }) => verifyFolder(dir, options.json ?? false, surroundings));
};
