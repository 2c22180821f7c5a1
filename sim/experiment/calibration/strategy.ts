/**
 * A way to search. It is asked for the points of one generation after the other, and is told what came of all earlier
 * ones; nothing else is kept, so that a search that was interrupted goes on from the generations that are there. Which
 * point is admitted depends on its index and its errors, never on when it was finished.
 */
export interface Strategy {
  /** How many generations there are at most. */
  readonly generations: number;
  /** Points of the next generation as shares of the ranges, each from 0 to 1; null where the search has ended. */
  next(history: readonly Generation[]): readonly (readonly number[])[] | null;
}

/** Points that were played. */
export interface Generation {
  readonly points: readonly (readonly number[])[];
  /** How far each point is from each target, in tolerances; null where a measure has no value. */
  readonly errors: readonly (readonly (number | null)[])[];
}

/** One distance of a point from all targets: the root of the mean square error in tolerances; infinite without a value. */
export function distanceOf(errors: readonly (number | null)[]): number {
  let sum = 0;
  for (const error of errors) {
    if (error === null) return Infinity;
    sum += error * error;
  }
  return Math.sqrt(sum / errors.length);
}

/** Whether every target is met within its tolerance. */
export function isWithin(errors: readonly (number | null)[]): boolean {
  return errors.every((error) => error !== null && Math.abs(error) <= 1);
}

/** A point with what came of it and what it counts for. */
export interface Particle {
  readonly point: readonly number[];
  readonly errors: readonly (number | null)[];
  readonly distance: number;
  /** Share of the posterior; all weights together are 1. */
  readonly weight: number;
  /** The generation, from 0, and its place in it. */
  readonly generation: number;
  readonly index: number;
}

/** All points of a history, the nearest first; equals in the order of their indices. */
export function nearestFirst(history: readonly Generation[]): Omit<Particle, "weight">[] {
  const all = history.flatMap(({ points, errors }, generation) =>
    points.map((point, index) => ({
      point,
      errors: errors[index],
      distance: distanceOf(errors[index]),
      generation,
      index,
    })),
  );
  return all.sort((a, b) => orderOf(a.distance, b.distance) || a.generation - b.generation || a.index - b.index);
}

/** Order of distances, infinite ones the same. */
export function orderOf(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
