import { power } from "../../kernel/math.ts";
import type { Stream } from "../../kernel/random.ts";
import { Random, indexOf } from "../../kernel/random.ts";
import type { Generation, Strategy } from "./strategy.ts";
import { orderOf } from "./strategy.ts";

/**
 * NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002): where targets pull apart, the set of points of which none is nearer
 * to one target without being farther from another. Each target's error is an objective of its own.
 */
export interface Nsga2Options {
  /** An even number. */
  readonly population: number;
  readonly generations: number;
}

/** A point with its objectives, the less the better. */
export interface Candidate {
  readonly point: readonly number[];
  readonly objectives: readonly number[];
}

const CROSSOVER = 0.9;
/** Distribution indices of crossover and mutation, as in the paper. */
const NEAR_PARENTS = 15;
const NEAR_SELF = 20;

function dominates(a: Candidate, b: Candidate): boolean {
  let isBetter = false;
  for (let k = 0; k < a.objectives.length; k++) {
    if (a.objectives[k] > b.objectives[k]) return false;
    if (a.objectives[k] < b.objectives[k]) isBetter = true;
  }
  return isBetter;
}

/** Indices of candidates front by front: those that none dominates, then those that only these dominate, and so on. */
export function fronts(all: readonly Candidate[]): number[][] {
  const below = all.map(() => [] as number[]);
  const above = new Int32Array(all.length);
  all.forEach((a, i) => {
    for (let j = i + 1; j < all.length; j++) {
      if (dominates(a, all[j])) {
        below[i].push(j);
        above[j] += 1;
      } else if (dominates(all[j], a)) {
        below[j].push(i);
        above[i] += 1;
      }
    }
  });
  const found: number[][] = [];
  let front = all.flatMap((_, at) => (above[at] === 0 ? [at] : []));
  while (front.length > 0) {
    found.push(front);
    const next: number[] = [];
    for (const at of front) for (const other of below[at]) if ((above[other] -= 1) === 0) next.push(other);
    front = next.sort((a, b) => a - b);
  }
  return found;
}

/** How much room each of a front has around it; its ends have the most. */
function crowding(all: readonly Candidate[], front: readonly number[]): Map<number, number> {
  const room = new Map(front.map((at) => [at, 0]));
  const count = all[front[0]].objectives.length;
  for (let k = 0; k < count; k++) {
    const order = [...front].sort((a, b) => orderOf(all[a].objectives[k], all[b].objectives[k]) || a - b);
    const [least, most] = [all[order[0]].objectives[k], all[order[order.length - 1]].objectives[k]];
    room.set(order[0], Infinity);
    room.set(order[order.length - 1], Infinity);
    if (!(most > least) || most === Infinity) continue;
    for (let at = 1; at < order.length - 1; at++) {
      const gap = all[order[at + 1]].objectives[k] - all[order[at - 1]].objectives[k];
      room.set(order[at], (room.get(order[at]) ?? 0) + gap / (most - least));
    }
  }
  return room;
}

interface Ranked extends Candidate {
  readonly rank: number;
  readonly room: number;
}

/** The best of many: by front, and within the last front that fits by the room around them. */
function survivors(all: readonly Candidate[], population: number): Ranked[] {
  const chosen: Ranked[] = [];
  fronts(all).forEach((front, rank) => {
    if (chosen.length >= population) return;
    const room = crowding(all, front);
    const roomOf = (at: number) => room.get(at) ?? 0;
    const order = [...front].sort((a, b) => orderOf(roomOf(b), roomOf(a)) || a - b);
    for (const at of order.slice(0, population - chosen.length)) chosen.push({ ...all[at], rank, room: roomOf(at) });
  });
  return chosen;
}

/** Simulated binary crossover of one coordinate within its range: a value below both parents and one above. */
function crossed(low: number, high: number, unit: number): [number, number] {
  const spread = (room: number) => {
    const reach = 2 - power(1 + (2 * room) / (high - low), -(NEAR_PARENTS + 1));
    const base = unit <= 1 / reach ? unit * reach : 1 / (2 - unit * reach);
    return power(base, 1 / (NEAR_PARENTS + 1));
  };
  return [0.5 * (low + high - spread(low) * (high - low)), 0.5 * (low + high + spread(1 - high) * (high - low))];
}

/** Polynomial mutation of one coordinate within its range. */
function mutated(x: number, unit: number): number {
  const isDown = unit < 0.5;
  const share = isDown ? unit : 1 - unit;
  const reach = 2 * share + (1 - 2 * share) * power(isDown ? 1 - x : x, NEAR_SELF + 1);
  const move = power(reach, 1 / (NEAR_SELF + 1)) - 1;
  return isDown ? x + move : x - move;
}

const within = (x: number) => Math.min(1, Math.max(0, x));

/** Two children of two winners of tournaments; draw k of pair p is keyed by both. */
function childrenOf(parents: readonly Ranked[], pair: number, stream: Stream): number[][] {
  const draws = stream.of(pair, 0);
  const winner = (which: number) => {
    const [a, b] = [0, 1].map((k) => parents[indexOf(draws.uniform(which, k), parents.length)]);
    return a.rank < b.rank || (a.rank === b.rank && a.room >= b.room) ? a : b;
  };
  const [mother, father] = [winner(0).point, winner(1).point];
  const first = [...mother];
  const second = [...father];
  if (draws.uniform(2, 0) < CROSSOVER) {
    mother.forEach((x, k) => {
      if (draws.uniform(3, k) >= 0.5 || x === father[k]) return;
      const [one, other] = crossed(Math.min(x, father[k]), Math.max(x, father[k]), draws.uniform(4, k));
      const isTurned = draws.uniform(5, k) < 0.5;
      first[k] = within(isTurned ? other : one);
      second[k] = within(isTurned ? one : other);
    });
  }
  return [first, second].map((child, which) =>
    child.map((x, k) =>
      draws.uniform(6 + which, k) < 1 / child.length ? within(mutated(x, draws.uniform(8 + which, k))) : x,
    ),
  );
}

function candidatesOf({ points, errors }: Generation): Candidate[] {
  return points.map((point, at) => ({
    point,
    objectives: errors[at].map((error) => (error === null ? Infinity : Math.abs(error))),
  }));
}

/** Survivors after a generation, so that a long search does not go through all earlier ones again. */
const after = new WeakMap<Generation, Ranked[]>();

function populationAfter(history: readonly Generation[], options: Nsga2Options): Ranked[] {
  const last = history.at(-1);
  if (last === undefined) return [];
  const known = after.get(last);
  if (known !== undefined) return known;
  const kept = survivors(
    [...populationAfter(history.slice(0, -1), options), ...candidatesOf(last)],
    options.population,
  );
  after.set(last, kept);
  return kept;
}

export function nsga2(dimensions: number, options: Nsga2Options, seed: string): Strategy {
  const random = new Random(seed);
  return {
    generations: options.generations,
    next(history) {
      const stream = random.stream("nsga2", history.length);
      if (history.length === 0) {
        return Array.from({ length: options.population }, (_, at) =>
          Array.from({ length: dimensions }, (_, k) => stream.uniform(at, k)),
        );
      }
      if (history.length >= options.generations) return null;
      const parents = populationAfter(history, options);
      return Array.from({ length: options.population / 2 }, (_, pair) => childrenOf(parents, pair, stream)).flat();
    },
  };
}

/** The points of a history that none dominates, by their first objective. */
export function paretoFront(history: readonly Generation[], options: Nsga2Options): readonly Candidate[] {
  return populationAfter(history, options)
    .filter(({ rank }) => rank === 0)
    .sort((a, b) => orderOf(a.objectives[0], b.objectives[0]));
}

/** The area that a front of two objectives dominates, up to a reference point. */
export function hypervolume(front: readonly Candidate[], reference: readonly [number, number]): number {
  const inside = front
    .map(({ objectives: [x, y] }) => [x, y] as const)
    .filter(([x, y]) => x < reference[0] && y < reference[1])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let area = 0;
  let top = reference[1];
  for (const [x, y] of inside) {
    if (y >= top) continue;
    area += (reference[0] - x) * (top - y);
    top = y;
  }
  return area;
}
