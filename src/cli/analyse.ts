import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Analysis, Results } from "../../sim/index.ts";
import { Refusal, analyse, didYouMean } from "../../sim/index.ts";
import type { Folder } from "../experiment/folder.ts";
import { openFolder } from "../experiment/folder.ts";
import { countOf, rangesText } from "../experiment/parts.ts";
import { gather } from "../experiment/results.ts";
import { PRODUCT } from "../host/opened.ts";
import { svgText } from "../../ui/charts/marks.ts";
import { NOTE, aboutLine, analysisText, emptyText, findingTable, spreadLine, testsOf } from "./analysisText.ts";
import { several } from "./layer.ts";
import { writeWhole } from "./outFile.ts";
import { heading, pageText, paragraph, tableMark } from "./picturePage.ts";
import { figure } from "./table.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface AnalyseOptions {
  readonly measure: readonly string[];
  readonly json?: boolean;
}

const INCOMPLETE = 3;

/** The results of a folder, or undefined where runs are missing, which is told. */
export function resultsOrTell(folder: Folder, { terminal }: Surroundings): Results | undefined {
  const gathered = gather(folder);
  if (gathered.ok) return gathered.results;
  process.exitCode = INCOMPLETE;
  for (const { name, why } of gathered.damaged) terminal.err(`parts/${name}: ${why}.`);
  terminal.err(
    `${figure(countOf(gathered.missing))} runs are missing: ${rangesText(gathered.missing)}. ` +
      `Go on with \`distretto batch ${folder.path}/experiment.json ${folder.path} --resume\`.`,
  );
  return undefined;
}

/** @throws {Refusal} where the experiment has not kept a measure */
export function checkMeasures(wanted: readonly string[], kept: readonly string[], path: string): void {
  const problems = wanted.flatMap((id) => {
    const mend = didYouMean(id, kept, `Choose one of ${kept.slice(0, 8).join(", ")}.`);
    return kept.includes(id) ? [] : [{ path, value: id, expected: "a measure of the experiment", mend }];
  });
  if (problems.length > 0) throw new Refusal(problems);
}

/** Writes pictures, page and document; returns the names of the files. */
async function writeAll(
  path: string,
  plan: string,
  analysis: Analysis,
  titles: ReadonlyMap<string, string>,
): Promise<string[]> {
  // D3 is loaded only where something is drawn.
  const { picturesOf } = await import("./analysisPictures.ts");
  const folder = join(path, "analysis");
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const write = (name: string, content: string) => {
    writeWhole(join(folder, name), content, true);
    files.push(name);
  };
  const content = [
    heading(1, `${analysis.scenario}: ${analysis.design}`),
    paragraph(aboutLine(analysis)),
    paragraph(NOTE),
  ];
  content.push(...analysis.remarks.map((remark) => paragraph(remark)));
  if (analysis.tests.length > 0)
    content.push(paragraph(`${analysis.tests.length} tests were made; Holm's p counts them all.`));
  for (const measure of analysis.measures) {
    const title = titles.get(measure.id) ?? measure.id;
    content.push(heading(2, title), paragraph(`${measure.id}: ${spreadLine(measure)}`, true));
    const { columns, rows } = findingTable(measure.finding, testsOf(analysis, measure.id));
    content.push(rows.length > 0 ? tableMark(columns, rows) : paragraph(emptyText(measure.finding)));
    for (const { name, picture } of picturesOf(measure, analysis, title)) {
      write(`${name}.svg`, `${svgText(picture)}\n`);
      content.push(picture);
    }
  }
  content.push(paragraph(`${PRODUCT.product} ${PRODUCT.version}, model ${PRODUCT.modelVersion}, plan ${plan}`, true));
  write("index.html", pageText(`${analysis.scenario}: ${analysis.design}`, content));
  write("analysis.json", `${json({ ...PRODUCT, plan, ...analysis })}\n`);
  return files;
}

async function analyseFolder(path: string, options: AnalyseOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const folder = openFolder(path);
  const { experiment } = folder.plan;
  checkMeasures(options.measure, experiment.measures, "--measure");
  const results = resultsOrTell(folder, surroundings);
  if (results === undefined) return;
  const titles = new Map(experiment.base.plan.model.measures.map(({ id, title }) => [id, title]));
  const analysis = analyse(results, options.measure.length > 0 ? options.measure : undefined);
  const files = await writeAll(path, folder.hash, analysis, titles);
  if (options.json)
    terminal.out(json({ ...PRODUCT, folder: path, plan: folder.hash, ...analysis, files, problems: [] }));
  else {
    terminal.out(analysisText(analysis, titles, terminal));
    terminal.out(`\n${path}/analysis: index.html, analysis.json and ${files.length - 2} pictures.`);
  }
}

/** `analyse`: what an experiment found. */
export const analyseVerb: Verb = (program, surroundings) => {
  program
    .command("analyse")
    .summary("indices, intervals and pictures of an experiment")
    .description(
      "Works out what fits the design of an experiment that has run: Sobol' indices (saltelli), screening (morris),\n" +
        "steps (oat), effects and interactions (factorial), differences (list), rank correlations (lhs, sobol). Writes\n" +
        "DIR/analysis: pictures (SVG), a page that needs nothing beside it, and the figures (JSON).",
    )
    .argument("<dir>", "folder of the experiment")
    .option("--measure <id>", "only this measure; may be given several times", several, [])
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples("distretto analyse sweep", "distretto analyse sweep --measure networks.formed --json"),
    )
    .action((dir: string, options: AnalyseOptions) => analyseFolder(dir, options, surroundings));
};
