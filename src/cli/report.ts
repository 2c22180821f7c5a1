import type { DoubtReading, Problem, StudyRequest } from "../../sim/index.ts";
import { Refusal, comparisonWorlds, doubtWorlds, prepareStudy, runDoubt, runStudy, Study } from "../../sim/index.ts";
import { contrastOf, questionWords } from "../../ui/brief/answer.ts";
import { brief, differingPaths } from "../../ui/brief/brief.ts";
import { briefFile } from "../../ui/brief/briefFile.ts";
import { clashWords, lettered } from "../../ui/brief/clashes.ts";
import { declareMeasures } from "../../ui/brief/measures.ts";
import { comparisonDocument } from "../host/documents.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { describeMain } from "../host/describeMain.ts";
import { armsOf } from "./arms.ts";
import { stoppingWords } from "./compare.ts";
import type { LayerOptions } from "./layer.ts";
import type { FolderStudy as Asked } from "./folderStudy.ts";
import { isFolder, refuseBeside, studyOfFolder } from "./folderStudy.ts";
import { layerOf, several } from "./layer.ts";
import { checkOut, writeWhole } from "./outFile.ts";
import { precisionOf } from "./precision.ts";
import { room } from "./scenarioArgument.ts";
import { LETTERS, numberOf, pairOf, targetOf, withBaseline, wrong } from "./studyArguments.ts";
import { filesOf, linkOf } from "./studyLink.ts";
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

/** @throws {Refusal} where there are more options than a brief has letters for */
function checkCount(count: number): void {
  if (count <= LETTERS.length) return;
  const mend = "Leave some out, or use `distretto compare`.";
  throw wrong("options", String(count), `at most ${LETTERS.length} options beside no programme`, mend);
}

/** What is wanted of the answer, the same for worlds that are played and for an experiment that has run. */
function wantedOf(options: ReportOptions): Pick<StudyRequest, "target" | "budget" | "valuation"> {
  return {
    target: targetOf(options.target ?? "networks.alive>=12"),
    budget: options.budget === undefined ? null : numberOf("--budget", options.budget, 0),
    valuation: {
      rate: numberOf("--rate", options.rate, 5) / 100,
      valueAdded: numberOf("--value-added", options.valueAdded, 40) / 100,
    },
  };
}

/** Checks what is to be played, and plays it. */
async function played(texts: readonly string[], options: ReportOptions, surroundings: Surroundings): Promise<Asked> {
  const { terminal, worker } = surroundings;
  const { seed, ...layered } = options;
  const layer = layerOf(layered);
  const { target, ...wanted } = wantedOf(options);
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
    ...wanted,
  };
  const prepared = prepareStudy(request, CATALOGUE, { room: room() });
  if (!prepared.ok) throw new Refusal(prepared.problems);
  const { comparison } = prepared.value;
  if (comparison.replicates < 2) {
    throw wrong("--replicates", String(comparison.replicates), "at least 2", `Leave it out for ${REPLICATES}.`);
  }
  checkCount(comparison.arms.length - 1);
  pairOf(options.pair, comparison.arms.length - 1);
  const study = new Study(prepared.value);
  const all = comparisonWorlds(comparison);
  let done = 0;
  const runner = runnerFor(options.workers, worker, all, comparison.arms);
  await runStudy(study, runner, { note: () => terminal.progress(bar("worlds", (done += 1), all)) });
  return { study, prepared: prepared.value, layer, file: filesOf(texts), doubt: DOUBT_PAIRS };
}

async function report(texts: string[], options: ReportOptions, surroundings: Surroundings): Promise<void> {
  const { terminal, worker } = surroundings;
  checkOut(options.out, [".html", ".htm"], options.force ?? false);
  const [folder, ...others] = texts.filter(isFolder);
  if (folder !== undefined) refuseBeside(folder, [...others, ...texts.filter((text) => !isFolder(text))], options);
  const found =
    folder === undefined
      ? await played(texts, options, surroundings)
      : studyOfFolder(folder, wantedOf(options), options.name, surroundings);
  // Runs that are missing have been told.
  if (found === undefined) return;
  const { study, prepared, layer, file } = found;
  const { comparison, request } = prepared;
  checkCount(comparison.arms.length - 1);
  const held = pairOf(options.pair, comparison.arms.length - 1);
  const reading = study.reading(comparisonDocument, true);
  const pair = contrastOf(reading, ...held) ?? reading.contrasts[0];
  let doubt: DoubtReading | null = null;
  const pairs = Math.min(numberOf("--doubt", options.doubt, found.doubt), reading.pairs);
  if (pairs > 0) {
    const asked = { a: pair.a, b: pair.b, pairs };
    const more = doubtWorlds(prepared, asked);
    let done = 0;
    const note = () => terminal.progress(bar("assumptions", (done += 1), more));
    doubt = await runDoubt(prepared, asked, runnerFor(options.workers, worker, more, comparison.arms), note);
  }
  terminal.progress("");

  const { parameters, measures } = describeMain();
  declareMeasures(measures);
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
    parameters,
    clashes: clashWords(lettered(arms), request.budget),
    link: linkOf(request, layer, reading),
    file,
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
        "An option is SCENARIO or SCENARIO:path=value,path=value; no programme is added unless the last one has no brokers.\n" +
        "The folder of an experiment that has run (a list or a factorial design of 2 to 6 points on the same worlds) makes\n" +
        "a brief of what it kept, and nothing is played.",
    )
    .argument("<options...>", "one or more options, or the folder of an experiment")
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
        'distretto report DIR --name "At once" --name "Pilot first" --out brief.html',
        'distretto report honduras:phases.sequence=strategicFirst honduras --name "At once" --name "Pilot first" --budget 700 --out brief.html',
      ),
    )
    .action((texts: string[], options: ReportOptions) => report(texts, options, surroundings));
};
