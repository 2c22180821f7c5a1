import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Exploration, ExploredEvent } from "../../sim/index.ts";
import { Refusal, didYouMean, explore } from "../../sim/index.ts";
import { svgText } from "../../ui/charts/marks.ts";
import { openFolder } from "../experiment/folder.ts";
import { PRODUCT } from "../host/opened.ts";
import { checkMeasures, resultsOrTell } from "./analyse.ts";
import { NOTE } from "./analysisText.ts";
import { writeWhole } from "./outFile.ts";
import { figure, table } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface ExploreOptions {
  readonly fails: string;
  readonly map?: string;
  readonly json?: boolean;
}

const EVENT = /^\s*([A-Za-z][\w.]*)\s*(<=|>=|<|>)\s*(-?[\d.]+(?:e-?\d+)?)\s*$/i;

/** @throws {Refusal} where the text is no condition */
function eventOf(text: string): ExploredEvent {
  const [, measure, sign, bound] = EVENT.exec(text) ?? [];
  if (measure === undefined || !Number.isFinite(Number(bound))) {
    const expected = "a measure, a sign and a number";
    throw new Refusal([{ path: "--fails", value: JSON.stringify(text), expected, mend: 'Try "networks.alive<1".' }]);
  }
  return { measure, sign: sign as ExploredEvent["sign"], bound: Number(bound) };
}

/** @throws {Refusal} where these are not two parameters that were varied */
function pairOf(text: string | undefined, names: readonly string[]): readonly [string, string] | undefined {
  if (text === undefined) return undefined;
  const paths = text.split(",").map((path) => path.trim());
  const problems = paths
    .filter((path) => !names.includes(path))
    .map((path) => {
      const mend = didYouMean(path, names, `Choose two of ${names.join(", ")}.`);
      return { path: "--map", value: path, expected: "a parameter that was varied", mend };
    });
  if (problems.length > 0) throw new Refusal(problems);
  if (paths.length === 2 && paths[0] !== paths[1]) return [paths[0], paths[1]];
  throw new Refusal([
    { path: "--map", value: text, expected: "two parameters", mend: `Try ${names.slice(0, 2).join(",")}.` },
  ]);
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

function summary({ event, box, ...found }: Exploration, about: string): string {
  const { measure, sign, bound } = event;
  const lines = [about, ""];
  lines.push(
    `${measure} ${sign} ${bound} in ${percent(found.share)} of ${figure(found.runs)} runs at ${figure(found.points)} points.`,
  );
  if (box.length === 0) lines.push("No part of the settings has clearly more of it.");
  else {
    lines.push(
      "",
      `In this part it is ${percent(found.density)} (95 % interval ${percent(found.low)} to ${percent(found.high)}, n ${figure(found.n)} points),`,
    );
    lines.push(`and ${percent(found.coverage)} of all cases lie there.`);
    if (found.heldOut !== null)
      lines.push(`Found on one half of the points, such a part has ${percent(found.heldOut)} on the other half.`);
    lines.push("");
    const columns = [
      { title: "parameter" },
      { title: "limit" },
      { title: "again in resamples", side: "right" as const },
    ];
    lines.push(
      ...table(
        columns,
        box.map(({ path, limit, again }) => [path, limit, percent(again)]),
      ),
    );
  }
  return [...lines, "", NOTE].join("\n");
}

async function exploreFolder(path: string, options: ExploreOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const event = eventOf(options.fails);
  const folder = openFolder(path);
  const { experiment, design, runs } = folder.plan;
  checkMeasures([event.measure], experiment.measures, "--fails");
  const pair = pairOf(options.map, design.names);
  const results = resultsOrTell(folder, surroundings);
  if (results === undefined) return;
  const found = explore(results, event, pair);
  if (found === null) throw new Error(`No run has a value of ${event.measure}.`);
  const { measure, sign, bound } = event;
  const about = `${experiment.base.name}: ${design.kind}, ${figure(runs)} runs, seed ${experiment.seed}`;
  const place = join(path, "analysis");
  mkdirSync(place, { recursive: true });
  const files = [`explore-${measure}.json`];
  writeWhole(
    join(place, files[0]),
    `${json({ ...PRODUCT, plan: folder.hash, seed: experiment.seed, ...found })}\n`,
    true,
  );
  if (found.map !== null) {
    const { heatMap } = await import("../../ui/charts/analysis/heatMap.ts");
    const { cells } = found.map;
    const figures = cells.map((row) => row.map((cell) => (cell === null ? "" : percent(cell))));
    const words = {
      title: `${measure} ${sign} ${bound}: share of runs`,
      caption: `n ${found.points} points · ${about}`,
      note: NOTE,
    };
    const picture = heatMap({ words, ...found.map, figures, from: 0, to: 1 });
    files.push(`explore-${measure}.svg`);
    writeWhole(join(place, files[1]), `${svgText(picture)}\n`, true);
  }
  if (options.json)
    terminal.out(
      json({ ...PRODUCT, folder: path, plan: folder.hash, seed: experiment.seed, ...found, files, problems: [] }),
    );
  else {
    terminal.out(summary(found, about));
    terminal.out(`\n${path}/analysis: ${files.join(", ")}`);
  }
}

/** `explore`: in which settings a programme fails. */
export const exploreVerb: Verb = (program, surroundings) => {
  program
    .command("explore")
    .summary("in which settings a programme fails")
    .description(
      "Looks through an experiment that has run for the part of the settings in which something happens far more often\n" +
        "than elsewhere (PRIM), and draws it over two parameters.",
    )
    .argument("<dir>", "folder of the experiment")
    .requiredOption("--fails <condition>", 'what counts as failing, such as "networks.alive<1"')
    .option("--map <x,y>", "parameters of the picture; the two that matter most where it is left out")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples(
        'distretto explore sweep --fails "networks.alive<1"',
        'distretto explore sweep --fails "sales.members.change<0" --map region.trust,brokers.count',
      ),
    )
    .action((dir: string, options: ExploreOptions) => exploreFolder(dir, options, surroundings));
};
