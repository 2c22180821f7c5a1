import type { Reply } from "../contract.ts";
import type { Problem } from "../kernel/problem.ts";
import { Refusal, didYouMean, shown } from "../kernel/problem.ts";
import type { Model } from "../models/model.ts";
import { parseScenario } from "./parse.ts";
import type { ScenarioDocument } from "./schema.ts";

/** What a name can mean: the models, and the scenarios that are shipped. */
export interface Catalogue {
  readonly models: ReadonlyMap<string, Model>;
  readonly scenarios: ReadonlyMap<string, ScenarioDocument>;
}

/** The model of a scenario that names none. */
export const MAIN_MODEL = "distretto";

const LONGEST_CHAIN = 10;

/** @throws {Refusal} where a shipped document has not the form of a scenario: a mistake of ours, not of a caller */
export function catalogueOf(models: readonly Model[], documents: readonly unknown[]): Catalogue {
  const scenarios = new Map<string, ScenarioDocument>();
  for (const document of documents) {
    const parsed = parseScenario(document);
    if (!parsed.ok) throw new Refusal(parsed.problems);
    scenarios.set(parsed.value.name, parsed.value);
  }
  return { models: new Map(models.map((model) => [model.id, model])), scenarios };
}

/** The problem of a name that no shipped scenario has. */
export function unknownScenario(path: string, name: string, catalogue: Catalogue): Problem {
  const known = [...catalogue.scenarios.keys()];
  const mend = didYouMean(name, known, "Run `distretto describe scenario` for the list.");
  return { path, value: shown(name), expected: "the name of a shipped scenario, or a path to a file", mend };
}

/** A document and what it extends, the most basic first. */
export function chainOf(document: ScenarioDocument, catalogue: Catalogue): Reply<readonly ScenarioDocument[]> {
  const refuse = (problem: Problem) => ({ ok: false, problems: [problem] }) as const;
  const chain = [document];
  for (let base = document.extends; base !== undefined; base = chain[0].extends) {
    const next = catalogue.scenarios.get(base);
    if (next === undefined) return refuse(unknownScenario("/extends", base, catalogue));
    const names = [...chain.map((each) => each.name).reverse(), base].join(" -> ");
    if (chain.includes(next) || chain.length >= LONGEST_CHAIN) {
      const expected = `a chain of at most ${LONGEST_CHAIN} scenarios that comes to an end`;
      return refuse({ path: "/extends", value: names, expected, mend: "Take one `extends` out of the circle." });
    }
    chain.unshift(next);
  }
  return { ok: true, value: chain };
}
