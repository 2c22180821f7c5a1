import { Random } from "../../kernel/random.ts";
import type { Generation, Particle, Strategy } from "./strategy.ts";
import { isWithin, nearestFirst } from "./strategy.ts";

/**
 * Rejection (Tavaré et al. 1997): points are drawn evenly from the ranges, and those near enough to the targets are the
 * posterior.
 */
export function rejection(dimensions: number, draws: number, seed: string): Strategy {
  const random = new Random(seed);
  const points = () =>
    Array.from({ length: draws }, (_, at) => {
      const stream = random.stream("rejection", 0).of(at, 0);
      return Array.from({ length: dimensions }, (_, k) => stream.uniform(k, 0));
    });
  return { generations: 1, next: (history) => (history.length === 0 ? points() : null) };
}

/** The posterior: the nearest `keep` points, or all that meet every target within its tolerance. */
export function admitted(history: readonly Generation[], keep?: number): Particle[] {
  const all = nearestFirst(history).filter(({ distance }) => distance < Infinity);
  const chosen = keep === undefined ? all.filter(({ errors }) => isWithin(errors)) : all.slice(0, keep);
  return chosen.map((particle) => ({ ...particle, weight: 1 / chosen.length }));
}
