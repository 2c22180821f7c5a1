import type { Descriptions, ParameterDescription } from "../../sim/index.ts";
import { Refusal, confidence, describe as describeModel } from "../../sim/index.ts";
import { CATALOGUE } from "../host/shipped.ts";
import { didYouMean, expectation } from "../../sim/index.ts";
import { declaredWords } from "../../ui/declared/declared.ts";
import { wordFor } from "../../ui/i18n/text.ts";
import { table, wrapped } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import type { Surroundings, Verb } from "./verb.ts";
import { examples, json } from "./verb.ts";

interface DescribeOptions {
  readonly model: string;
  readonly json?: boolean;
}

/** One thing that can be described: its name, a line for lists, and all there is to say. */
interface Entry {
  readonly name: string;
  readonly line: readonly string[];
  readonly whole: readonly (readonly [string, string])[];
  readonly source: object;
}

function parameterEntry(described: ParameterDescription): Entry {
  const { path, parameter } = described;
  return {
    name: path,
    line: [path, String(parameter.start), expectation(parameter), parameter.source],
    whole: [
      ["label", parameter.label],
      ["meaning", parameter.doc],
      ["value", expectation(parameter)],
      ["start", String(parameter.start)],
      ["source", parameter.source],
    ],
    source: described,
  };
}

function entriesOf(descriptions: Descriptions): ReadonlyMap<string, readonly Entry[]> {
  const { mechanisms, parameters, measures, scenarios, projects } = descriptions;
  // What the page has a word of its own for needs none here.
  const words = Object.entries(declaredWords(descriptions)).filter(([key]) => wordFor(key, "") === "");
  const isSwitched = (id: string) => parameters.some(({ path }) => path === `${id}.on`);
  const numbers = (values: Readonly<Record<string, number | boolean>>) =>
    Object.entries(values)
      .filter(([, value]) => value !== 0 && value !== false)
      .map(([name, value]) => `${name} ${value}`)
      .join(", ");
  return new Map<string, readonly Entry[]>([
    [
      "mechanism",
      mechanisms.map((each) => ({
        name: each.id,
        line: [each.id, each.title, each.claim],
        whole: [
          ["title", each.title],
          ["claim", each.claim],
          ["source", each.source],
          ["reads", each.reads.join(", ")],
          ["writes", each.writes.join(", ")],
        ],
        source: each,
      })),
    ],
    ["parameter", parameters.map(parameterEntry)],
    [
      "measure",
      measures.map((each) => ({
        name: each.id,
        line: [each.id, each.unit, each.title],
        whole: [
          ["title", each.title],
          ["unit", each.unit],
          ["formula", each.formula],
          ["over", each.over],
          ["null when", each.nullWhen],
        ],
        source: each,
      })),
    ],
    [
      "scenario",
      scenarios.map((each) => ({
        name: each.name,
        line: [each.name, each.title],
        whole: [
          ["title", each.title],
          ["about", each.about],
          ["sources", each.sources.join("; ")],
        ],
        source: each,
      })),
    ],
    [
      "project",
      projects.map((each) => ({
        name: each.id,
        line: [each.id, each.stage, each.scale, each.title],
        whole: [
          ["title", each.title],
          ["claim", each.claim],
          ["stage", each.stage],
          ["scale", each.scale],
          ["against the generic project", numbers(each.factors)],
          ["raises", numbers(each.raises)],
          ["needs", numbers(each.needs)],
          ["source", each.source],
        ],
        source: each,
      })),
    ],
    [
      "institution",
      mechanisms
        .filter(({ id }) => isSwitched(id))
        .map((each) => ({
          name: each.id,
          line: [each.id, each.title, each.claim],
          whole: [
            ["title", each.title],
            ["claim", each.claim],
            ["source", each.source],
            ["settings", parameters.flatMap(({ path, group }) => (group === each.id ? [path] : [])).join(", ")],
          ],
          source: each,
        })),
    ],
    [
      "word",
      words.map(([key, text]) => ({
        name: key,
        line: [key, text],
        whole: [["English", text]],
        source: { [key]: text },
      })),
    ],
  ]);
}

function refuse(path: string, value: string, known: readonly string[]): never {
  const expected =
    known.length > 0
      ? `one of ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", ..." : ""}`
      : "nothing: there are none";
  throw new Refusal([
    { path, value: JSON.stringify(value), expected, mend: didYouMean(value, known, "Leave it out for the list.") },
  ]);
}

function listed(kind: string, entries: readonly Entry[], terminal: Terminal): string {
  if (entries.length === 0) return `There is no ${kind} in this version.`;
  const columns = entries[0].line.map(() => ({ title: "" }));
  return [
    terminal.paint("bold", `${entries.length} ${kind}s`),
    ...table(
      columns,
      entries.map(({ line }) => line),
    ),
  ].join("\n");
}

function told(entry: Entry, terminal: Terminal): string {
  const rows = entry.whole.map(
    ([name, text]) => `  ${terminal.paint("dim", name)}\n${wrapped(text || "none", 90, "    ")}`,
  );
  return [terminal.paint("bold", entry.name), ...rows].join("\n");
}

function overview(descriptions: Descriptions, kinds: ReadonlyMap<string, readonly Entry[]>): string {
  const { all, assumed, tuned } = confidence(descriptions.parameters);
  const rows = [...kinds].map(([kind, entries]) => [String(entries.length), entries.length === 1 ? kind : `${kind}s`]);
  return [
    ...table([{ title: "", side: "right" }, { title: "" }], rows),
    "",
    `Of ${all} parameters ${assumed} are assumed, ${tuned} are tuned to a pattern, ${all - assumed - tuned} have a source.`,
    "Name a kind for its list, and one of it for all there is to say: distretto describe parameter region.trust",
  ].join("\n");
}

function describe(
  kind: string | undefined,
  name: string | undefined,
  options: DescribeOptions,
  { terminal }: Surroundings,
): void {
  const model = CATALOGUE.models.get(options.model);
  if (model === undefined) return refuse("--model", options.model, [...CATALOGUE.models.keys()]);
  const descriptions = describeModel(model, CATALOGUE);
  const kinds = entriesOf(descriptions);
  if (kind === undefined) {
    const { parameters } = descriptions;
    return terminal.out(
      options.json ? json({ ...descriptions, confidence: confidence(parameters) }) : overview(descriptions, kinds),
    );
  }
  const singular = kinds.has(kind) ? kind : kind.replace(/s$/, "");
  const entries = kinds.get(singular) ?? refuse("kind", kind, [...kinds.keys()]);
  if (name === undefined) {
    const sources = entries.map(({ source }) => source);
    // Words are printed as the file that a language begins with.
    const document = singular === "word" ? Object.fromEntries(sources.flatMap(Object.entries)) : sources;
    return terminal.out(options.json ? json(document) : listed(singular, entries, terminal));
  }
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined)
    return refuse(
      singular,
      name,
      entries.map((each) => each.name),
    );
  terminal.out(options.json ? json(entry.source) : told(entry, terminal));
}

/** `describe`: what there is, from the declarations. */
export const describeVerb: Verb = (program, surroundings) => {
  program
    .command("describe")
    .summary("tell what there is: mechanisms, parameters, measures, scenarios")
    .description("Tells what there is, from the declarations; with no kind named, how much of it and how sure it is.")
    .argument("[kind]", "mechanism, parameter, measure, scenario, project, institution or word")
    .argument("[name]", "one of them")
    .option("--model <id>", "a model", "distretto")
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples("distretto describe", "distretto describe parameter brokers.count", "distretto describe measure --json"),
    )
    .action((kind: string | undefined, name: string | undefined, options: DescribeOptions) =>
      describe(kind, name, options, surroundings),
    );
};
