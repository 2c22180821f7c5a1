import { clamp, exp, log } from "../kernel/math.ts";
import { indexOf } from "../kernel/random.ts";
import type { Random, Stream } from "../kernel/random.ts";
import { logNormal, normal } from "../kernel/sample.ts";
import { CONDITIONAL, FREE_RIDER, HUMP_SHAPED, OTHER } from "./firms.ts";
import type { Rules } from "./rules.ts";
import { meet } from "./ties.ts";
import type { World } from "./world.ts";

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

/** S: what a firm sells a month: at home, at its productivity, luck and its region's demand, and abroad. */
export function salesOf(world: World, i: number): number {
  const { firms, regions } = world;
  return (
    firms.baseSales[i] * exp(firms.productivity[i] + firms.luck[i]) * regions.demand[firms.region[i]] + firms.exports[i]
  );
}

/** A firm's size at birth, and what goes with it. */
export function giveSize(world: World, i: number, workers: number): void {
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

/** The draws of all births of a world, by what is drawn. */
export function birthDraws(random: Random) {
  const draws = (what: string): Stream => random.stream(`birth.${what}`, 0);
  return {
    type: draws("type"),
    position: draws("position"),
    openness: draws("openness"),
    stage: draws("stage"),
    knowledge: draws("knowledge"),
    quality: draws("quality"),
    foreignSkill: draws("foreignSkill"),
    workers: draws("workers"),
    productivity: draws("productivity"),
    luck: draws("luck"),
    reserve: draws("reserve"),
    acquaintance: draws("acquaintance"),
  };
}
export type BirthDraws = Readonly<ReturnType<typeof birthDraws>>;

/** Character and means of a firm at birth, drawn by its birth key; its place and identity are given. */
export function giveBirth(world: World, i: number, draws: BirthDraws, born: number): void {
  const { firms, books, rules } = world;
  const high = firms.keyHigh[i];
  const low = firms.keyLow[i];
  const draw = (what: keyof BirthDraws) => draws[what].uniform(high, low);
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
export function giveAcquaintances(world: World, i: number, { acquaintance }: BirthDraws): void {
  const { firms, neighbours, cells, rules } = world;
  const nearby = rules.firms.neighbours;
  for (let k = 0; k < nearby; k++) {
    const j = neighbours[i * nearby + k];
    if (j >= 0 && firms.alive[j]) meet(world, i, j);
  }
  const start = cells.starts[firms.region[i] * cells.sectors];
  const count = cells.starts[(firms.region[i] + 1) * cells.sectors] - start;
  const own = acquaintance.of(firms.keyHigh[i], firms.keyLow[i]);
  for (let k = 0; k < rules.firms.acquaintances; k++) {
    const j = cells.rows[start + indexOf(own.uniform(0, k), count)];
    if (j !== i && firms.alive[j]) meet(world, i, j);
  }
}
