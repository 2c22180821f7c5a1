import * as v from "valibot";
import type { Problem } from "../../kernel/problem.ts";
import { designKind } from "./design.ts";

const VALUE = "a number, a text, true or false";
const POINT = "an object with settings by path";
const POINTS = "a list of 1 to 100000 points";
const value = v.union([v.number(VALUE), v.pipe(v.string(VALUE), v.maxLength(200, VALUE)), v.boolean(VALUE)], VALUE);

/** Points as they are listed; what a point leaves out is as in the scenario. */
export const list = designKind({
  kind: "list",
  form: v.strictObject({
    kind: v.literal("list"),
    points: v.pipe(
      v.array(v.record(v.string(), value, POINT), POINTS),
      v.minLength(1, POINTS),
      v.maxLength(100_000, POINTS),
    ),
  }),
  problems({ dimensions }): Problem[] {
    if (dimensions.length === 0) return [];
    const expected = "no parameters: the points of a list name their own";
    return [{ path: "/parameters", value: `${dimensions.length} parameters`, expected, mend: "Leave them out." }];
  },
  make({ options: { points } }) {
    const names = [...new Set(points.flatMap((point) => Object.keys(point)))];
    return { kind: "list", names, points: points.length, point: (index) => points[index] };
  },
});
