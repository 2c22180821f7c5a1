import type { Mark } from "./marks.ts";
import { mark } from "./marks.ts";
import type { Course } from "./phaseStrip.ts";
import type { TimeScale } from "./timeScale.ts";
import { xOf } from "./timeScale.ts";

export interface MiniPicture {
  readonly scale: TimeScale;
  readonly courses: readonly Course[];
  readonly month: number;
  readonly height: number;
}

const WIDTHS = [0.7, 1, 1.8, 2.6, 0.7, 0] as const;

/** All networks as one hairline each, thicker in later phases; for a phone. */
export function miniStrip({ scale, courses, month, height }: MiniPicture): Mark {
  const step = Math.min(5, height / Math.max(1, courses.length));
  const now = xOf(scale, month);
  return mark(
    "svg",
    { class: "mini-strip", width: scale.width, height, "aria-hidden": "true" },
    ...courses.flatMap((course, k) =>
      course.map(({ phase, from }, p) =>
        mark("line", {
          class: "phase-line-contour",
          x1: xOf(scale, from),
          x2: Math.min(now, xOf(scale, course[p + 1]?.from ?? month)),
          y1: (k + 0.5) * step,
          y2: (k + 0.5) * step,
          "stroke-width": Math.min(WIDTHS[phase], step * 0.7),
          "stroke-dasharray": phase === 4 ? "3 2" : "none",
        }),
      ),
    ),
    mark("line", { class: "now", x1: now, x2: now, y1: 0, y2: height }),
  );
}
