import type { Additionality } from "../../sim/contract.ts";
import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";

export const GAIN_KINDS = ["additional", "anyway", "displaced", "unaffected"] as const;

const HEIGHT = 24;
/** Room for figures below the bar. */
const BELOW = 16;

/** Fills that tell the kinds apart without colour; drawn once beside the bars. */
export function gainFills(): Mark {
  return mark(
    "svg",
    { class: "fills", width: 0, height: 0, "aria-hidden": "true" },
    mark(
      "defs",
      {},
      mark(
        "pattern",
        { id: "fill-anyway", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
        mark("rect", { class: "fill-paper", width: 6, height: 6 }),
        mark("line", { class: "fill-line", x1: 0, x2: 0, y1: 0, y2: 6 }),
      ),
      mark(
        "pattern",
        { id: "fill-displaced", width: 5, height: 5, patternUnits: "userSpaceOnUse" },
        mark("rect", { class: "fill-paper", width: 5, height: 5 }),
        mark("circle", { class: "fill-dot", cx: 2.5, cy: 2.5, r: 1 }),
      ),
    ),
  );
}

/** A sample of one kind, for the key. */
export function gainSample(kind: (typeof GAIN_KINDS)[number]): Mark {
  return mark(
    "svg",
    { class: "gain-sample", width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" },
    mark("rect", { class: `gain-${kind}`, x: 0.5, y: 0.5, width: 11, height: 11 }),
  );
}

/** The bar alone, as long as its counts ask. */
function parts(
  counts: Additionality,
  width: number,
  tall: number,
): { readonly rect: Mark; readonly from: number; readonly length: number }[] {
  const all = GAIN_KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  let at = 0.5;
  return GAIN_KINDS.map((kind) => {
    const from = at;
    const length = all > 0 ? (counts[kind] / all) * (width - 1) : 0;
    at += length;
    return {
      from,
      length,
      rect: mark("rect", { class: `gain-${kind}`, x: from, y: 0.5, width: length, height: tall - 1 }),
    };
  });
}

/** Width of a short bar that has its figures beside it. */
const SHORT = 90;

/** The same in one line: a short bar, and its figures beside it in the order of the key. */
export function whoGainedInLine(counts: Additionality, figures: readonly string[], width: number, tall: number): Mark {
  return mark(
    "svg",
    { class: "who-gained", viewBox: `0 0 ${width} ${tall}`, width, height: tall, "aria-hidden": "true" },
    ...parts(counts, SHORT, tall).map(({ rect }) => rect),
    mark("text", { class: "gain-figure", x: SHORT + 8, y: tall / 2 + 4 }, figures.join(" \u00b7 ")),
  );
}

/**
 * All firms as one bar: ink, hatched, dotted, blank.
 *
 * @param figures counts as they are printed, in the order of kinds
 * @param tall height of the bar
 */
export function whoGained(
  counts: Additionality,
  figures: readonly string[],
  width: number,
  tall: number = HEIGHT,
): Mark {
  let free = -Infinity;
  const drawn = parts(counts, width, tall).flatMap(({ rect, from, length }, k) => {
    const kind = GAIN_KINDS[k];
    const isInside = length > 12 + figures[k].length * 8 && kind !== "anyway" && kind !== "displaced";
    const x = isInside ? from + 8 : Math.max(from, free);
    if (!isInside) free = x + figures[k].length * 8 + 8;
    const place = isInside ? tall / 2 + 5 : tall + 14;
    return [
      rect,
      mark("text", { class: isInside ? `gain-figure gain-figure-${kind}` : "gain-figure", x, y: place }, figures[k]),
    ];
  });
  const height = tall + BELOW;
  return mark(
    "svg",
    { class: "who-gained", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    ...drawn,
  );
}
