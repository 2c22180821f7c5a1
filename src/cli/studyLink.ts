import { basename } from "node:path";
import type { StudyReading, StudyRequest, Value } from "../../sim/index.ts";
import { splitArm } from "../../sim/index.ts";
import type { Asked } from "../../ui/brief/repeating.ts";
import { fragmentOf } from "../../ui/brief/repeating.ts";
import { CATALOGUE } from "../host/shipped.ts";

/** What the brief says of how to repeat it: the link where there is one scenario that the page knows. */
export function linkOf(request: StudyRequest, layer: Record<string, Value>, reading: StudyReading): string {
  // The page holds options against no programme.
  if (request.arms.at(-1)?.settings?.["brokers.count"] !== 0) return "";
  const [{ scenario: own }] = request.arms;
  if (request.arms.some(({ scenario }) => scenario !== own) || typeof own !== "string") return "";
  const [{ scenario }] = reading.comparison.arms;
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

/** The files that scenarios of one's own came from, by their names; null where all are shipped. */
export function filesOf(texts: readonly string[]): string | null {
  const files = texts.map((text) => splitArm(text).scenario).filter((name) => !CATALOGUE.scenarios.has(name));
  return files.length === 0 ? null : [...new Set(files.map((file) => basename(file)))].join(", ");
}
