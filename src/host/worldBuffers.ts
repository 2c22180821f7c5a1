import type { WorldResult } from "../../sim/index.ts";

/** The buffers of what came of a world, to be handed over to another thread instead of being copied. */
export function buffersOf({ ends, courses, ledger }: WorldResult): ArrayBuffer[] {
  const columns = [ends, courses, ledger].flatMap((part): ArrayBufferView[] => Object.values(part ?? {}));
  return columns.map((column) => column.buffer as ArrayBuffer);
}
