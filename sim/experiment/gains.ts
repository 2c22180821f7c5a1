import type { GainSpread } from "../contract.ts";
import type { FirmEnds } from "./twins.ts";
import { eachTwin } from "./twins.ts";

/** Who gained how much against the same firm in the other world, and what that did to the firms next door. */

/** Bins of 5 % from half the twin's sales to double; what lies beyond is counted in the first and the last. */
const FROM = -0.5;
const WIDTH = 0.05;
const BINS = 30;

/** Gains of members and the fate of their neighbours in one pair of worlds. */
export interface Gains {
  /** Members in each bin. */
  readonly bins: Uint32Array;
  /** Sales of non-members beside members over those of their twins, minus 1; null where there are none. */
  readonly neighbours: number | null;
}

/** Town and trade, from a firm's birth key. */
function cellOf({ high }: FirmEnds, row: number): number {
  return high[row] >>> 16;
}

/** Compares firms in business at the end of both worlds. */
export function gainsOf(ours: FirmEnds, theirs: FirmEnds): Gains {
  const bins = new Uint32Array(BINS);
  const cells = new Set<number>();
  for (let row = 0; row < ours.sales.length; row++) if (ours.member[row] === 1) cells.add(cellOf(ours, row));
  let sales = 0;
  let twins = 0;
  eachTwin(ours, theirs, (row, twin) => {
    if (ours.member[row] === 1) {
      const gain = ours.sales[row] / theirs.sales[twin] - 1;
      bins[Math.max(0, Math.min(BINS - 1, Math.floor((gain - FROM) / WIDTH)))] += 1;
    } else if (theirs.member[twin] === 0 && cells.has(cellOf(ours, row))) {
      sales += ours.sales[row];
      twins += theirs.sales[twin];
    }
  });
  return { bins, neighbours: twins > 0 ? sales / twins - 1 : null };
}

/** Gains over worlds. @param bins of each world */
export function spreadOf(bins: readonly Uint32Array[]): GainSpread {
  const counts = Array.from({ length: BINS }, (_, at) => bins.reduce((sum, each) => sum + each[at], 0) / bins.length);
  return { from: FROM, width: WIDTH, counts };
}
