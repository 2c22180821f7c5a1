import type { Assumption, AssumptionReading, DoubtReading, DoubtRequest, Point } from "../contract.ts";
import { assumptionsOf } from "./assumptions.ts";
import { comparable } from "./paired.ts";
import { difference, summarise } from "./statistics/summary.ts";
import type { PreparedStudy } from "./study.ts";
import type { Runner, WorldJob } from "./world.ts";

/**
 * What the result hangs on: the comparison again under other assumptions, on the same seeds; one assumption at a time,
 * then the two that matter most against each other.
 */

/** Values of each of the two that matter most. */
const STEPS = 5;

type Settings = Readonly<Record<string, number>>;

function* jobsAt(
  { comparison, request: { target } }: PreparedStudy,
  points: readonly Settings[],
  pairs: number,
): Generator<WorldJob> {
  const { request, seed } = comparison;
  const wanted = { read: "last", ends: false, measures: [target.measure] } as const;
  for (const point of points) {
    for (let world = 1; world <= pairs; world++) {
      for (const { scenario, settings } of request.arms) {
        const all = { ...request.settings, ...settings, ...point, seed: `${seed}/${world}` } as WorldJob["settings"];
        yield { scenario, settings: all, without: request.without ?? [], ...wanted };
      }
    }
  }
}

/** Plays points one after the other. @param note is told after each world */
async function play(
  prepared: PreparedStudy,
  { a, b, pairs }: DoubtRequest,
  points: readonly Settings[],
  run: Runner,
  note: () => void,
): Promise<Point[]> {
  const { comparison, request } = prepared;
  const id = request.target.measure;
  const arms = comparison.arms.length;
  const values: (number | null)[] = [];
  for await (const { readings } of run(jobsAt(prepared, points, pairs))) {
    values.push(comparable(id, readings[readings.length - 1].measures[id] ?? null, comparison.months));
    note();
  }
  return points.map((settings, at) => {
    const of = (arm: number) => Array.from({ length: pairs }, (_, r) => values[(at * pairs + r) * arms + arm] ?? null);
    return {
      settings,
      means: comparison.arms.map((_, arm) => summarise(of(arm)).mean),
      difference: difference(of(a), of(b)),
    };
  });
}

/** Where a line through points crosses zero; null where it does not. */
export function crossing(points: readonly (readonly [x: number, y: number | null])[]): number | null {
  if (points.every(([, y]) => y === 0)) return null;
  for (let at = 1; at < points.length; at++) {
    const [[x0, y0], [x1, y1]] = [points[at - 1], points[at]];
    if (y0 === null || y1 === null || x0 === x1) continue;
    if (y0 === 0) return x0;
    if (y0 * y1 < 0) return x0 + ((x1 - x0) * y0) / (y0 - y1);
  }
  const [x, y] = points[points.length - 1];
  return y === 0 ? x : null;
}

/** How far the difference swings between the two ends of an assumption. */
function swing({ low, high }: AssumptionReading): number {
  return Math.abs((high.difference.mean ?? 0) - (low.difference.mean ?? 0));
}

/** What each arm falls short of the best one, over all points. @param sign 1 where more is better, else -1 */
export function regretOf(points: readonly Pick<Point, "means">[], arms: number, sign: 1 | -1): DoubtReading["regret"] {
  return Array.from({ length: arms }, (_, arm) => {
    const regrets = points.flatMap(({ means }) => {
      const own = means[arm];
      const all = means.filter((mean) => mean !== null);
      return own === null ? [] : [Math.max(...all.map((mean) => sign * mean)) - sign * own];
    });
    if (regrets.length === 0) return { most: null, mean: null };
    return { most: Math.max(...regrets), mean: regrets.reduce((sum, each) => sum + each, 0) / regrets.length };
  });
}

function ladder({ low, high }: Assumption): number[] {
  return Array.from({ length: STEPS }, (_, at) => low + ((high - low) * at) / (STEPS - 1));
}

/** How many worlds all this takes. */
export function doubtWorlds(prepared: PreparedStudy, { pairs }: DoubtRequest): number {
  const { comparison } = prepared;
  const count = assumptionsOf(comparison.arms[0].plan.model, comparison.arms[0].values).length;
  return (1 + 2 * count + (count > 1 ? STEPS * STEPS : 0)) * pairs * comparison.arms.length;
}

/** Tries the assumptions. @param note is told after each world */
export async function runDoubt(
  prepared: PreparedStudy,
  request: DoubtRequest,
  run: Runner,
  note: () => void = () => undefined,
): Promise<DoubtReading> {
  const { comparison } = prepared;
  const { plan, values } = comparison.arms[0];
  const tried = assumptionsOf(plan.model, values);
  const ends = tried.flatMap(({ path, low, high }) => [{ [path]: low }, { [path]: high }]);
  const [base, ...points] = await play(prepared, request, [{}, ...ends], run, note);
  const assumptions = tried
    .map((assumption, at): AssumptionReading => {
      const [low, high] = [points[2 * at], points[2 * at + 1]];
      const line = [
        [assumption.low, low.difference.mean],
        [assumption.base, base.difference.mean],
        [assumption.high, high.difference.mean],
      ] as const;
      return { assumption, low, high, switching: crossing(line) };
    })
    .sort((x, y) => swing(y) - swing(x));
  const sign = prepared.request.target.sense === "least" ? 1 : -1;
  return {
    a: request.a,
    b: request.b,
    pairs: request.pairs,
    base,
    assumptions,
    regret: regretOf([base, ...points], comparison.arms.length, sign),
    heat: await heatOf(prepared, request, assumptions, run, note),
  };
}

/** The two widest swings against each other. */
async function heatOf(
  prepared: PreparedStudy,
  request: DoubtRequest,
  assumptions: readonly AssumptionReading[],
  run: Runner,
  note: () => void,
): Promise<DoubtReading["heat"]> {
  if (assumptions.length < 2) return null;
  const [first, second] = assumptions.map(({ assumption }) => assumption);
  const [rows, columns] = [ladder(first), ladder(second)];
  const grid = rows.flatMap((row) => columns.map((column) => ({ [first.path]: row, [second.path]: column })));
  const points = await play(prepared, request, grid, run, note);
  const byRow = rows.map((_, row) => points.slice(row * STEPS, (row + 1) * STEPS));
  return { first, second, rows, columns, points: byRow };
}
