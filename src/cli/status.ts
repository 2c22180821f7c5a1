import { openFolder } from "../experiment/folder.ts";
import { countOf, rangesText } from "../experiment/parts.ts";
import type { Status } from "../experiment/status.ts";
import { statusOf } from "../experiment/status.ts";
import { PRODUCT } from "../host/opened.ts";
import { figure } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

const INCOMPLETE = 3;

function textOf({ runs, done, failed, missing, damaged, open, shards, merged, holder }: Status): string {
  const lines = [`${bar("runs", done, runs)}, ${figure(failed)} failed`];
  if (open.length > 0)
    lines.push(`${figure(open.length)} of ${figure(shards)} shards are open; runs ${rangesText(missing)} are missing.`);
  if (damaged.length > 0) lines.push(`${figure(damaged.length)} parts are damaged: see \`distretto verify\`.`);
  if (holder !== null)
    lines.push(`Process ${holder.pid} on ${holder.host} is at work (${holder.verb}, since ${holder.since}).`);
  if (countOf(missing) === 0)
    lines.push(merged ? "All runs are there and merged." : "All runs are there: `distretto merge`.");
  return lines.join("\n");
}

function showStatus(path: string, isJson: boolean, { terminal }: Surroundings): void {
  const folder = openFolder(path);
  const status = statusOf(folder);
  if (status.missing.length > 0) process.exitCode = INCOMPLETE;
  if (isJson) terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, ...status, problems: [] }));
  else terminal.out(textOf(status));
}

/** `status`: how far an experiment has come. */
export const statusVerb: Verb = (program, surroundings) => {
  program
    .command("status")
    .summary("how far an experiment has come")
    .description("Counts the runs that are there, failed or missing. Exit code 3 while runs are missing.")
    .argument("<dir>", "folder of the experiment")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("distretto status sweep"))
    .action((dir: string, options: { json?: boolean }) => showStatus(dir, options.json ?? false, surroundings));
};
