import type { Value } from "../../kernel/params.ts";
import type { Summary } from "../statistics/summary.ts";
import { difference } from "../statistics/summary.ts";
import type { Estimate, Results } from "./results.ts";

/** What parameters of a factorial do by themselves and in pairs. Each world gives one value of every effect. */
export interface MainEffect {
  readonly path: string;
  /** The mean at each level. */
  readonly levels: readonly (Estimate & { readonly setting: Value })[];
  /** The last level minus the first, the others at all of their levels. */
  readonly change: Estimate & { readonly p: number | null };
  /** Share of the variance between points that the parameter explains by itself. */
  readonly share: number | null;
}

export interface Interaction {
  readonly paths: readonly [string, string];
  /** How much more the change of one does at the other's last level than at its first, halved as is usual. */
  readonly change: Estimate & { readonly p: number | null };
  /** Share of the variance between points that the pair explains beyond both. */
  readonly share: number | null;
}

export interface FactorialEffects {
  readonly main: readonly MainEffect[];
  readonly interactions: readonly Interaction[];
}

/** Mean of some values; null where one of them is missing, so that an effect never mixes different sets of points. */
function whole(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : sum / values.length;
}

function estimated({ mean, low, high, n }: Pick<Summary, "mean" | "low" | "high" | "n">): Estimate {
  return { value: mean, low, high, n };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sum of squares of cell means about a prediction, each cell counted with its points. */
function squares(cells: readonly (readonly number[])[], expected: (at: number) => number): number {
  return cells.reduce((sum, cell, at) => {
    const gap = average(cell) - expected(at);
    return sum + cell.length * gap * gap;
  }, 0);
}

/** All main effects and interactions of pairs of one measure. */
export function factorialEffects(
  { experiment, design }: Results,
  values: readonly (number | null)[],
): FactorialEffects {
  const { replicates } = experiment;
  const points = Array.from({ length: design.points }, (_, at) => design.point(at));
  const settings = design.names.map((path) => [...new Set(points.map((point) => point[path]))]);
  // The points of each level of each parameter.
  const members = design.names.map((path, k) =>
    settings[k].map((setting) => points.flatMap((point, at) => (point[path] === setting ? [at] : []))),
  );
  const nothing = new Array<number>(replicates).fill(0);
  const meansOver = (chosen: readonly number[]) =>
    Array.from({ length: replicates }, (_, r) => whole(chosen.map((point) => values[point * replicates + r])));
  const over = (found: readonly (number | null)[]) => {
    const { p, ...rest } = difference(found, nothing);
    return { ...estimated(rest), p };
  };
  const minus = (a: readonly (number | null)[], b: readonly (number | null)[]) =>
    a.map((value, r) => {
      const other = b[r];
      return value === null || other === null ? null : value - other;
    });
  const means = points.map((_, at) => whole(values.slice(at * replicates, (at + 1) * replicates)));
  const isWhole = means.every((each) => each !== null);
  const known = isWhole ? means : [];
  const grand = isWhole ? average(known) : 0;
  const all = known.reduce((sum, each) => sum + (each - grand) * (each - grand), 0);
  const shareOf = (sum: () => number) => (isWhole && all > 0 ? Math.max(0, sum()) / all : null);
  const cellsOf = (k: number) => members[k].map((chosen) => chosen.map((at) => known[at]));

  const main = design.names.map((path, k): MainEffect => {
    const byLevel = members[k].map(meansOver);
    return {
      path,
      levels: byLevel.map((found, at) => {
        const { value, low, high, n } = over(found);
        return { setting: settings[k][at], value, low, high, n };
      }),
      change: over(minus(byLevel[byLevel.length - 1], byLevel[0])),
      share: shareOf(() => squares(cellsOf(k), () => grand)),
    };
  });
  const both = (j: number, a: number, k: number, b: number) => {
    const others = new Set(members[k][b]);
    return members[j][a].filter((at) => others.has(at));
  };
  const interactions = design.names.flatMap((first, j) =>
    design.names.slice(j + 1).map((second, offset): Interaction => {
      const k = j + 1 + offset;
      const [lastJ, lastK] = [settings[j].length - 1, settings[k].length - 1];
      const corner = (a: number, b: number) => meansOver(both(j, a, k, b));
      const twice = minus(minus(corner(lastJ, lastK), corner(0, lastK)), minus(corner(lastJ, 0), corner(0, 0)));
      const share = shareOf(() => {
        const [ofJ, ofK] = [cellsOf(j).map(average), cellsOf(k).map(average)];
        const places = settings[j].flatMap((_, a) => settings[k].map((_, b) => [a, b] as const));
        const cells = places.map(([a, b]) => both(j, a, k, b).map((at) => known[at]));
        return squares(cells, (at) => ofJ[places[at][0]] + ofK[places[at][1]] - grand);
      });
      return { paths: [first, second], change: over(twice.map((each) => (each === null ? null : each / 2))), share };
    }),
  );
  return { main, interactions };
}
