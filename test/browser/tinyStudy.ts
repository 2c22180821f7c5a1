import { comparisonDocument } from "../../src/host/documents.ts";
import { describeMain } from "../../src/host/describeMain.ts";
import { runHere } from "../../src/host/jobs.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import type { DoubtReading, StudyReading, StudyRequest } from "../../sim/index.ts";
import { Study, prepareStudy, runDoubt, runStudy } from "../../sim/index.ts";
import { contrastOf, questionWords } from "../../ui/brief/answer.ts";
import type { BriefInput } from "../../ui/brief/brief.ts";
import { differingPaths } from "../../ui/brief/brief.ts";
import { clashWords, lettered } from "../../ui/brief/clashes.ts";
import { commandOf, fragmentOf } from "../../ui/brief/repeating.ts";
import { Declared } from "../../ui/declared/declared.ts";
import { wordFor } from "../../ui/i18n/text.ts";

/** A study of a few small worlds, and what a brief of it is made from, in whatever language is spoken. */
export interface TinyStudy {
  readonly request: StudyRequest;
  readonly reading: StudyReading;
  readonly doubt: DoubtReading;
}

/** Options with names as long as the page allows, and differences in more settings than a page lists. */
const OPTIONS = [
  ["Large joint projects from the first month", { "phases.sequence": "strategicFirst" }],
  ["Small pilots first, large projects later", {}],
  ["A quarter of the brokers, or do-minimum", { "brokers.count": 2 }],
  ["Trained brokers who ask for a flat fee", { "brokers.training": true, "fees.schedule": "flat" }],
  ["A longer programme that can fine members", { "brokers.end": 90, "sanctions.fines": false }],
] as const;

const VALUATION = { rate: 0.05, valueAdded: 0.4 };

export async function tinyStudy(options: number): Promise<TinyStudy> {
  const arms = OPTIONS.slice(0, options).map(([name, settings]) => ({ name, scenario: "honduras", settings }));
  const request: StudyRequest = {
    arms: [...arms, { name: "No programme", scenario: "honduras", settings: { "brokers.count": 0 } }],
    settings: { "firms.count": 40, months: 48 },
    replicates: 3,
    target: { measure: "networks.alive", value: 12, sense: "least" },
    budget: 300,
    valuation: VALUATION,
  };
  const prepared = prepareStudy(request, CATALOGUE);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const study = new Study(prepared.value);
  await runStudy(study, runHere(CATALOGUE));
  const doubt = await runDoubt(prepared.value, { a: 1, b: 0, pairs: 1 }, runHere(CATALOGUE), () => undefined);
  return { request, reading: study.reading(comparisonDocument, true), doubt };
}

export function inputOf({ request, reading, doubt }: TinyStudy): BriefInput {
  const pair = contrastOf(reading, 1, 0);
  if (pair === undefined) throw new Error("There is no contrast.");
  const { target, budget } = request;
  const { months, seed, arms } = reading.comparison;
  const options = request.arms
    .slice(0, -1)
    .map(({ name, settings }) => ({ name, changes: settings as Readonly<Record<string, string | number | boolean>> }));
  const asked = { scenario: "honduras", seed, base: {}, months, firms: 40, target, budget, pairs: 3, options };
  return {
    reading,
    pair,
    doubt,
    question: questionWords(target, budget, months, "kUSD"),
    currency: "kUSD",
    differing: differingPaths(reading),
    parameters: new Declared(wordFor).descriptions(describeMain()).parameters,
    clashes: clashWords(lettered(arms.slice(0, -1)), budget),
    link: `#${fragmentOf(asked)}`,
    file: null,
    command: commandOf(asked, reading, { pair: [1, 0], doubt: 1, currency: "kUSD", valuation: VALUATION }),
  };
}
