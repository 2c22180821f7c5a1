import type { Descriptions, ProjectDescription, ScenarioDescription } from "../contract.ts";
import { Refusal } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import { NET_RULES } from "../observe/index.ts";
import type { ProjectPlan } from "../world/ventures.ts";
import type { Catalogue } from "./catalogue.ts";
import { MAIN_MODEL, chainOf } from "./catalogue.ts";
import { MONTHS, parametersOf } from "./parameters.ts";
import type { ScenarioDocument } from "./schema.ts";
import { inLanguage } from "./words.ts";

function describeScenario(document: ScenarioDocument, catalogue: Catalogue, language: string): ScenarioDescription {
  const chain = chainOf(document, catalogue);
  if (!chain.ok) throw new Refusal(chain.problems);
  const last = <K extends "title" | "about" | "question" | "regions" | "sectors" | "sources">(key: K) =>
    chain.value.findLast((each) => each[key] !== undefined)?.[key];
  return {
    name: document.name,
    model: chain.value.findLast(({ model }) => model !== undefined)?.model ?? MAIN_MODEL,
    title: inLanguage(last("title"), language) ?? document.name,
    about: inLanguage(last("about"), language) ?? "",
    question: inLanguage(last("question"), language) ?? "",
    regions: (last("regions") ?? []).map(({ id, name }) => inLanguage(name, language) ?? id),
    sectors: (last("sectors") ?? []).map(({ id, name }) => inLanguage(name, language) ?? id),
    sources: (last("sources") ?? []).map((source) => inLanguage(source, language) ?? ""),
  };
}

function describeProject(plan: ProjectPlan): ProjectDescription {
  const { id, title, stage, scale, claim, source, raises, needs } = plan;
  const { benefit, cost, mass, stake, leak, quantity, order } = plan;
  return {
    id,
    title,
    stage,
    scale,
    claim,
    source,
    factors: { benefit, cost, mass, stake, leak, quantity, order },
    raises: { ...raises },
    needs: { ...needs },
  };
}

/** All there is to a model, from its declarations, and the scenarios that are shipped. */
export function describe(model: Model, catalogue: Catalogue, language = "en"): Descriptions {
  return {
    parameters: [
      { path: "months", group: "", parameter: MONTHS },
      ...[...parametersOf(model).values()].map(({ path, group, parameter }) => ({ path, group, parameter })),
    ],
    measures: model.measures.map(({ id, title, unit, formula, over, nullWhen }) => ({
      id,
      title,
      unit,
      formula,
      over,
      nullWhen,
    })),
    mechanisms: model.schedule.map(({ id, title, claim, source, reads, writes }) => ({
      id,
      title,
      claim,
      source,
      reads,
      writes,
    })),
    scenarios: [...catalogue.scenarios.values()].map((document) => describeScenario(document, catalogue, language)),
    projects: (model.projects ?? []).map(describeProject),
    evaluation: NET_RULES.map(({ indicator, stage, text }) => ({ indicator, stage, text })),
  };
}

/** How sure the parameters are: how many in all, assumed, and tuned to a pattern; the rest has a source. */
export function confidence(parameters: Descriptions["parameters"]): { all: number; assumed: number; tuned: number } {
  const count = (word: RegExp) => parameters.filter(({ parameter }) => word.test(parameter.source)).length;
  return { all: parameters.length, assumed: count(/^assumed/), tuned: count(/^tuned/) };
}
