import { bytesPerRow } from "../kernel/columns.ts";
import type { Problem } from "../kernel/problem.ts";
import type { RunPlan } from "../run.ts";
import { Run } from "../run.ts";

/** Worlds below this size fit anywhere and are not estimated. */
const SMALL = 20_000;
const PROBE = 512;
/** While a world is made and measured, this many times its tables is in use (measured: 1.25). */
const OVERHEAD = 1.5;

/** Bytes of a world's state: the columns that the state hash covers. */
export function stateBytesOf(run: Run): number {
  let bytes = 0;
  for (const rows of Object.values(run.world.tables)) {
    if (rows.isState) bytes += rows.count * bytesPerRow(rows.columns, rows.width);
  }
  return bytes;
}

/**
 * Bytes that a world of a plan takes: a small world of the same kind is made and its tables weighed, so the figure
 * follows the columns by itself. 0 for worlds that fit anywhere.
 */
export function bytesOf(plan: RunPlan): number {
  const firms = plan.settings.firms?.count;
  if (typeof firms !== "number" || firms < SMALL) return 0;
  const settings = { ...plan.settings, firms: { ...plan.settings.firms, count: PROBE } };
  const probe = new Run({ ...plan, settings }, { measures: true, decisions: false });
  let bytes = 0;
  for (const rows of [...Object.values(probe.world.tables), ...Object.values(probe.memory)]) {
    bytes += rows.capacity * bytesPerRow(rows.columns, rows.width);
  }
  return (OVERHEAD * bytes * firms) / PROBE;
}

const MEGABYTE = 1_000_000;

/** A world that cannot fit. @param room bytes that may be used */
export function tooLarge(plan: RunPlan, room: number): Problem | undefined {
  const bytes = bytesOf(plan);
  if (bytes <= room) return undefined;
  const firms = plan.settings.firms.count as number;
  const most = Math.floor((firms * room) / bytes / 1000) * 1000;
  return {
    path: "firms.count",
    value: String(firms),
    expected: `a world that fits into ${Math.round(room / MEGABYTE)} MB; this one takes about ${Math.round(bytes / MEGABYTE)} MB`,
    mend: `Try ${most} firms, or a machine with more memory.`,
  };
}
