import * as v from "valibot";
import type { Point } from "./design.ts";
import { countProblems, designKind, levelsOf } from "./design.ts";

const LEVELS = "a whole number of levels from 2 to 100";
const USUAL_LEVELS = 2;

/** The scenario as it is, then one parameter at a time at each of its levels, the others as in the scenario. */
export const oat = designKind({
  kind: "oat",
  form: v.strictObject({
    kind: v.literal("oat"),
    /** Levels of every parameter that has an interval, both ends among them; a list has its own values. */
    levels: v.optional(v.pipe(v.number(LEVELS), v.integer(LEVELS), v.minValue(2, LEVELS), v.maxValue(100, LEVELS))),
  }),
  problems: ({ dimensions }) => countProblems(dimensions),
  make({ options, dimensions }) {
    const steps: readonly Point[] = dimensions.flatMap((dimension) =>
      levelsOf(dimension, options.levels ?? USUAL_LEVELS).map((value) => ({ [dimension.path]: value })),
    );
    return {
      kind: "oat",
      names: dimensions.map(({ path }) => path),
      points: steps.length + 1,
      point: (index) => (index === 0 ? {} : steps[index - 1]),
    };
  },
});
