import { extname } from "node:path";
import type { Resolved, TableColumn, WorldJob, WorldResult } from "../../sim/index.ts";
import { MODELS, Refusal, TABLE_COLUMNS, resolve } from "../../sim/index.ts";
import type { TidyColumn } from "../formats/csv.ts";
import { csvOf } from "../formats/csv.ts";
import { parquetOf } from "../formats/parquet.ts";
import { runDocument, seriesOf } from "../host/documents.ts";
import { runHere } from "../host/jobs.ts";
import { PRODUCT } from "../host/opened.ts";
import { runInPool } from "../host/pool.ts";
import { CATALOGUE } from "../host/shipped.ts";
import type { LayerOptions } from "./layer.ts";
import { changesOf, layerOf, several } from "./layer.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import { room, scenarioOf } from "./scenarioArgument.ts";
import { figure, table } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface RunOptions extends LayerOptions {
  readonly out?: string;
  readonly net?: string;
  readonly force?: boolean;
  readonly series?: boolean;
  readonly json?: boolean;
  readonly hash?: boolean;
}

const ENDINGS = [".csv", ".parquet", ".json"] as const;
const NET_ENDINGS = [".csv", ".parquet"] as const;

/** From this many firms on a world is played on a thread of its own, so that an interruption is heard at once. */
const LARGE = 100_000;

function readOf(options: RunOptions): WorldJob["read"] {
  if (options.hash) return "none";
  return options.series || options.out !== undefined ? "every" : "last";
}

async function playOne(job: WorldJob, resolved: Resolved, { terminal, worker }: Surroundings): Promise<WorldResult> {
  const { plan, name } = resolved;
  const onMonth = (month: number) => terminal.progress(bar(name, month, plan.months));
  const firms = plan.settings.firms?.count;
  const isLarge = typeof firms === "number" && firms >= LARGE;
  const run = isLarge ? runInPool(worker, 1, onMonth) : runHere(CATALOGUE, onMonth);
  for await (const result of run([job])) {
    terminal.progress("");
    return result;
  }
  throw new Error("The world gave no result.");
}

/** Monthly series as a tidy table: run, month, measures. */
function seriesTable(result: WorldResult): TidyColumn[] {
  const { months, measures } = seriesOf(result);
  return [
    { name: "run", kind: "integer", values: months.map(() => 1) },
    { name: "month", kind: "integer", values: months },
    ...Object.entries(measures).map(([name, values]): TidyColumn => ({ name, kind: "number", values })),
  ];
}

async function writeSeries(path: string, force: boolean, resolved: Resolved, result: WorldResult): Promise<void> {
  const ending = extname(path).toLowerCase();
  if (ending === ".csv") writeWhole(path, csvOf(seriesTable(result)), force);
  else if (ending === ".parquet") writeWhole(path, await parquetOf(seriesTable(result)), force);
  else writeWhole(path, `${json(runDocument(resolved, result, true))}\n`, force);
}

/** Every evaluation of every network, cell by cell. */
async function writeNet(path: string, force: boolean, { tables }: WorldResult): Promise<void> {
  const rows = tables?.net ?? [];
  const columns: TidyColumn[] = TABLE_COLUMNS.net.map(({ name, kind }: TableColumn, at) => ({
    name,
    kind: kind === "flag" ? "integer" : kind,
    values: rows.map((row) => row[at]),
  }));
  const run: TidyColumn = { name: "run", kind: "integer", values: rows.map(() => 1) };
  const all = [run, ...columns];
  writeWhole(path, extname(path).toLowerCase() === ".csv" ? csvOf(all) : await parquetOf(all), force);
}

function summary(resolved: Resolved, result: WorldResult, { terminal }: Surroundings): string {
  const { plan, name, title, values } = resolved;
  const measures = result.readings.at(-1)?.measures ?? {};
  const firms = values["firms.count"] === undefined ? "" : `${figure(Number(values["firms.count"]))} firms · `;
  const lines = [
    terminal.paint("bold", title),
    terminal.paint(
      "dim",
      `${name} · ${firms}${plan.months} months · seed ${plan.seed} · model ${PRODUCT.modelVersion}`,
    ),
    "",
  ];
  const rows = plan.model.measures.map(({ id, title: what, unit }) => [what, figure(measures[id]), unit, id]);
  lines.push(...table([{ title: "" }, { title: "", side: "right" }, { title: "" }, { title: "" }], rows));
  lines.push("", `hash ${result.hash}`);
  return lines.join("\n");
}

async function run(argument: string, options: RunOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const force = options.force ?? false;
  const scenario = scenarioOf(argument);
  const settings = layerOf(options);
  const changes = changesOf(options);
  const resolved = resolve(scenario, { settings, changes, without: options.without }, CATALOGUE, { room: room() });
  if (!resolved.ok) throw new Refusal(resolved.problems);
  if (options.out !== undefined) checkOut(options.out, ENDINGS, force);
  if (options.net !== undefined) {
    checkOut(options.net, NET_ENDINGS, force);
    if (resolved.value.plan.model.id !== MODELS[0].id) {
      const expected = `a scenario of ${MODELS[0].id}: the others have no networks to evaluate`;
      throw new Refusal([{ path: "--net", value: resolved.value.name, expected, mend: "Leave it out." }]);
    }
  }
  const tables = options.net === undefined ? [] : (["net"] as const);
  const job: WorldJob = {
    scenario,
    settings,
    changes,
    without: options.without,
    read: readOf(options),
    ends: false,
    tables,
  };
  const result = await playOne(job, resolved.value, surroundings);
  if (options.hash) return terminal.out(result.hash);
  if (options.out !== undefined) await writeSeries(options.out, force, resolved.value, result);
  if (options.json) terminal.out(json(runDocument(resolved.value, result, options.series ?? false)));
  else if (options.series) terminal.out(csvOf(seriesTable(result)).trimEnd());
  else terminal.out(summary(resolved.value, result, surroundings));
  if (options.net !== undefined) await writeNet(options.net, force, result);
  for (const path of [options.out, options.net]) if (path !== undefined) terminal.err(`${path} written.`);
}

/** `run`: one world. */
export const runVerb: Verb = (program, surroundings) => {
  program
    .command("run")
    .summary("play one world and print what came of it")
    .description("Plays one world of a scenario, a shipped one or a file, and prints its measures at the last month.")
    .argument("<scenario>", "name of a shipped scenario, or path to one")
    .option("--seed <text>", "seed: the same text gives the same world for ever")
    .option("--months <n>", "months to play")
    .option("--firms <n>", "number of firms")
    .option("--set <path=value>", "set a parameter; may be given several times", several, [])
    .option("--change <month:path=value>", "set a parameter from the month after this one on", several, [])
    .option("--without <mechanism>", "leave a mechanism out; may be given several times", several, [])
    .option("--out <file>", "write the monthly series: .csv, .parquet or .json")
    .option("--net <file>", "write NET, every network twice a year, indicator by stage: .csv or .parquet")
    .option("--force", "replace files where they exist")
    .option("--series", "print the monthly series as well (CSV, or part of --json)")
    .option("--hash", "print only the state hash of the last month")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples(
        "distretto run honduras",
        "distretto run honduras --seed 7 --set brokers.count=0 --json",
        "distretto run honduras --months 60 --out honduras.csv",
        "distretto run honduras --net net.csv",
        "distretto run honduras --change 38:brokers.count=0",
        "distretto run honduras --without reputation --hash",
      ),
    )
    .action((scenario: string, options: RunOptions) => run(scenario, options, surroundings));
};
