import * as v from "valibot";
import type { Problem } from "../../kernel/problem.ts";
import type { Stream } from "../../kernel/random.ts";
import { Random } from "../../kernel/random.ts";
import { countProblems, designKind, valueAt } from "./design.ts";
import { MOST_DIMENSIONS, Sequence } from "./sequence.ts";
import { isPowerOfTwo } from "./sobol.ts";

const BASE = "a power of two from 2 to 1048576";
const SCRAMBLINGS = "a power of two from 1 to 64";
const FLAG = "true or false";

/** Base points with which first indices of an ordinary model are told apart. */
const ADVISED = 256;
const USUAL_SCRAMBLINGS = 8;

/** What the options of the design say, with what was left out filled in. */
export interface SaltelliPlan {
  /** Base points of all scramblings together. */
  readonly base: number;
  /** Independent scramblings, over which intervals are taken; 1 where nothing is scrambled. */
  readonly scramblings: number;
  /** Whether second-order indices are wanted; costs the points of B with one parameter of A. */
  readonly secondOrder: boolean;
  /** Points for each base point: A, A with each parameter of B, B with each parameter of A where wanted, B. */
  readonly block: number;
}

type Options = v.InferOutput<typeof form>;
const form = v.strictObject({
  kind: v.literal("saltelli"),
  base: v.pipe(
    v.number(BASE),
    v.check((n) => n >= 2 && n <= 1_048_576 && isPowerOfTwo(n), BASE),
  ),
  scramblings: v.optional(
    v.pipe(
      v.number(SCRAMBLINGS),
      v.check((n) => n <= 64 && n >= 1 && isPowerOfTwo(n), SCRAMBLINGS),
    ),
  ),
  secondOrder: v.optional(v.boolean(FLAG)),
  scramble: v.optional(v.boolean(FLAG)),
});

export function saltelliPlan(options: Options, dimensions: number): SaltelliPlan {
  const { base, secondOrder = true, scramble = true } = options;
  const scramblings = scramble ? Math.min(options.scramblings ?? USUAL_SCRAMBLINGS, base / 2) : 1;
  return { base, scramblings, secondOrder, block: (secondOrder ? 2 : 1) * dimensions + 2 };
}

/** The shares of one point: which of its coordinates are those of A and which of B. */
function sharesOf(both: readonly number[], row: number, { block, secondOrder }: SaltelliPlan): readonly number[] {
  const k = both.length / 2;
  const [a, b] = [both.slice(0, k), both.slice(k)];
  if (row === 0) return a;
  if (row === block - 1) return b;
  if (row <= k) return a.map((share, at) => (at === row - 1 ? b[at] : share));
  if (!secondOrder) throw new Error("There is no such row.");
  return b.map((share, at) => (at === row - 1 - k ? a[at] : share));
}

/**
 * Saltelli's design for variance-based indices (Saltelli et al. 2010), on several independent scramblings of the Sobol'
 * sequence so that the spread between them tells how sure the indices are.
 */
export const saltelli = designKind({
  kind: "saltelli",
  form,
  problems({ options, dimensions }): Problem[] {
    const { base, scramblings, scramble } = options;
    const problems = countProblems(dimensions, MOST_DIMENSIONS / 2);
    const path = "/design/scramblings";
    if (scramblings !== undefined && scramblings > base / 2) {
      const expected = `at most ${base / 2}, so that each scrambling has two base points`;
      problems.push({ path, value: String(scramblings), expected, mend: "Raise the base, or leave it out." });
    }
    if (scramble === false && scramblings !== undefined && scramblings > 1) {
      const expected = "one, where nothing is scrambled";
      problems.push({ path, value: String(scramblings), expected, mend: "Leave `scramble` out." });
    }
    return problems;
  },
  advice: ({ options: { base } }) =>
    base < ADVISED ? `Indices want a base of at least ${ADVISED}; with ${base} their intervals are wide.` : undefined,
  make({ options, dimensions, seed }) {
    const plan = saltelliPlan(options, dimensions.length);
    const sequence = new Sequence(2 * dimensions.length);
    const random = new Random(seed);
    const streams: (Stream | undefined)[] = Array.from({ length: plan.scramblings }, (_, at) =>
      options.scramble === false ? undefined : random.stream("scrambling", at),
    );
    const each = plan.base / plan.scramblings;
    return {
      kind: "saltelli",
      names: dimensions.map(({ path }) => path),
      points: plan.base * plan.block,
      point(index) {
        const origin = Math.floor(index / plan.block);
        const both = sequence.point(origin % each, streams[Math.floor(origin / each)]);
        const shares = sharesOf(both, index % plan.block, plan);
        return Object.fromEntries(dimensions.map((dimension, at) => [dimension.path, valueAt(dimension, shares[at])]));
      },
    };
  },
});
