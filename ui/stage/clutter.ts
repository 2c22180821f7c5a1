/** A box on the stage, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 16;

/** Marks that a label should not cover, each with what covering it costs; asked by box. */
export class Clutter {
  private readonly cells = new Map<number, { x: number; y: number; cost: number }[]>();

  add(x: number, y: number, cost: number): void {
    const key = Clutter.key(Math.floor(x / CELL), Math.floor(y / CELL));
    const cell = this.cells.get(key);
    if (cell === undefined) this.cells.set(key, [{ x, y, cost }]);
    else cell.push({ x, y, cost });
  }

  /** Sum of the costs within a box. */
  under({ left, top, width, height }: Box): number {
    let sum = 0;
    for (let c = Math.floor(left / CELL); c <= Math.floor((left + width) / CELL); c++) {
      for (let r = Math.floor(top / CELL); r <= Math.floor((top + height) / CELL); r++) {
        for (const { x, y, cost } of this.cells.get(Clutter.key(c, r)) ?? []) {
          if (x >= left && x <= left + width && y >= top && y <= top + height) sum += cost;
        }
      }
    }
    return sum;
  }

  private static key(column: number, row: number): number {
    return (column + 32768) * 65536 + row + 32768;
  }
}

/** Area that two boxes share, in px². */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
