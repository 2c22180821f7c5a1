import type { Descriptions, NetworkCard, Opened, Preview } from "../../sim/contract.ts";

/**
 * What declarations say in English and the page shows: names and meanings of settings, units, measures, cells of NET,
 * projects, scenarios with their places and trades. A language's file in `ui/i18n/declared/` has a word for each.
 */

/** The reader's word for a key, or its own. */
export type Say = (key: string, own: string) => string;

/** `leadFirms` as `lead firms`. */
export function spaced(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Ids of what settings are sorted by; what belongs to no group is about the run. */
export function groupWord(id: string, say: Say): string {
  const words = spaced(id);
  return say(`group.${id}`, words.charAt(0).toUpperCase() + words.slice(1));
}

/** A unit in the reader's words. */
export function unitWord(unit: string, say: Say): string {
  return say(`unit.${unit}`, unit);
}

/** Where a value is from, in the reader's words. */
export function sourceWord(source: string, say: Say): string {
  return say(`source.${source}`, source);
}

/** What every world's networks may do; no project of the catalogue. */
export const GENERIC = "Generic project";
/** The model whose scenarios the page shows. */
const SHOWN_MODEL = "distretto";

/** Texts of scenarios by what they say, since a document of one's own may take over any of them. */
type Said = ReadonlyMap<string, string>;

function scenarioWords({ scenarios, projects }: Descriptions, say: Say): Said {
  const said = new Map<string, string>();
  for (const { name, model, title, question, about, regions, sectors, sources } of scenarios) {
    if (model !== SHOWN_MODEL) continue;
    said.set(title, say(`scenario.${name}.title`, title));
    said.set(question, say(`scenario.${name}.question`, question));
    said.set(about, say(`scenario.${name}.about`, about));
    sources.forEach((source, at) => said.set(source, say(`scenario.${name}.source.${at + 1}`, source)));
    for (const place of regions) said.set(place, say(`place.${place}`, place));
    for (const trade of sectors) said.set(trade, say(`trade.${trade}`, trade));
  }
  said.set(GENERIC, say("project.generic", GENERIC));
  for (const { id, title } of projects) said.set(title, say(`project.${id}`, title));
  said.delete("");
  return said;
}

function descriptionsIn(own: Descriptions, said: Said, say: Say): Descriptions {
  const known = (words: string): string => said.get(words) ?? words;
  return {
    ...own,
    parameters: own.parameters.map(({ path, group, parameter }) => ({
      path,
      group,
      parameter: {
        ...parameter,
        label: say(`parameter.${path}.label`, parameter.label),
        doc: say(`parameter.${path}.doc`, parameter.doc),
      },
    })),
    measures: own.measures.map((each) => ({ ...each, title: say(`measure.${each.id}.title`, each.title) })),
    scenarios: own.scenarios.map((each) => ({
      ...each,
      title: known(each.title),
      question: known(each.question),
      about: known(each.about),
      regions: each.regions.map(known),
      sectors: each.sectors.map(known),
      sources: each.sources.map(known),
    })),
    projects: own.projects.map((each) => ({ ...each, title: known(each.title) })),
    evaluation: own.evaluation.map((each) => ({
      ...each,
      text: say(`net.asks.${each.indicator}.${each.stage}`, each.text),
    })),
  };
}

/** What the engine says, in the reader's words: as it said it where there is no word. */
export class Declared {
  private said: Said = new Map();
  private asks: Said = new Map();

  constructor(private readonly say: Say) {}

  /** To be told first: scenarios are known by what is said of them. */
  descriptions(own: Descriptions): Descriptions {
    this.said = scenarioWords(own, this.say);
    const told = descriptionsIn(own, this.said, this.say);
    this.asks = new Map(own.evaluation.map(({ text }, at) => [text, told.evaluation[at].text]));
    return told;
  }

  opened(own: Opened): Opened {
    return {
      ...own,
      ...this.place(own),
      ventures: own.ventures.map((each) => ({ ...each, title: this.of(each.title) })),
    };
  }

  preview(own: Preview): Preview {
    return { ...own, ...this.place(own) };
  }

  network(own: NetworkCard): NetworkCard {
    const texts = own.net.texts.map((row) => row.map((words) => this.asks.get(words) ?? words));
    return { ...own, project: this.of(own.project), net: { ...own.net, texts } };
  }

  private of(words: string): string {
    return this.said.get(words) ?? words;
  }

  private place(own: Pick<Preview, "title" | "about" | "question" | "regions" | "sectors">) {
    return {
      title: this.of(own.title),
      about: this.of(own.about),
      question: this.of(own.question),
      regions: own.regions.map((each) => ({ ...each, name: this.of(each.name) })),
      sectors: own.sectors.map((each) => ({ ...each, name: this.of(each.name) })),
    };
  }
}

/** Every word that a language's file must have, by key, in English. */
export function declaredWords(own: Descriptions): Readonly<Record<string, string>> {
  const words = new Map<string, string>();
  const note: Say = (key, text) => {
    if (text !== "") words.set(key, text);
    return text;
  };
  new Declared(note).descriptions(own);
  const { measures, parameters } = own;
  for (const { group, parameter } of parameters) {
    if (group !== "") groupWord(group, note);
    sourceWord(parameter.source, note);
    if (parameter.kind === "number" || parameter.kind === "integer") unitWord(parameter.unit, note);
  }
  for (const { unit } of measures) unitWord(unit, note);
  return Object.fromEntries(words);
}
