import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

const SIZE = 18;

/**
 * A cell of NET: filled from below as far as it is achieved (not, partly, wholly), with a line across where the mean of
 * the other networks stands.
 */
export function netCell(own: number, others: number | null): Mark {
  const inside = SIZE - 2;
  const at = (share: number): number => 1 + inside * (1 - share);
  return mark(
    "svg",
    { class: "net-cell", viewBox: `0 0 ${SIZE} ${SIZE}`, width: SIZE, height: SIZE, "aria-hidden": "true" },
    mark("rect", { class: "net-box", x: 1, y: 1, width: inside, height: inside }),
    mark("rect", { class: "net-own", x: 1, y: at(own), width: inside, height: inside * own }),
    ...(others === null
      ? []
      : ["net-gap", "net-others"].map((name) =>
          mark("line", { class: name, x1: 0, x2: SIZE, y1: at(others), y2: at(others) }),
        )),
  );
}
