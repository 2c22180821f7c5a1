import * as v from "valibot";
import type { Problem } from "../../kernel/problem.ts";
import type { DesignRequest, Point } from "./design.ts";
import { countProblems, designKind, isList, levelsOf } from "./design.ts";

const LEVELS = "a whole number of levels from 2 to 1000";
const USUAL_LEVELS = 2;

type Options = v.InferOutput<typeof form>;
const form = v.strictObject({
  kind: v.literal("factorial"),
  /** Levels of every parameter that has an interval; a list has its own values. */
  levels: v.optional(v.pipe(v.number(LEVELS), v.integer(LEVELS), v.minValue(2, LEVELS), v.maxValue(1000, LEVELS))),
});

function axesOf({ options, dimensions }: DesignRequest<Options>) {
  return dimensions.map((dimension) => levelsOf(dimension, options.levels ?? USUAL_LEVELS));
}

/** Every combination of levels; the last parameter changes fastest. */
export const factorial = designKind({
  kind: "factorial",
  form,
  problems(request): Problem[] {
    const { options, dimensions } = request;
    if (dimensions.length === 0) return countProblems(dimensions);
    if (options.levels === undefined || dimensions.some(({ range }) => !isList(range))) return [];
    const expected = "a parameter with low and high: lists have their own levels";
    return [{ path: "/design/levels", value: String(options.levels), expected, mend: "Leave it out." }];
  },
  make(request) {
    const names = request.dimensions.map(({ path }) => path);
    const axes = axesOf(request);
    const points = axes.reduce((product, axis) => product * axis.length, 1);
    const point = (index: number): Point => {
      const values = new Map<string, Point[string]>();
      let rest = index;
      for (let at = axes.length - 1; at >= 0; at--) {
        const axis = axes[at];
        values.set(names[at], axis[rest % axis.length]);
        rest = Math.floor(rest / axis.length);
      }
      return Object.fromEntries(names.map((name) => [name, values.get(name) as Point[string]]));
    };
    return { kind: "factorial", names, points, point };
  },
});
