import type { Comparison, PreparedComparison } from "../../sim/index.ts";
import {
  CAUSAL,
  Refusal,
  comparisonWorlds,
  holm,
  medianRatio,
  prepareComparison,
  runComparison,
  valueOfText,
} from "../../sim/index.ts";
import { comparisonDocument } from "../host/documents.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { armsOf } from "./arms.ts";
import type { LayerOptions } from "./layer.ts";
import { layerOf, several } from "./layer.ts";
import { room } from "./scenarioArgument.ts";
import { chance, figure, interval, table } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { precisionOf } from "./precision.ts";
import { runnerFor } from "./workers.ts";

interface CompareOptions extends LayerOptions {
  readonly replicates?: string;
  readonly precision?: string;
  readonly workers?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** What came of a stated precision, in a sentence. */
export function stoppingWords({ replicates, stopping }: Pick<Comparison, "replicates" | "stopping">): string {
  if (stopping === undefined) return "";
  const { measure, half, planned, looks, taken, reached } = stopping;
  const where = `Look ${taken} of ${looks.length}, after ${replicates} of at most ${planned} pairs`;
  const what = `every difference in ${measure} is known to ${half} either way`;
  return reached ? `${where}: ${what}.` : `${where}: not ${what}. More pairs would be needed.`;
}

/** What the table shows unless all measures are asked for. */
const HEADLINES = [
  "networks.formed",
  "networks.alive",
  "networks.firstMonth",
  "firms.inNetworks.share",
  "contribution.rate",
  "trust.neighbours",
  "sales.naiveBestSix.change",
  "sales.members.change",
  "sales.causal.change",
  "cost.programme",
  "cost.perNetwork",
  "cost.perSurvivingNetworkYear",
];

function summary(comparison: Comparison, prepared: PreparedComparison, all: boolean, terminal: Terminal): string {
  const { arms, differences, replicates, seed, months } = comparison;
  const titles = new Map(prepared.arms.flatMap(({ plan }) => plan.model.measures.map(({ id, title }) => [id, title])));
  titles.set(CAUSAL, "Sales of members, against their twins");
  const last = arms[arms.length - 1];
  const lines: string[] = [];
  const seeds = `${seed}/1 to ${seed}/${replicates}`;
  for (const { a, b, measures, additionality } of differences) {
    lines.push(terminal.paint("bold", `${a}  against  ${b}`));
    lines.push(
      terminal.paint("dim", `${replicates} pairs of worlds, month ${months}, seeds ${seeds}, 95 % intervals`),
      "",
    );
    const arm = arms.find(({ name }) => name === a);
    const shown = Object.keys(measures).filter((id) => all || HEADLINES.includes(id));
    const wanted = shown.length > 0 ? shown : Object.keys(measures);
    const tested = wanted.filter((id) => measures[id].p !== null);
    const adjusted = holm(tested.map((id) => measures[id].p ?? 1));
    const rows = wanted.map((id) => {
      const { mean, low, high, p, varianceRatio } = measures[id];
      return [
        titles.get(id) ?? id,
        figure(arm?.measures[id]?.mean),
        figure(last.measures[id]?.mean),
        figure(mean),
        interval(low, high),
        chance(p),
        p === null ? "" : chance(adjusted[tested.indexOf(id)]),
        // A causal change is against the baseline's own firms: there is nothing to be paired with.
        id === CAUSAL || varianceRatio === null ? "" : varianceRatio.toFixed(2),
      ];
    });
    const right = ["a", "b", "a minus b", "95 % interval", "p", "p, Holm", "variance"].map((title) => ({
      title,
      side: "right" as const,
    }));
    lines.push(...table([{ title: "" }, ...right], rows), "");
    lines.push(`${tested.length} comparisons; the second p is corrected for their number (Holm).`);
    const ratio = medianRatio(measures);
    if (ratio !== null) {
      const all = Object.values(measures).filter(({ varianceRatio }) => varianceRatio !== null).length;
      lines.push(`Pairing leaves ${ratio.toFixed(2)} of the variance (median of the ${all} measures that vary).`);
    }
    lines.push("");
    if (additionality === null) continue;
    const { additional, anyway, displaced, unaffected } = additionality;
    lines.push(
      `Firms against their twins: ${figure(additional)} additional, ${figure(anyway)} anyway, ` +
        `${figure(displaced)} displaced, ${figure(unaffected)} unaffected (mean of worlds).`,
      "",
    );
  }
  const stopped = stoppingWords(comparison);
  if (stopped !== "") lines.push(stopped);
  lines.push("Intervals are over simulated worlds; they do not include the chance that the model is wrong.");
  return lines.join("\n");
}

async function compare(texts: string[], options: CompareOptions, surroundings: Surroundings): Promise<void> {
  const { terminal, worker } = surroundings;
  const { seed, ...layer } = options;
  const request = {
    arms: armsOf(texts),
    replicates: options.replicates === undefined ? undefined : Number(valueOfText(options.replicates)),
    precision: precisionOf(options.precision),
    seed,
    settings: layerOf(layer),
    without: options.without,
  };
  const prepared = prepareComparison(request, CATALOGUE, { room: room() });
  if (!prepared.ok) throw new Refusal(prepared.problems);
  const run = runnerFor(options.workers, worker, comparisonWorlds(prepared.value), prepared.value.arms);
  const comparison = await runComparison(prepared.value, run, (done, all) =>
    terminal.progress(bar("worlds", done, all)),
  );
  terminal.progress("");
  if (options.json) terminal.out(json(comparisonDocument(comparison)));
  else terminal.out(summary(comparison, prepared.value, options.all ?? false, terminal));
}

/** `compare`: the same worlds with and without. */
export const compareVerb: Verb = (program, surroundings) => {
  program
    .command("compare")
    .summary("play the same worlds with different settings and print the differences")
    .description(
      "Plays paired worlds: world r of a comparison with seed S is `run A --seed S/r` in every arm.\n" +
        "An arm is SCENARIO or SCENARIO:path=value,path=value; the last arm is the baseline.",
    )
    .argument("<arms...>", "two or more arms; the last one is the baseline")
    .option("--replicates <n>", "pairs of worlds (20; with --precision the most there may be, 200)")
    .option(
      "--precision <measure=half>",
      "end at the planned look at which every difference is known to half either way",
    )
    .option("--seed <text>", "seed of the comparison; the first scenario's where it is left out")
    .option("--months <n>", "months to play")
    .option("--firms <n>", "number of firms")
    .option("--set <path=value>", "set a parameter in all arms; may be given several times", several, [])
    .option("--without <mechanism>", "leave a mechanism out of all arms; may be given several times", several, [])
    .option("--workers <n>", "threads (all cores but one)")
    .option("--all", "print all measures")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples(
        "distretto compare honduras honduras:brokers.count=0",
        "distretto compare honduras honduras:sanctions.fines=false honduras:brokers.count=0 --replicates 100",
        "distretto compare honduras honduras:brokers.count=0 --precision networks.alive=0.5",
        "distretto compare honduras honduras:brokers.count=0 --seed 7 --months 66 --json",
      ),
    )
    .action((arms: string[], options: CompareOptions) => compare(arms, options, surroundings));
};
