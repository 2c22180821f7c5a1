import type { Frame } from "../sim/contract.ts";

/** Months that were fetched lately, the oldest dropped first; bounded in bytes, since a frame grows with the world. */
export class Frames {
  private readonly kept = new Map<number, Frame>();
  private bytes = 0;

  constructor(private readonly room: number) {}

  get(month: number): Frame | undefined {
    return this.kept.get(month);
  }

  put(frame: Frame): void {
    if (this.kept.has(frame.month)) return;
    this.kept.set(frame.month, frame);
    this.bytes += sizeOf(frame);
    for (const [month, old] of this.kept) {
      if (this.bytes <= this.room || month === frame.month) break;
      this.kept.delete(month);
      this.bytes -= sizeOf(old);
    }
  }

  clear(): void {
    this.kept.clear();
    this.bytes = 0;
  }
}

function sizeOf(frame: Frame): number {
  const columns = [
    ...Object.values(frame.ties),
    ...Object.values(frame.networks),
    frame.conduct,
    frame.size,
    frame.network,
    frame.born,
    frame.number,
    frame.buyer,
    frame.abroad,
  ];
  return columns.reduce(
    (sum: number, column: Uint8Array | Int32Array | Float32Array | Int16Array) => sum + column.byteLength,
    0,
  );
}
