import { table } from "../kernel/columns.ts";
import { clamp, exp, log } from "../kernel/math.ts";
import { mortonOrder } from "../kernel/morton.ts";
import { nearestOf } from "../kernel/nearest.ts";
import type { Random } from "../kernel/random.ts";
import { indexOf } from "../kernel/random.ts";
import { logNormal, normal } from "../kernel/sample.ts";
import type { Act } from "./byHand.ts";
import { brokerColumns, programmeColumns } from "./brokers.ts";
import { buyerColumns } from "./buyers.ts";
import { VERTICAL_PROJECTS } from "./catalogue.ts";
import { decisionColumns, tallyColumns } from "./decisions.ts";
import { CONDITIONAL, FREE_RIDER, HUMP_SHAPED, OTHER, birthKey, firmColumns } from "./firms.ts";
import { journalColumns } from "./journal.ts";
import { networkColumns, seatColumns } from "./networks.ts";
import { guestColumns, proposalColumns } from "./proposals.ts";
import type { Cells, GivenFirms, RegionPlan, SectorPlan } from "./regions.ts";
import { clusterColumns, regionColumns } from "./regions.ts";
import { bookColumns } from "./reporting.ts";
import type { Rules } from "./rules.ts";
import { meet, tieColumns } from "./ties.ts";
import type { ProjectPlan } from "./ventures.ts";
import { venturesOf } from "./ventures.ts";
import type { World } from "./world.ts";

/** What a world is made from. */
export interface Plan {
  readonly rules: Rules;
  /** Paths set from outside: they move the mean of the regions and keep the spread between them. */
  readonly forced: ReadonlySet<string>;
  readonly regions: readonly RegionPlan[];
  readonly sectors: readonly SectorPlan[];
  /** Projects on offer; where there is none, networks run the generic ones. */
  readonly projects: readonly ProjectPlan[];
  /** What a person has decided for firms, in the order of their months. */
  readonly acts: readonly Act[];
  /** Firms that are named one by one; undefined where they are drawn. */
  readonly given?: GivenFirms | undefined;
  readonly random: Random;
  readonly observed: boolean;
}

/** Sales a month of a firm for each worker, and fixed assets for each worker, kUSD; assumed. */
export const SALES_PER_WORKER = 0.6;
export const ASSETS_PER_WORKER = 3;
/** Spread of luck at the start: close to the spread it keeps for ever. */
const LUCK_SPREAD = 0.12;
/** Stages of the value chain: input, make, finish, trade. */
export const STAGES = 4;
/** Spread of knowledge and quality at birth; assumed. */
const KNOWLEDGE_SPREAD = 0.15;
const QUALITY_SPREAD = 0.15;
/** Slots of the table of ties; always two more than the largest network has members. */
const LEAST_SLOTS = 24;
/** How far apart the regions are that a scenario does not place itself, km. */
const REGION_GAP = 60;
/** Where a sector's quarter lies in a town, and how wide it is, as shares of the town's radius. */
const QUARTER_AT = 0.6;
const QUARTER_WIDTH = 0.35;

const DEFAULT_SECTORS: readonly SectorPlan[] = [
  { id: "metal", name: "metalwork" },
  { id: "wood", name: "wood and furniture" },
];

function defaultRegions(count: number): RegionPlan[] {
  const across = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, r) => ({
    id: `region-${r + 1}`,
    name: `Region ${r + 1}`,
    x: (r % across) * REGION_GAP,
    y: Math.floor(r / across) * REGION_GAP,
  }));
}

/** Whole numbers in proportion to shares that sum to the total (largest remainders; ties to the earlier one). */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum > 0 ? (total * share) / sum : 0));
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((a, b) => a + b, 0);
  const order = exact.map((_, k) => k).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  for (const k of order) {
    if (left <= 0) break;
    whole[k] += 1;
    left -= 1;
  }
  return whole;
}

/** A region's values: its own, else drawn or set; a value set from outside moves the mean and keeps the spread. */
function regionValues(plan: Plan, regions: readonly RegionPlan[], name: "trust" | "law" | "dispersion"): number[] {
  const { rules, forced, random } = plan;
  const mean = rules.region[name];
  const spread = name === "trust" ? rules.region["trust.spread"] : 0;
  const draws = random.stream(`region.${name}`, 0);
  const values = regions.map((region, r) => region[name] ?? mean + spread * normal(draws.uniform(0, r)));
  if (!forced.has(`region.${name}`)) return values;
  const shift = mean - values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  return values.map((value) => value + shift);
}

function makeRegions(plan: Plan, regions: readonly RegionPlan[]): World["regions"] {
  const made = table("regions", regionColumns, { count: regions.length });
  const trust = regionValues(plan, regions, "trust");
  const law = regionValues(plan, regions, "law");
  const dispersion = regionValues(plan, regions, "dispersion");
  regions.forEach((region, r) => {
    made.x[r] = region.x;
    made.y[r] = region.y;
    made.trust[r] = clamp(trust[r], 0, 1);
    made.law[r] = clamp(law[r], 0, 1);
    made.dispersion[r] = Math.max(0, dispersion[r]);
  });
  return made;
}

/** Firms of each cell by the shares of regions and sectors, cell by cell. */
function sizesByShare(count: number, regions: readonly RegionPlan[], sectors: readonly SectorPlan[]): number[] {
  const perRegion = apportion(
    count,
    regions.map((region) => region.share ?? 1),
  );
  return regions.flatMap((region, r) =>
    apportion(
      perRegion[r],
      sectors.map((sector) => (region.sectors ? (region.sectors[sector.id] ?? 0) : 1)),
    ),
  );
}

/**
 * Firms of each cell, cell by cell. Where clusters have founders, every later firm is a spin-off: its founder worked in
 * one of the firms there are, each as likely as the other, and stays in its town and trade (Simon 1955; Klepper 2007).
 */
function cellSizes({ rules, random }: Plan, regions: readonly RegionPlan[], sectors: readonly SectorPlan[]): number[] {
  const { count, founders } = rules.firms;
  const equal = sizesByShare(count, regions, sectors);
  if (founders === 0) return equal;
  const clusters = equal.filter((size) => size > 0).length;
  const sizes = sizesByShare(Math.min(count, founders * clusters), regions, sectors);
  const home = new Int32Array(count);
  let there = 0;
  sizes.forEach((size, c) => {
    home.fill(c, there, there + size);
    there += size;
  });
  const parents = random.stream("place.parent", 0);
  for (; there < count; there++) {
    const c = home[indexOf(parents.uniform(0, there), there)];
    home[there] = c;
    sizes[c] += 1;
  }
  return sizes;
}

/** Places in birth order: a sector's quarter lies somewhere in its town, its firms around it. */
function places(plan: Plan, regions: readonly RegionPlan[], sizes: readonly number[], sectors: number) {
  const count = sizes.reduce((a, b) => a + b, 0);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const cell = new Int32Array(count);
  const ordinal = new Int32Array(count);
  const quarters = plan.random.stream("place.quarter", 0);
  const stands = plan.random.stream("place.firm", 0);
  let at = 0;
  sizes.forEach((size, c) => {
    const region = regions[Math.floor(c / sectors)];
    const radius = region.radius ?? plan.rules.region.radius;
    const centreX = region.x + QUARTER_AT * radius * normal(quarters.uniformOf(0, c, 0, 0));
    const centreY = region.y + QUARTER_AT * radius * normal(quarters.uniformOf(0, c, 0, 1));
    for (let k = 0; k < size; k++, at++) {
      x[at] = centreX + QUARTER_WIDTH * radius * normal(stands.uniformOf(c, k, 0, 0));
      y[at] = centreY + QUARTER_WIDTH * radius * normal(stands.uniformOf(c, k, 0, 1));
      cell[at] = c;
      ordinal[at] = k;
    }
  });
  return { x, y, cell, ordinal };
}

/** Named firms by the order of birth, cell by cell. */
function inBirthOrder({ firms }: GivenFirms, cells: number, sectors: number) {
  const lists: number[][] = Array.from({ length: cells }, () => []);
  firms.forEach(({ region, sector }, named) => lists[region * sectors + sector].push(named));
  return { sizes: lists.map(({ length }) => length), named: lists.flat() };
}

/** Puts named firms where they are known to stand. */
function placeNamed({ firms }: GivenFirms, named: readonly number[], born: ReturnType<typeof places>): void {
  named.forEach((firm, at) => {
    const { x, y } = firms[firm];
    if (x === undefined || y === undefined) return;
    born.x[at] = x;
    born.y[at] = y;
  });
}

/** Gives named firms the size that is known, and lets those meet who know each other. @param rows rows of named firms */
function giveNamed(world: World, { firms, ties }: GivenFirms, rows: Int32Array): void {
  firms.forEach(({ workers }, named) => {
    if (workers !== undefined) giveSize(world, rows[named], workers);
  });
  for (const [from, to] of ties ?? []) meet(world, rows[from], rows[to]);
}

function makeCells(firms: World["firms"], cells: number, sectors: number): Cells {
  const starts = new Int32Array(cells + 1);
  for (let i = 0; i < firms.count; i++) starts[firms.region[i] * sectors + firms.sector[i] + 1] += 1;
  for (let c = 0; c < cells; c++) starts[c + 1] += starts[c];
  const next = starts.slice();
  const rows = new Int32Array(firms.count);
  for (let i = 0; i < firms.count; i++) rows[next[firms.region[i] * sectors + firms.sector[i]]++] = i;
  return { count: cells, sectors, rows, starts };
}

/** S: what a firm sells a month: at home, at its productivity, luck and its region's demand, and abroad. */
export function salesOf(world: World, i: number): number {
  const { firms, regions } = world;
  return (
    firms.baseSales[i] * exp(firms.productivity[i] + firms.luck[i]) * regions.demand[firms.region[i]] + firms.exports[i]
  );
}

/** A firm's size at birth, and what goes with it. */
function giveSize(world: World, i: number, workers: number): void {
  const { firms } = world;
  firms.workers[i] = workers;
  firms.assets[i] = ASSETS_PER_WORKER * workers;
  firms.baseSales[i] = SALES_PER_WORKER * workers;
  firms.sales[i] = salesOf(world, i);
}

/** Share of its ties that a firm of some openness is born with outside the clusters. */
export function outsideAtBirth({ openness }: Rules, open: number): number {
  return Math.min(1, 2 * openness.pipelines * open);
}

/** Character and means of a firm at birth, drawn by its birth key; its place and identity are given. */
export function giveBirth(world: World, i: number, random: Random, born: number): void {
  const { firms, books, rules } = world;
  const high = firms.keyHigh[i];
  const low = firms.keyLow[i];
  const draw = (what: string) => random.stream(`birth.${what}`, 0).uniform(high, low);
  const byNature = draw("type");
  const freeRiders = rules.firms.freeRiders;
  const rest = (1 - freeRiders) / 0.7;
  firms.type[i] =
    byNature < freeRiders
      ? FREE_RIDER
      : byNature < freeRiders + 0.5 * rest
        ? CONDITIONAL
        : byNature < freeRiders + 0.64 * rest
          ? HUMP_SHAPED
          : OTHER;
  firms.position[i] = draw("position");
  firms.openness[i] = draw("openness");
  firms.stage[i] = indexOf(draw("stage"), STAGES);
  firms.knowledge[i] = clamp(rules.firms.knowledge + KNOWLEDGE_SPREAD * normal(draw("knowledge")), 0, 1);
  firms.quality[i] = clamp(rules.firms.quality + QUALITY_SPREAD * normal(draw("quality")), 0, 1);
  firms.foreignSkill[i] = draw("foreignSkill");
  firms.outside[i] = outsideAtBirth(rules, firms.openness[i]);
  const workers = clamp(
    logNormal(draw("workers"), log(rules.firms["size.median"]), rules.firms["size.spread"]),
    1,
    rules.firms["size.most"],
  );
  firms.baseProductivity[i] = rules.firms["productivity.spread"] * normal(draw("productivity"));
  firms.productivity[i] = firms.baseProductivity[i];
  firms.luck[i] = LUCK_SPREAD * normal(draw("luck"));
  giveSize(world, i, workers);
  books.reserve[i] = draw("reserve");
  firms.born[i] = born;
  firms.alive[i] = 1;
}

/** A newly born firm comes to know its nearest of the cell and some firms of its region. */
export function giveAcquaintances(world: World, i: number, random: Random): void {
  const { firms, neighbours, cells, rules } = world;
  const nearby = rules.firms.neighbours;
  for (let k = 0; k < nearby; k++) {
    const j = neighbours[i * nearby + k];
    if (j >= 0 && firms.alive[j]) meet(world, i, j);
  }
  const start = cells.starts[firms.region[i] * cells.sectors];
  const count = cells.starts[(firms.region[i] + 1) * cells.sectors] - start;
  const draws = random.stream("birth.acquaintance", 0);
  for (let k = 0; k < rules.firms.acquaintances; k++) {
    const j = cells.rows[start + indexOf(draws.uniformOf(firms.keyHigh[i], firms.keyLow[i], 0, k), count)];
    if (j !== i && firms.alive[j]) meet(world, i, j);
  }
}

/** What networks may do: the scenario's projects, and what suppliers do where there is a lead firm. */
function onOffer({ rules, projects }: Plan): readonly ProjectPlan[] {
  const names = new Set(projects.map(({ id }) => id));
  return rules.leadFirms.count === 0
    ? projects
    : [...projects, ...VERTICAL_PROJECTS.filter(({ id }) => !names.has(id))];
}

/** Makes a world at month 0. */
export function makeWorld(plan: Plan): World {
  const { rules, random } = plan;
  const regionPlans = plan.regions.length > 0 ? plan.regions : defaultRegions(rules.region.count);
  const sectorPlans = plan.sectors.length > 0 ? plan.sectors : DEFAULT_SECTORS;
  const { given } = plan;
  const birth =
    given === undefined ? undefined : inBirthOrder(given, regionPlans.length * sectorPlans.length, sectorPlans.length);
  const sizes = birth?.sizes ?? cellSizes(plan, regionPlans, sectorPlans);
  const born = places(plan, regionPlans, sizes, sectorPlans.length);
  if (given !== undefined && birth !== undefined) placeNamed(given, birth.named, born);
  const order = mortonOrder(born.x, born.y);
  const count = order.length;

  const firms = table("firms", firmColumns, { count });
  order.forEach((from, i) => {
    const cell = born.cell[from];
    firms.region[i] = Math.floor(cell / sectorPlans.length);
    firms.sector[i] = cell % sectorPlans.length;
    firms.x[i] = born.x[from];
    firms.y[i] = born.y[from];
    firms.keyHigh[i] = birthKey(firms.region[i], firms.sector[i], 0);
    firms.keyLow[i] = born.ordinal[from];
  });
  const cells = makeCells(firms, sizes.length, sectorPlans.length);
  const neighbours = new Int32Array(count * rules.firms.neighbours);
  for (let c = 0; c < cells.count; c++) {
    const rows = cells.rows.subarray(cells.starts[c], cells.starts[c + 1]);
    const near = nearestOf(firms.x, firms.y, rows, rules.firms.neighbours);
    rows.forEach((i, at) => {
      for (let k = 0; k < rules.firms.neighbours; k++)
        neighbours[i * rules.firms.neighbours + k] = near[at * rules.firms.neighbours + k];
    });
  }

  const largest = rules.joining.maxSize;
  const regions = makeRegions(plan, regionPlans);
  const clusters = table("clusters", clusterColumns, { count: sizes.length });
  const ties = table("ties", tieColumns, { count, width: Math.max(LEAST_SLOTS, largest + 2) });
  const networks = table("networks", networkColumns, { count: 0 });
  const seats = table("seats", seatColumns, { count: 0, width: largest });
  const brokers = table("brokers", brokerColumns, { count: rules.brokers.count });
  brokers.skill.fill(rules.brokers.skill, 0, brokers.count);
  const buyers = table("buyers", buyerColumns, { count: rules.leadFirms.count });
  const programme = table("programme", programmeColumns, { count: 1 });
  const proposals = table("proposals", proposalColumns, { count: 0 });
  const guests = table("guests", guestColumns, { count: 0, width: largest });
  const tally = table("tally", tallyColumns, { count: 1, isState: false });
  const books = table("books", bookColumns, { count, isState: false });
  const decisions = plan.observed ? table("decisions", decisionColumns, { count, isState: false }) : undefined;
  const journal = plan.observed ? table("journal", journalColumns, { count: 0, isState: false }) : undefined;
  const state = {
    firms,
    ties,
    networks,
    seats,
    brokers,
    programme,
    buyers,
    regions,
    clusters,
    proposals,
    guests,
    tally,
    books,
  };
  const world: World = {
    tables: { ...state, ...(decisions && { decisions }), ...(journal && { journal }) },
    ...state,
    decisions,
    journal,
    rules,
    acts: plan.acts,
    ventures: venturesOf(rules, onOffer(plan)),
    cells,
    neighbours,
    regionPlans,
    sectorPlans,
    month: 0,
  };
  for (let i = 0; i < count; i++) giveBirth(world, i, random, 0);
  if (given?.ties === undefined) for (let i = 0; i < count; i++) giveAcquaintances(world, i, random);
  if (given !== undefined && birth !== undefined) {
    const rows = new Int32Array(count);
    order.forEach((from, i) => (rows[birth.named[from]] = i));
    giveNamed(world, given, rows);
  }
  return world;
}
