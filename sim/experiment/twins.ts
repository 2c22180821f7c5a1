import type { Additionality } from "../contract.ts";
import type { MainMemory } from "../observe/index.ts";
import { wasMember } from "../observe/index.ts";
import type { Run } from "../run.ts";
import { MAIN_MODEL } from "../scenario/catalogue.ts";
import type { World } from "../world/world.ts";

/**
 * Twins: the same firm in two worlds of one seed, matched by birth key. What differs between twins is the effect of
 * what the worlds differ in.
 */

/** The firms in business at the end of a world. */
export interface FirmEnds {
  /** Birth keys. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** kUSD a month. */
  readonly sales: Float64Array;
  /** 1 where the firm was in a network at any time since month `brokers.start`. */
  readonly member: Uint8Array;
}

/** Null for models whose firms have no birth keys. */
export function endsOf(run: Run): FirmEnds | null {
  if (run.plan.model.id !== MAIN_MODEL) return null;
  const world = run.world as World;
  const { firms } = world;
  const memory = run.memory as MainMemory;
  const rows: number[] = [];
  for (let i = 0; i < firms.count; i++) if (firms.alive[i] === 1) rows.push(i);
  return {
    high: Uint32Array.from(rows, (i) => firms.keyHigh[i]),
    low: Uint32Array.from(rows, (i) => firms.keyLow[i]),
    sales: Float64Array.from(rows, (i) => firms.sales[i]),
    member: Uint8Array.from(rows, (i) => (wasMember(world, memory, i) ? 1 : 0)),
  };
}

export interface TwinComparison extends Additionality {
  /** Sum of members' sales over the sum of their twins', minus 1; null where no member has a twin in business. */
  readonly causal: number | null;
}

const MARGIN = 0.02;
const ORDINALS = 0x200000;

function keyOf(ends: FirmEnds, row: number): number {
  return ends.high[row] * ORDINALS + ends.low[row];
}

/** Calls back for each firm that is in business at the end of both worlds, with its rows in the two lists. */
export function eachTwin(ours: FirmEnds, theirs: FirmEnds, visit: (row: number, twin: number) => void): void {
  const rows = new Map<number, number>();
  for (let row = 0; row < theirs.sales.length; row++) rows.set(keyOf(theirs, row), row);
  for (let row = 0; row < ours.sales.length; row++) {
    const twin = rows.get(keyOf(ours, row));
    if (twin !== undefined) visit(row, twin);
  }
}

/** Compares the firms that are in business at the end of both worlds. */
export function compareTwins(ours: FirmEnds, theirs: FirmEnds): TwinComparison {
  const counts = { additional: 0, anyway: 0, displaced: 0, unaffected: 0 };
  let sales = 0;
  let twins = 0;
  eachTwin(ours, theirs, (row, twin) => {
    const ratio = ours.sales[row] / theirs.sales[twin];
    if (ratio >= 1 + MARGIN) counts.additional += 1;
    else if (ratio <= 1 - MARGIN) counts.displaced += 1;
    else if (ours.member[row] === 1 && theirs.member[twin] === 1) counts.anyway += 1;
    else counts.unaffected += 1;
    if (ours.member[row] === 0) return;
    sales += ours.sales[row];
    twins += theirs.sales[twin];
  });
  return { ...counts, causal: twins > 0 ? sales / twins - 1 : null };
}
