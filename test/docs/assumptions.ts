import type { Descriptions } from "../../sim/contract.ts";
import { MODELS, describe, resolve } from "../../sim/index.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";

/**
 * The screening of all assumptions (Morris) as an experiment file, made from the declarations, so that a parameter that
 * is added is screened too.
 */
type Numeric = Extract<Descriptions["parameters"][number]["parameter"], { min: number }>;

/** A part of Honduras with the same density of brokers: ten cells of fifty firms. */
const SCENARIO = {
  format: "distretto/scenario/1",
  extends: "honduras",
  name: "honduras-small",
  title: "Honduras, two towns",
  regions: [
    { id: "tegucigalpa", name: "Tegucigalpa", x: 0, y: 0 },
    { id: "comayagua", name: "Comayagua", x: -48, y: 43 },
  ],
  settings: { "firms.count": 500, "brokers.count": 3 },
};

/** What sets the scale of a world, not what firms are like. */
const SCALE = ["months", "firms.count", "region.count"];

/** What is no institution with a switch, and does nothing in Honduras all the same. */
const IDLE = ["leadFirms", "supply", "grants", "government", "training", "inputs", "orders", "upgrading"];

const OUTPUTS = [
  "networks.formed",
  "networks.aliveAfterExit24",
  "trust.members",
  "sales.members.change",
  "firms.inNetworks.share",
];

const TRAJECTORIES = 10;
const WORLDS = 2;
/** Shares above it are moved by what is missing to 1. */
const HALF = 0.5;

/** Whether the group of a parameter does anything in the scenario. */
function isAtWork(path: string, values: Readonly<Record<string, unknown>>): boolean {
  const group = path.slice(0, path.indexOf("."));
  return values[`${group}.on`] !== false && !IDLE.includes(group) && !SCALE.includes(path);
}

/** From half to double of the start within the declared range; of a large share what is missing to 1. */
function rangeOf({ kind, start, min, max }: Numeric): { low: number; high: number } {
  const isShare = max <= 1 && min >= 0 && start > HALF && kind === "number";
  const [low, high] = isShare ? [1 - 2 * (1 - start), 1 - (1 - start) / 2] : [start / 2, start * 2];
  const round = (value: number) => (kind === "integer" ? Math.round(value) : Number(value.toPrecision(6)));
  return { low: Math.max(min, round(low)), high: Math.min(max, round(high)) };
}

/** The experiment as the text of a file. */
export function assumptionsText(): string {
  const resolved = resolve(SCENARIO, {}, CATALOGUE);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { values } = resolved.value;
  const parameters = describe(MODELS[0], CATALOGUE).parameters.flatMap(({ path, parameter }) => {
    if (parameter.kind !== "number" && parameter.kind !== "integer") return [];
    if (!/^assumed/.test(parameter.source) || !isAtWork(path, values)) return [];
    // What the scenario sets itself is varied around that.
    const range = rangeOf({ ...parameter, start: Number(values[path]) });
    return range.low < range.high ? [[path, range] as const] : [];
  });
  const document = {
    $schema: "../scenarios/experiment.schema.json",
    format: "distretto/experiment/1",
    title: "Which assumptions carry the results?",
    about:
      "Morris' screening of every assumed number that is at work in Honduras, from half to double of its value (of large " +
      "shares, what is missing to 1). Ten cells of fifty firms, three brokers.",
    scenario: SCENARIO,
    design: { kind: "morris", trajectories: TRAJECTORIES },
    parameters: Object.fromEntries(parameters),
    replicates: WORLDS,
    seed: "assumptions",
    measures: OUTPUTS,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
