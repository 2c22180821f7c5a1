import type { Parameter, Value } from "../../sim/contract.ts";
import { MODELS, Run, parametersOf, resolve } from "../../sim/index.ts";
import { Random, indexOf } from "../../sim/kernel/random.ts";
import { CATALOGUE_OF_PROJECTS } from "../../sim/world/catalogue.ts";
import { trustInStrangers } from "../../sim/world/dilemma.ts";
import { breach } from "../../sim/world/invariants.ts";
import { CATALOGUE } from "../../src/host/shipped.ts";
import { worldOf } from "../worlds.ts";

/**
 * Worlds under settings drawn at random: every parameter anywhere in its range, all at once, every project on offer. In
 * each the population's trust, sales and assets must stay finite and in range for fifty years.
 */
const PLACE = {
  format: "distretto/scenario/1",
  name: "anywhere",
  title: "Anywhere",
  about: "Regions and institutions as the settings say, every project on offer.",
  sources: [],
  projects: CATALOGUE_OF_PROJECTS.map(({ id }) => id),
};

/** Kept small or as they are, so that a world is small: size, not meaning. */
const FIXED: Readonly<Record<string, Value>> = { months: 600, "firms.count": 60 };
/** Numbers of people and places beyond which a world is only slower. */
const LARGEST: Readonly<Record<string, number>> = { "region.count": 3, "brokers.count": 12, "leadFirms.count": 6 };

/** Months between two looks at a world. */
const LOOK = 60;
/**
 * What a firm may sell or own, as a logarithm above what its size and demand explain: productivity is held within 5 of what
 * it was born with, which with birth and luck at the ends of their ranges adds up to this; assets move up to 1.5 times as
 * much.
 */
const MOST = { sells: 20, owns: 30 };

function drawn(path: string, parameter: Parameter, unit: number): Value {
  if (parameter.kind === "flag") return unit < 0.5;
  if (parameter.kind === "choice") return parameter.options[indexOf(unit, parameter.options.length)];
  const max = Math.min(parameter.max, LARGEST[path] ?? Infinity);
  const value = parameter.min + unit * (max - parameter.min);
  return parameter.step === 1 || Number.isInteger(parameter.step ?? NaN) ? Math.round(value) : value;
}

/** The settings of one draw, by number. */
export function settingsOf(number: number): Record<string, Value> {
  const model = MODELS.find(({ id }) => id === "distretto")!;
  const draws = new Random(`settings/${number}`).stream("setting", 0);
  let at = 0;
  const settings: Record<string, Value> = { seed: String(number) };
  for (const [path, { parameter }] of parametersOf(model))
    settings[path] = FIXED[path] ?? drawn(path, parameter, draws.uniform(0, at++));
  return settings;
}

/** What is wrong with a world, as text; undefined where nothing is. */
function wrong(run: Run): string | undefined {
  const world = worldOf(run);
  const broken = breach(world);
  if (broken !== undefined) return broken;
  const { firms, regions } = world;
  for (let i = 0; i < firms.count; i++) {
    const trust = trustInStrangers(world, i);
    if (!(trust >= 0 && trust <= 1)) return `firm ${i} trusts strangers ${trust}`;
    const usual = firms.baseSales[i] * regions.demand[firms.region[i]];
    const home = firms.sales[i] - firms.exports[i];
    if (!(home >= -1e-6 && home <= usual * Math.exp(MOST.sells))) return `firm ${i} sells ${home}, usual ${usual}`;
    const owned = firms.assets[i];
    if (!(owned >= 0 && owned <= usual * Math.exp(MOST.owns))) return `firm ${i} owns ${owned}, usual ${usual}`;
  }
  for (const [id, value] of Object.entries(run.measures()))
    if (value !== null && !Number.isFinite(value)) return `${id} is ${value}`;
  return undefined;
}

/** Plays a draw; what went wrong in which month, or undefined. */
export function playDraw(number: number): string | undefined {
  const reply = resolve(PLACE, { settings: settingsOf(number) }, CATALOGUE);
  if (!reply.ok) return reply.problems.map(({ path, value, mend }) => `${path}=${String(value)}: ${mend}`).join("; ");
  const run = new Run(reply.value.plan);
  for (let month = LOOK; month <= 600; month += LOOK) {
    run.playTo(month);
    const why = wrong(run);
    if (why !== undefined) return `month ${month}: ${why}`;
  }
  return undefined;
}
