import * as v from "valibot";
import type { Value } from "../../kernel/params.ts";
import { Random, indexOf } from "../../kernel/random.ts";
import type { Dimension } from "./design.ts";
import { countProblems, designKind, isList } from "./design.ts";
import { shuffled } from "./hypercube.ts";

const TRAJECTORIES = "a whole number of trajectories from 2 to 100000";
const LEVELS = "an even number of levels from 2 to 100";
const ADVISED = 10;
const USUAL_LEVELS = 4;

/** A walk through the levels that moves every parameter once, by half of the levels. */
export interface Trajectory {
  /** Level of each parameter at the start. */
  readonly start: readonly number[];
  /** Parameters in the order in which they move. */
  readonly order: readonly number[];
  /** Levels by which each parameter moves: half of all, up or down. */
  readonly moves: readonly number[];
}

type Options = v.InferOutput<typeof form>;
const form = v.strictObject({
  kind: v.literal("morris"),
  trajectories: v.pipe(
    v.number(TRAJECTORIES),
    v.integer(TRAJECTORIES),
    v.minValue(2, TRAJECTORIES),
    v.maxValue(100_000, TRAJECTORIES),
  ),
  levels: v.optional(
    v.pipe(
      v.number(LEVELS),
      v.check((n) => n >= 2 && n <= 100 && n % 2 === 0, LEVELS),
    ),
  ),
});

/** Levels of the grid, and the step of a move in shares of the range. */
export function morrisGrid(options: Options): { levels: number; delta: number } {
  const levels = options.levels ?? USUAL_LEVELS;
  return { levels, delta: levels / (2 * (levels - 1)) };
}

/** One walk, worked out by itself. @param at from 0 */
export function trajectory(at: number, dimensions: number, levels: number, random: Random): Trajectory {
  const starts = random.stream("trajectory start", at);
  const order = [...shuffled(dimensions, random.stream("trajectory order", at))];
  const half = levels / 2;
  const start: number[] = [];
  const moves: number[] = [];
  for (let k = 0; k < dimensions; k++) {
    const below = indexOf(starts.uniform(0, k), half);
    const isUp = starts.uniform(1, k) < 0.5;
    start.push(isUp ? below : below + half);
    moves.push(isUp ? half : -half);
  }
  return { start, order, moves };
}

/** The value at a level: in even steps from one end of an interval to the other, the items of a list in equal shares. */
function valueOf({ range, parameter }: Dimension, level: number, levels: number): Value {
  if (isList(range)) return range[Math.floor(((level + 0.5) / levels) * range.length)];
  const value = ((levels - 1 - level) * range.low + level * range.high) / (levels - 1);
  return parameter.kind === "integer" ? Math.round(value) : value;
}

/** Morris' screening: which of many parameters matter at all (Morris 1991; Campolongo, Cariboni, Saltelli 2007). */
export const morris = designKind({
  kind: "morris",
  form,
  problems: ({ dimensions }) => countProblems(dimensions),
  advice: ({ options: { trajectories } }) =>
    trajectories < ADVISED ? `Screening wants at least ${ADVISED} trajectories.` : undefined,
  make({ options, dimensions, seed }) {
    const { levels } = morrisGrid(options);
    const steps = dimensions.length + 1;
    const random = new Random(seed);
    return {
      kind: "morris",
      names: dimensions.map(({ path }) => path),
      points: options.trajectories * steps,
      point(index) {
        const { start, order, moves } = trajectory(Math.floor(index / steps), dimensions.length, levels, random);
        const moved = new Set(order.slice(0, index % steps));
        return Object.fromEntries(
          dimensions.map((dimension, k) => [
            dimension.path,
            valueOf(dimension, start[k] + (moved.has(k) ? moves[k] : 0), levels),
          ]),
        );
      },
    };
  },
});
