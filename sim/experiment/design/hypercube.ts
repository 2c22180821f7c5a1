import type { Stream } from "../../kernel/random.ts";
import { Random, indexOf } from "../../kernel/random.ts";
import { ownTerm, pairTerm } from "./discrepancy.ts";

/**
 * Latin hypercubes: in every dimension one point in each of n equal slices (McKay, Beckman, Conover 1979), then slices
 * swapped between points as long as that makes the whole more even (Jin, Chen, Sudjianto 2005).
 */

/** Whole numbers from 0 to n - 1 in an order drawn by a stream (Fisher and Yates). */
export function shuffled(n: number, draws: Stream): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, at) => at);
  for (let at = n - 1; at > 0; at--) {
    const other = indexOf(draws.uniform(0, at), at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/** Swaps that are tried for each point; and the most numbers that trying them may touch. */
const SWAPS = 400;
const WORK = 1e7;

/** Points above which slices are left as they were drawn: a hypercube of that size is even enough. */
const MOST_IMPROVED = 2000;

/** Tries swaps of one coordinate between two points and keeps those that lower the centred discrepancy. */
function improve(points: readonly Float64Array[], draws: Stream): void {
  const n = points.length;
  const dimensions = points[0].length;
  const pairs = points.map((a) => Float64Array.from(points, (b) => pairTerm(a, b)));
  const own = Float64Array.from(points, ownTerm);
  const tries = Math.min(SWAPS * n, Math.floor(WORK / (2 * n * dimensions)));
  const ofA = new Float64Array(n);
  const ofB = new Float64Array(n);
  for (let swap = 0; swap < tries; swap++) {
    const column = indexOf(draws.uniform(swap, 0), dimensions);
    const i = indexOf(draws.uniform(swap, 1), n);
    const j = (i + 1 + indexOf(draws.uniform(swap, 2), n - 1)) % n;
    const [a, b] = [points[i], points[j]];
    [a[column], b[column]] = [b[column], a[column]];
    let change = 0;
    for (let k = 0; k < n; k++) {
      ofA[k] = pairTerm(a, points[k]);
      ofB[k] = pairTerm(b, points[k]);
      const isSelf = k === i || k === j;
      change += (isSelf ? 1 : 2) * (ofA[k] - pairs[i][k] + ofB[k] - pairs[j][k]);
    }
    const [ownA, ownB] = [ownTerm(a), ownTerm(b)];
    const difference = change / (n * n) - (2 * (ownA - own[i] + ownB - own[j])) / n;
    if (difference >= -1e-15) {
      [a[column], b[column]] = [b[column], a[column]];
      continue;
    }
    own[i] = ownA;
    own[j] = ownB;
    for (let k = 0; k < n; k++) {
      pairs[i][k] = pairs[k][i] = ofA[k];
      pairs[j][k] = pairs[k][j] = ofB[k];
    }
  }
}

/** A Latin hypercube of n points in the unit cube; the same seed gives the same points. */
export function hypercube(n: number, dimensions: number, seed: string): readonly Float64Array[] {
  const random = new Random(seed);
  const points = Array.from({ length: n }, () => new Float64Array(dimensions));
  for (let k = 0; k < dimensions; k++) {
    const slices = shuffled(n, random.stream("hypercube order", k));
    const within = random.stream("hypercube place", k);
    points.forEach((point, at) => (point[k] = (slices[at] + within.uniform(0, at)) / n));
  }
  if (n > 1 && n <= MOST_IMPROVED && dimensions > 1) improve(points, random.stream("hypercube swap", 0));
  return points;
}
