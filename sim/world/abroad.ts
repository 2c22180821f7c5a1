import { exp } from "../kernel/math.ts";
import type { World } from "./world.ts";

/** How far a firm has gone abroad: the stages of Johanson & Vahlne (1977); now and then counts as through an agent. */
export const AT_HOME = 0;
export const THROUGH_AGENT = 1;
export const OWN_BRANCH = 2;
export const PRODUCES_ABROAD = 3;

/** Markets in order of psychic distance. */
export const LOCAL = 0;
export const NATIONAL = 1;
export const NEIGHBOUR = 2;
export const WORLD = 3;

/** Quality and knowledge count from this much, so that neither alone decides. */
const BASE = 0.5;
/** What a firm of mean quality 0.4 and mean knowledge 0.3 has, so that it stands at 1. */
const AVERAGE = (BASE + 0.4) * (BASE + 0.3);
/** How far productivity counts. */
const WEIGHT_OF_PRODUCTIVITY = 0.5;

/** Size at which it stands at 1, workers. */
const USUAL_SIZE = 6;

/**
 * What a firm can do abroad, from its quality, knowledge, productivity and size; 1 for an average one of six workers.
 * Size counts with its fourth root, as it does for closing. Weights assumed.
 */
export function capabilityAbroad(world: World, i: number): number {
  const { firms } = world;
  const made = ((BASE + firms.quality[i]) * (BASE + firms.knowledge[i])) / AVERAGE;
  const size = Math.sqrt(Math.sqrt(firms.workers[i] / USUAL_SIZE));
  return made * size * exp(WEIGHT_OF_PRODUCTIVITY * firms.productivity[i]);
}

/** Two shares of a risk that are taken off one after the other. */
export function together(cover: number, other: number): number {
  return 1 - (1 - cover) * (1 - other);
}

/** Sales abroad change; total sales move with them. */
export function sellAbroad(world: World, i: number, exports: number): void {
  const { firms } = world;
  firms.sales[i] += exports - firms.exports[i];
  firms.exports[i] = exports;
}

/** A firm gives up abroad and sells at home again. */
export function returnHome(world: World, i: number): void {
  const { firms } = world;
  sellAbroad(world, i, 0);
  firms.exportStage[i] = AT_HOME;
  firms.market[i] = NATIONAL;
  firms.exportSince[i] = -1;
}
