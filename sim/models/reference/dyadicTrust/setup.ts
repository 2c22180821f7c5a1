import { mortonOrder } from "../../../kernel/morton.ts";
import { nearestOf } from "../../../kernel/nearest.ts";
import type { Values } from "../../../kernel/params.ts";
import type { Random } from "../../../kernel/random.ts";
import { indexOf } from "../../../kernel/random.ts";
import { logNormal } from "../../../kernel/sample.ts";
import type { Beginning } from "../../model.ts";
import type { DyadicWorld, firmsGroup, gameGroup, trustGroup } from "./world.ts";
import { NEAREST, TIES, emptyWorld, strangerOf } from "./world.ts";

/** Standard deviation of the logarithm of productivity. */
const PRODUCTIVITY_SPREAD = 0.25;
/** Weight of a partner who is exactly alike. */
const LEAST_COMPLEMENT = 0.1;
/** Month of draws that belong to set-up. */
const SET_UP = -1;

/** Firms in Morton order of their places; what a firm is like is drawn by its key. */
function placeFirms({ tables: { firms } }: DyadicWorld, random: Random): void {
  const { count } = firms;
  const east = random.stream("firms.x", SET_UP);
  const north = random.stream("firms.y", SET_UP);
  const x = Float64Array.from({ length: count }, (_, key) => east.uniform(key, 0));
  const y = Float64Array.from({ length: count }, (_, key) => north.uniform(key, 0));
  const order = mortonOrder(x, y);
  const disposition = random.stream("firms.disposition", SET_UP);
  const productivity = random.stream("firms.productivity", SET_UP);
  for (let i = 0; i < count; i++) {
    const key = order[i];
    firms.key[i] = key;
    firms.x[i] = x[key];
    firms.y[i] = y[key];
    firms.disposition[i] = disposition.uniform(key, 0);
    firms.productivity[i] = logNormal(productivity.uniform(key, 0), 0, PRODUCTIVITY_SPREAD);
  }
}

/** Whom each firm knows: its nearest, and one more drawn by key among all the others. */
function meetNeighbours({ tables: { firms, ties } }: DyadicWorld, random: Random): void {
  const { count } = firms;
  const rows = Int32Array.from({ length: count }, (_, row) => row);
  const near = nearestOf(firms.x, firms.y, rows, NEAREST);
  const rowOf = new Int32Array(count);
  for (let i = 0; i < count; i++) rowOf[firms.key[i]] = i;
  const acquaintance = random.stream("ties.acquaintance", SET_UP);
  for (let i = 0; i < count; i++) {
    const known = near.subarray(i * NEAREST, (i + 1) * NEAREST);
    ties.to.set(known, i * TIES);
    let other = i;
    for (let attempt = 0; other === i || known.includes(other); attempt++) {
      other = rowOf[indexOf(acquaintance.uniform(firms.key[i], attempt), count)];
    }
    ties.to[i * TIES + NEAREST] = other;
  }
}

/** Slot of firm i's tie to firm j, or -1 where it has none. */
export function tieTo({ tables: { ties } }: DyadicWorld, i: number, j: number): number {
  for (let tie = i * TIES; tie < (i + 1) * TIES; tie++) if (ties.to[tie] === j) return tie;
  return -1;
}

/** What stays the same about every tie. */
function fillTies(world: DyadicWorld): void {
  const { firms, ties } = world.tables;
  const { joint, alone, search, distance } = world.game;
  for (let i = 0; i < firms.count; i++) {
    for (let tie = i * TIES; tie < (i + 1) * TIES; tie++) {
      const j = ties.to[tie];
      const dx = firms.x[i] - firms.x[j];
      const dy = firms.y[i] - firms.y[j];
      const back = tieTo(world, j, i);
      ties.back[tie] = back >= 0 ? back : strangerOf(world);
      ties.complement[tie] = LEAST_COMPLEMENT + Math.abs(firms.productivity[i] - firms.productivity[j]);
      ties.gain[tie] = Math.sqrt(firms.productivity[i] * firms.productivity[j]) * joint - alone + search;
      ties.cost[tie] = search - alone + distance * Math.sqrt(dx * dx + dy * dy);
    }
  }
}

export function setUp({ settings, random }: Beginning): DyadicWorld {
  const { count } = settings.firms as Values<typeof firmsGroup.params>;
  const { start } = settings.trust as Values<typeof trustGroup.params>;
  const world = emptyWorld(count, settings.game as Values<typeof gameGroup.params>);
  placeFirms(world, random);
  meetNeighbours(world, random);
  fillTies(world);
  world.tables.ties.trust.fill(start);
  return world;
}
