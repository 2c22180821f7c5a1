import type { Table } from "../kernel/columns.ts";
import { f32, i16, i32, u8 } from "../kernel/columns.ts";
import type { World } from "./world.ts";

/**
 * Ties: what firm i knows of firm j. Each firm has a fixed number of slots, of which the first `firms.degree[i]` are in
 * use. Two firms know each other or not, but what they think of each other is their own: evidence is directed. Every
 * tie keeps the slot of its reverse, so both ends are found without a search.
 */
export const ACQUAINTANCE = 0;
export const FELLOW = 1;

export const tieColumns = {
  partner: i32({ unit: "row", doc: "The firm that is known; -1 in an empty slot.", start: -1 }),
  reverse: u8({ unit: "slot", doc: "Slot of the reverse tie among the partner's." }),
  kind: u8({ unit: "code", doc: "Acquaintance 0, member of a common network now or once 1." }),
  met: i16({ unit: "month", doc: "Month of last contact.", start: -1 }),
  learnt: i16({ unit: "month", doc: "Month in which the firm last learnt from the partner; -1 never.", start: -1 }),
  worked: i16({ unit: "months", doc: "Months of working together without a betrayal (for the rule klosNooteboom)." }),
  evidenceFor: f32({ unit: "observations", doc: "Evidence that the partner keeps its word, p_ij." }),
  evidenceAgainst: f32({ unit: "observations", doc: "Evidence that it breaks it, q_ij." }),
} as const;

export type Ties = Table<typeof tieColumns>;

/** Index of firm i's tie to j in the tie columns, or -1 where i does not know j. */
export function tieTo(world: World, i: number, j: number): number {
  const { firms, ties } = world;
  const { partner } = ties;
  const start = i * ties.width;
  const end = start + firms.degree[i];
  for (let tie = start; tie < end; tie++) if (partner[tie] === j) return tie;
  return -1;
}

/** Index of the reverse of a tie. */
export function reverseOf(world: World, tie: number): number {
  const { ties } = world;
  return ties.partner[tie] * ties.width + ties.reverse[tie];
}

/** Fills the hole that a removed tie leaves with the firm's last one. */
function closeGap(world: World, i: number, tie: number): void {
  const { ties, firms } = world;
  const last = i * ties.width + firms.degree[i] - 1;
  if (tie !== last) {
    ties.partner[tie] = ties.partner[last];
    ties.reverse[tie] = ties.reverse[last];
    ties.kind[tie] = ties.kind[last];
    ties.met[tie] = ties.met[last];
    ties.learnt[tie] = ties.learnt[last];
    ties.worked[tie] = ties.worked[last];
    ties.evidenceFor[tie] = ties.evidenceFor[last];
    ties.evidenceAgainst[tie] = ties.evidenceAgainst[last];
    ties.reverse[reverseOf(world, tie)] = tie - i * ties.width;
  }
  ties.partner[last] = -1;
  ties.reverse[last] = 0;
  ties.kind[last] = ACQUAINTANCE;
  ties.met[last] = -1;
  ties.learnt[last] = -1;
  ties.worked[last] = 0;
  ties.evidenceFor[last] = 0;
  ties.evidenceAgainst[last] = 0;
  firms.degree[i] -= 1;
}

/** Two firms forget each other. */
export function forget(world: World, i: number, tie: number): void {
  const j = world.ties.partner[tie];
  closeGap(world, j, reverseOf(world, tie));
  closeGap(world, i, tie);
}

/** Makes room in a full table: the tie with least evidence goes, never one to a fellow member. */
function makeRoom(world: World, i: number): boolean {
  const { ties, firms } = world;
  if (firms.degree[i] < ties.width) return true;
  const start = i * ties.width;
  let weakest = -1;
  let least = Infinity;
  for (let tie = start; tie < start + ties.width; tie++) {
    const j = ties.partner[tie];
    if (firms.network[i] >= 0 && firms.network[i] === firms.network[j]) continue;
    const evidence = ties.evidenceFor[tie] + ties.evidenceAgainst[tie];
    if (evidence < least) {
      least = evidence;
      weakest = tie;
    }
  }
  if (weakest < 0) return false;
  forget(world, i, weakest);
  return true;
}

/**
 * Firms i and j come to know each other, or meet again; returns i's tie to j, or -1 where a table holds fellow members
 * only and has no room.
 */
export function meet(world: World, i: number, j: number): number {
  const { ties, firms } = world;
  let tie = tieTo(world, i, j);
  if (tie < 0) {
    if (!makeRoom(world, i) || !makeRoom(world, j)) return -1;
    tie = i * ties.width + firms.degree[i];
    const back = j * ties.width + firms.degree[j];
    ties.partner[tie] = j;
    ties.partner[back] = i;
    ties.reverse[tie] = firms.degree[j];
    ties.reverse[back] = firms.degree[i];
    firms.degree[i] += 1;
    firms.degree[j] += 1;
  }
  ties.met[tie] = world.month;
  ties.met[reverseOf(world, tie)] = world.month;
  return tie;
}

/** Firms i and j work in one network. */
export function becomeFellows(world: World, i: number, j: number): void {
  const { ties } = world;
  const tie = meet(world, i, j);
  if (tie < 0) return;
  ties.kind[tie] = FELLOW;
  ties.kind[reverseOf(world, tie)] = FELLOW;
}

/** A firm that closes is forgotten by all. */
export function forgetAll(world: World, i: number): void {
  while (world.firms.degree[i] > 0) forget(world, i, i * world.ties.width + world.firms.degree[i] - 1);
}
