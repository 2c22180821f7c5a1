import * as v from "valibot";
import { countProblems, designKind, valueAt } from "./design.ts";
import { hypercube } from "./hypercube.ts";

const POINTS = "a whole number of points from 2 to 100000";

/** Points that a linear or rank analysis wants for each parameter (Loeppky, Sacks and Welch 2009). */
const ADVISED = 10;

/** An optimised Latin hypercube: every parameter is spread evenly over its range, whatever the others do. */
export const lhs = designKind({
  kind: "lhs",
  form: v.strictObject({
    kind: v.literal("lhs"),
    points: v.pipe(v.number(POINTS), v.integer(POINTS), v.minValue(2, POINTS), v.maxValue(100_000, POINTS)),
  }),
  problems: ({ dimensions }) => countProblems(dimensions),
  advice({ options: { points }, dimensions }) {
    const least = ADVISED * dimensions.length;
    return points < least ? `A Latin hypercube over ${dimensions.length} parameters wants ${least} points.` : undefined;
  },
  make({ options: { points }, dimensions, seed }) {
    // Drawn as a whole when the first point is asked for: points depend on each other.
    let drawn: readonly Float64Array[] | undefined;
    return {
      kind: "lhs",
      names: dimensions.map(({ path }) => path),
      points,
      point(index) {
        drawn ??= hypercube(points, dimensions.length, seed);
        const shares = drawn[index];
        return Object.fromEntries(dimensions.map((dimension, at) => [dimension.path, valueAt(dimension, shares[at])]));
      },
    };
  },
});
