import type { WorldResult } from "../../sim/index.ts";

/** The buffers of what came of a world, to be handed over to another thread instead of being copied. */
export function buffersOf({ ends, readings, courses, ledger }: WorldResult): ArrayBuffer[] {
  const firms = [ends, ...readings.map((reading) => reading.ends ?? null)].filter((each) => each !== null);
  const columns = [
    ...firms.flatMap(({ high, low, sales, member }) => [high, low, sales, member]),
    ...(ledger === undefined
      ? []
      : [ledger.sales, ledger.programme, ledger.members, ledger.buyers, ledger.transactions]),
    ...Object.values(courses ?? {}),
  ];
  return columns.map((column) => column.buffer as ArrayBuffer);
}
