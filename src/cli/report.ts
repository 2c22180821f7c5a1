import type { Arm, DoubtReading, Problem, StudyReading, StudyRequest, Target, Value } from "../../sim/index.ts";
import {
  Refusal,
  comparisonWorlds,
  doubtWorlds,
  prepareStudy,
  runDoubt,
  runStudy,
  splitArm,
  Study,
  valueOfText,
} from "../../sim/index.ts";
import { contrastOf, questionWords } from "../../ui/brief/answer.ts";
import { brief, differingPaths } from "../../ui/brief/brief.ts";
import { briefFile } from "../../ui/brief/briefFile.ts";
import { clashWords, lettered } from "../../ui/brief/clashes.ts";
import type { Asked } from "../../ui/brief/repeating.ts";
import { fragmentOf } from "../../ui/brief/repeating.ts";
import { comparisonDocument } from "../host/documents.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { describeMain } from "../host/describeMain.ts";
import { armsOf } from "./arms.ts";
import { stoppingWords } from "./compare.ts";
import type { LayerOptions } from "./layer.ts";
import { layerOf, several } from "./layer.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import { precisionOf } from "./precision.ts";
import { room } from "./scenarioArgument.ts";
import { bar } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";
import { runnerFor } from "./workers.ts";

interface ReportOptions extends LayerOptions {
  readonly out: string;
  readonly name: readonly string[];
  readonly target?: string;
  readonly budget?: string;
  readonly rate?: string;
  readonly valueAdded?: string;
  readonly currency?: string;
  readonly replicates?: string;
  readonly precision?: string;
  readonly stopEarly?: boolean;
  readonly doubt?: string;
  readonly pair?: string;
  readonly workers?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const REPLICATES = 100;
/** The most pairs that a stated precision is waited for. */
const MOST_FOR_PRECISION = 200;
const DOUBT_PAIRS = 4;
/** Options by their letters; a brief has room for no more. */
const LETTERS = ["A", "B", "C", "D", "E"];
const NO_PROGRAMME = "No programme";

function wrong(path: string, value: string, expected: string, mend: string): Refusal {
  return new Refusal([{ path, value, expected, mend }]);
}

/** `networks.alive>=12`, `cost.programme<=500`. */
function targetOf(text: string): Target {
  const [, measure, sign, value] = /^([\w.]+)(>=|<=)(-?[\d.]+)$/.exec(text) ?? [];
  const number = Number(value);
  if (measure === undefined || !Number.isFinite(number)) {
    throw wrong("--target", text, "MEASURE>=VALUE or MEASURE<=VALUE", 'Try --target "networks.alive>=12".');
  }
  return { measure, value: number, sense: sign === ">=" ? "least" : "most" };
}

function numberOf(path: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = valueOfText(text);
  if (typeof value === "number") return value;
  throw wrong(path, text, "a number", `Leave it out for ${otherwise}.`);
}

/** `B,A`: the two that the brief holds against each other, first minus second, as places among the arms. */
function pairOf(text: string | undefined, options: number): readonly [a: number, b: number] {
  if (text === undefined) return options > 1 ? [1, 0] : [0, 1];
  const [a = -1, b = -1] = text
    .split(",")
    .map((name) => (name === "none" ? options : LETTERS.slice(0, options).indexOf(name)));
  // Contrasts are those of a later option with an earlier one, and of each with no programme.
  if (a >= 0 && a < options && b >= 0 && (b < a || b === options)) return [a, b];
  throw wrong("--pair", text, "a later option and an earlier one or none, such as B,A", "Leave it out for B,A.");
}

/** The options, and last "no programme": the first scenario without brokers, unless the last arm is that already. */
function withBaseline(arms: readonly Arm[], names: readonly string[]): Arm[] {
  const named = arms.map((arm, at) => ({ ...arm, name: names[at] ?? arm.name }));
  const last = named[named.length - 1];
  if (named.length > 1 && last.settings?.["brokers.count"] === 0) {
    return [...named.slice(0, -1), { ...last, name: names[named.length - 1] ?? NO_PROGRAMME }];
  }
  return [...named, { name: NO_PROGRAMME, scenario: named[0].scenario, settings: { "brokers.count": 0 } }];
}

/** What the brief says of how to repeat it: the link where there is one scenario that the page knows. */
function linkOf(texts: readonly string[], request: StudyRequest, layer: Record<string, Value>, reading: StudyReading) {
  const scenarios = [...new Set(texts.map((text) => splitArm(text).scenario))];
  const [scenario] = scenarios;
  if (scenarios.length > 1 || !CATALOGUE.scenarios.has(scenario)) return "";
  const { months, "firms.count": firms, ...base } = layer;
  const asked: Asked = {
    scenario,
    seed: reading.comparison.seed,
    base,
    months: Number(months ?? reading.comparison.months),
    firms: firms === undefined ? undefined : Number(firms),
    target: request.target,
    budget: request.budget,
    pairs: request.replicates ?? reading.pairs,
    precision: request.precision?.half,
    stopEarly: request.stopEarly ?? false,
    options: request.arms
      .slice(0, -1)
      .map(({ name, settings }) => ({ name, changes: settings as Record<string, Value> })),
  };
  return `#${fragmentOf(asked)}`;
}

async function report(texts: string[], options: ReportOptions, surroundings: Surroundings): Promise<void> {
  const { terminal, worker } = surroundings;
  const { seed, ...layered } = options;
  checkOut(options.out, [".html", ".htm"], options.force ?? false);
  const layer = layerOf(layered);
  const target = targetOf(options.target ?? "networks.alive>=12");
  const precision = precisionOf(options.precision, target.measure);
  const usual = precision === undefined ? REPLICATES : MOST_FOR_PRECISION;
  const request: StudyRequest = {
    arms: withBaseline(armsOf(texts), options.name),
    replicates: numberOf("--replicates", options.replicates, usual),
    precision,
    stopEarly: options.stopEarly,
    seed,
    settings: layer,
    without: options.without,
    target,
    budget: options.budget === undefined ? null : numberOf("--budget", options.budget, 0),
    valuation: {
      rate: numberOf("--rate", options.rate, 5) / 100,
      valueAdded: numberOf("--value-added", options.valueAdded, 40) / 100,
    },
  };
  const prepared = prepareStudy(request, CATALOGUE, { room: room() });
  if (!prepared.ok) throw new Refusal(prepared.problems);
  const { comparison } = prepared.value;
  if (comparison.replicates < 2) {
    throw wrong("--replicates", String(comparison.replicates), "at least 2", `Leave it out for ${REPLICATES}.`);
  }
  const count = comparison.arms.length - 1;
  if (count > LETTERS.length) {
    const mend = "Leave some out, or use `distretto compare`.";
    throw wrong("options", String(count), `at most ${LETTERS.length} options beside no programme`, mend);
  }
  const held = pairOf(options.pair, count);
  const pairs = Math.min(numberOf("--doubt", options.doubt, DOUBT_PAIRS), comparison.replicates);
  const runner = (worlds: number) => runnerFor(options.workers, worker, worlds, comparison.arms);

  const study = new Study(prepared.value);
  const all = comparisonWorlds(comparison);
  let done = 0;
  await runStudy(study, runner(all), { note: () => terminal.progress(bar("worlds", (done += 1), all)) });
  const reading = study.reading(comparisonDocument, true);
  const pair = contrastOf(reading, ...held) ?? reading.contrasts[0];
  let doubt: DoubtReading | null = null;
  if (pairs > 0) {
    const asked = { a: pair.a, b: pair.b, pairs };
    const more = doubtWorlds(prepared.value, asked);
    done = 0;
    const note = () => terminal.progress(bar("assumptions", (done += 1), more));
    doubt = await runDoubt(prepared.value, asked, runner(more), note);
  }
  terminal.progress("");

  const currency = options.currency ?? "kUSD";
  const question = questionWords(request.target, request.budget, reading.comparison.months, currency);
  const arms = reading.comparison.arms.slice(0, -1);
  const content = brief({
    reading,
    pair,
    doubt,
    question,
    currency,
    differing: differingPaths(reading),
    parameters: describeMain().parameters,
    clashes: clashWords(lettered(arms), request.budget),
    link: linkOf(texts, request, layer, reading),
    command: ["distretto", ...process.argv.slice(2)].map(shellWord).join(" "),
  });
  writeWhole(options.out, briefFile(content, `${reading.title}: ${question}`), options.force ?? false);
  const { seed: used, modelVersion } = reading.comparison;
  if (options.json) {
    const problems: readonly Problem[] = [];
    terminal.out(json({ ...reading.comparison, out: options.out, target: request.target, problems }));
  } else {
    const stopped = stoppingWords(reading.comparison);
    if (stopped !== "") terminal.out(stopped);
    terminal.out(
      `Brief written to ${options.out}: ${reading.pairs} pairs, seeds ${used}/1 to ${used}/${reading.pairs}, model ${modelVersion}.`,
    );
  }
}

/** An argument as a shell takes it. */
function shellWord(word: string): string {
  return /^[\w.:=,/@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `report`: the brief, from a question to a file. */
export const reportVerb: Verb = (program, surroundings) => {
  program
    .command("report")
    .summary("compare options and write the brief: two pages and an annex, self-contained")
    .description(
      "Plays paired worlds of every option and of no programme, tries the assumptions, and writes what came of it.\n" +
        "An option is SCENARIO or SCENARIO:path=value,path=value; no programme is added unless the last one has no brokers.",
    )
    .argument("<options...>", "one or more options")
    .requiredOption("--out <file>", "where the brief goes, ending in .html")
    .option("--name <text>", "name of an option, in their order; may be given several times", several, [])
    .option("--target <measure>=<value>", "what is wanted at the end (networks.alive>=12)")
    .option("--budget <amount>", "what it may cost, kUSD")
    .option("--rate <percent>", "discount rate a year (5)")
    .option("--value-added <percent>", "share of sales that is value added (40)")
    .option("--currency <label>", "label of money; changes no number (kUSD)")
    .option("--replicates <n>", `pairs of worlds (${REPLICATES})`)
    .option(
      "--precision <half>",
      "end at the planned look at which every difference in the target's measure is that well known",
    )
    .option("--stop-early", "end at the planned look at which the difference is beyond chance")
    .option("--pair <letters>", "the two that are held against each other; none is no programme (B,A)")
    .option("--doubt <n>", `pairs at each point where assumptions are tried; 0 leaves that out (${DOUBT_PAIRS})`)
    .option("--seed <text>", "seed of the comparison; the first scenario's where it is left out")
    .option("--months <n>", "months to play")
    .option("--firms <n>", "number of firms")
    .option("--set <path=value>", "set a parameter in all options; may be given several times", several, [])
    .option("--without <mechanism>", "leave a mechanism out of all options; may be given several times", several, [])
    .option("--workers <n>", "threads (all cores but one)")
    .option("--force", "replace the file where it exists")
    .option("--json", "print the comparison as one JSON document")
    .addHelpText(
      "after",
      examples(
        "distretto report honduras --out brief.html",
        'distretto report honduras:phases.sequence=strategicFirst honduras --name "At once" --name "Pilot first" --budget 700 --out brief.html',
      ),
    )
    .action((texts: string[], options: ReportOptions) => report(texts, options, surroundings));
};
