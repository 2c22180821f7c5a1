import { extname } from "node:path";
import type { World } from "../../sim/index.ts";
import { Refusal, Run, networkGraph, resolve } from "../../sim/index.ts";
import { GRAPH_WRITERS } from "../formats/graph.ts";
import { CATALOGUE } from "../host/shipped.ts";
import type { LayerOptions } from "./layer.ts";
import { changesOf, layerOf, several } from "./layer.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import { room, scenarioOf } from "./scenarioArgument.ts";
import { figure } from "./table.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples } from "./verb.ts";

interface GraphOptions extends LayerOptions {
  readonly month?: string;
  readonly out: string;
  readonly force?: boolean;
}

async function graph(argument: string, options: GraphOptions, { terminal }: Surroundings): Promise<void> {
  const force = options.force ?? false;
  const scenario = scenarioOf(argument);
  const settings = layerOf({ ...options, ...(options.month !== undefined && { months: options.month }) });
  const changes = changesOf(options);
  const resolved = resolve(scenario, { settings, changes, without: options.without }, CATALOGUE, { room: room() });
  if (!resolved.ok) throw new Refusal(resolved.problems);
  const { plan, name } = resolved.value;
  if (plan.model.id !== "distretto") {
    const mend = "Choose a scenario of the main model.";
    throw new Refusal([{ path: "scenario", value: name, expected: "a scenario with firms and ties", mend }]);
  }
  checkOut(options.out, [...GRAPH_WRITERS.keys()], force);
  const run = new Run(plan, { measures: false, decisions: false });
  while (run.month < plan.months) {
    run.step();
    terminal.progress(bar(name, run.month, plan.months));
    // An interruption is heard between months.
    await new Promise((resume) => setImmediate(resume));
  }
  terminal.progress("");
  const found = networkGraph(run.world as World);
  const write = GRAPH_WRITERS.get(extname(options.out).toLowerCase());
  if (write === undefined) throw new Error(`${options.out} has an ending that was not checked.`);
  writeWhole(options.out, write(found), force);
  const { nodes, edges } = found;
  terminal.err(
    `${options.out} written: ${figure(nodes.length)} firms, ${figure(edges.length)} ties, month ${run.month}.`,
  );
}

/** `graph`: the firms and their ties for other programs. */
export const graphVerb: Verb = (program, surroundings) => {
  program
    .command("graph")
    .summary("write firms and ties as a graph file")
    .description(
      "Plays a scenario to a month and writes its firms and their ties for Gephi, networkx or a spreadsheet.",
    )
    .argument("<scenario>", "name of a shipped scenario, or path to one")
    .requiredOption("--out <file>", "file to write: .graphml, .gexf, .json, or .csv for an edge list")
    .option("--month <n>", "month to look at; the last one where it is left out")
    .option("--seed <text>", "seed")
    .option("--firms <n>", "number of firms")
    .option("--set <path=value>", "set a parameter; may be given several times", several, [])
    .option("--change <month:path=value>", "set a parameter from the month after this one on", several, [])
    .option("--without <mechanism>", "leave a mechanism out; may be given several times", several, [])
    .option("--force", "replace the file where it exists")
    .addHelpText(
      "after",
      examples(
        "distretto graph honduras --month 66 --out honduras.graphml",
        "distretto graph italian-district --out italy.csv",
      ),
    )
    .action((scenario: string, options: GraphOptions) => graph(scenario, options, surroundings));
};
