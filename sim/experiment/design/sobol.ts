import * as v from "valibot";
import { Random } from "../../kernel/random.ts";
import { countProblems, designKind, valueAt } from "./design.ts";
import { MOST_DIMENSIONS, Sequence } from "./sequence.ts";

const POINTS = "a whole number of points from 1 to 2000000000";
const SCRAMBLE = "true or false";

export function isPowerOfTwo(n: number): boolean {
  while (n > 1 && n % 2 === 0) n /= 2;
  return n === 1;
}

/** The Sobol' sequence: fills the space of parameters evenly, and more points can be added later. */
export const sobol = designKind({
  kind: "sobol",
  form: v.strictObject({
    kind: v.literal("sobol"),
    points: v.pipe(v.number(POINTS), v.integer(POINTS), v.minValue(1, POINTS), v.maxValue(2e9, POINTS)),
    /** Owen's scrambling by the seed of the experiment; without it the sequence is as published and begins at low. */
    scramble: v.optional(v.boolean(SCRAMBLE)),
  }),
  problems: ({ dimensions }) => countProblems(dimensions, MOST_DIMENSIONS),
  advice: ({ options: { points } }) =>
    isPowerOfTwo(points) ? undefined : "A Sobol' sequence is evenest where its number of points is a power of two.",
  make({ options: { points, scramble = true }, dimensions, seed }) {
    const sequence = new Sequence(dimensions.length);
    const draws = scramble ? new Random(seed).stream("scrambling", 0) : undefined;
    return {
      kind: "sobol",
      names: dimensions.map(({ path }) => path),
      points,
      point(index) {
        const shares = sequence.point(index, draws);
        return Object.fromEntries(dimensions.map((dimension, at) => [dimension.path, valueAt(dimension, shares[at])]));
      },
    };
  },
});
