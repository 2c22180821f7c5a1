import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

export interface LoadBar {
  /** Units of work that each case takes. */
  readonly cases: readonly number[];
  /** Units that can be done. */
  readonly capacity: number;
}

const HEIGHT = 22;
const GAP = 2;

/** A month of work: a solid block for each case, the rest outlined, a line at what can be done. */
export function loadBar({ cases, capacity }: LoadBar, width: number): Mark {
  const load = cases.reduce((sum, work) => sum + work, 0);
  const unit = (width - 2) / Math.max(capacity, load, 1);
  let from = 0;
  const blocks = cases.map((work) => {
    const block = mark("rect", {
      class: "load-case",
      x: 1 + from * unit,
      y: 4,
      width: Math.max(1, work * unit - GAP),
      height: HEIGHT - 8,
    });
    from += work;
    return block;
  });
  const end = 1 + capacity * unit;
  return mark(
    "svg",
    { class: "load-bar", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, "aria-hidden": "true" },
    mark("rect", { class: "load-free", x: 1, y: 4, width: capacity * unit - GAP, height: HEIGHT - 8 }),
    ...blocks,
    mark("line", { class: "zero", x1: end, x2: end, y1: 0, y2: HEIGHT }),
  );
}
