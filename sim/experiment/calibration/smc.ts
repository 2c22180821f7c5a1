import { Random } from "../../kernel/random.ts";
import { normal } from "../../kernel/sample.ts";
import { normalBelow, normalDensity } from "../statistics/distributions.ts";
import type { Generation, Particle, Strategy } from "./strategy.ts";
import { distanceOf, orderOf } from "./strategy.ts";

/**
 * Sequential Monte Carlo with generations of a fixed size (Lenormand, Jabot and Deffuant 2013): the nearest half is kept,
 * as many new points are drawn around it, and each counts for how likely the ranges are to give it beside how likely
 * this drawing was. It ends where new points hardly come nearer.
 */
export interface SmcOptions {
  /** Points of the first generation. */
  readonly particles: number;
  readonly generations: number;
  /** Share that is kept. */
  readonly keep: number;
}

/** New points that come nearer than the farthest of the kept ones, as a share, below which the search has ended. */
const FEWEST_NEARER = 0.05;

/** The narrowest kernel, as a share of the range, so that a posterior on one point still moves. */
const NARROWEST = 1e-4;

interface State {
  /** Kept points; weights as they came: how likely the ranges are to give a point, beside how likely its drawing was. */
  readonly raw: readonly Particle[];
  /** Share of the last new points that came nearer than all that was kept before. */
  readonly nearer: number;
}

/** Spreads of the kernels: twice the weighted variance of each parameter (Beaumont et al. 2009). */
function spreadsOf(kept: readonly Particle[]): number[] {
  return (kept[0]?.point ?? []).map((_, k) => {
    const mean = kept.reduce((sum, { point, weight }) => sum + weight * point[k], 0);
    const square = kept.reduce((sum, { point, weight }) => sum + weight * (point[k] - mean) * (point[k] - mean), 0);
    return Math.max(NARROWEST, Math.sqrt(2 * square));
  });
}

/** A normal kernel around a place: the mass below the range, and the mass within it. */
function inside(place: number, spread: number): [below: number, mass: number] {
  const below = normalBelow(-place / spread);
  return [below, normalBelow((1 - place) / spread) - below];
}

/** How likely points are to be drawn around the kept ones, as a function that has each kernel's mass worked out. */
function densityAround(kept: readonly Particle[], spreads: readonly number[]): (point: readonly number[]) => number {
  const scales = kept.map(({ point, weight }) =>
    spreads.reduce((product, spread, k) => product / (spread * inside(point[k], spread)[1]), weight),
  );
  return (point) => {
    let sum = 0;
    for (let at = 0; at < kept.length; at++) {
      const centre = kept[at].point;
      let product = scales[at];
      for (let k = 0; k < point.length; k++) product *= normalDensity((point[k] - centre[k]) / spreads[k]);
      sum += product;
    }
    return sum;
  };
}

/** Weights that sum to 1. */
function shared(particles: readonly Particle[]): Particle[] {
  const sum = particles.reduce((total, { weight }) => total + weight, 0);
  return particles.map((each) => ({ ...each, weight: each.weight / sum }));
}

/** Nothing has been drawn yet. */
const NOTHING: State = { raw: [], nearer: 1 };

/** What is kept after one more generation. */
function stepped(
  { raw: before }: State,
  { points, errors }: Generation,
  generation: number,
  options: SmcOptions,
): State {
  const kept = shared(before);
  const density = densityAround(kept, spreadsOf(kept));
  const fresh = points.map((point, index): Particle => {
    const weight = generation === 0 ? 1 : 1 / Math.max(1e-300, density(point));
    return { point, errors: errors[index], distance: distanceOf(errors[index]), weight, generation, index };
  });
  const farthest = before.at(-1)?.distance ?? Infinity;
  const nearer = fresh.filter(({ distance }) => distance < farthest).length / fresh.length;
  const all = [...before, ...fresh].filter(({ distance }) => distance < Infinity);
  all.sort((a, b) => orderOf(a.distance, b.distance) || a.generation - b.generation || a.index - b.index);
  return { raw: all.slice(0, Math.max(2, Math.floor(options.keep * options.particles))), nearer };
}

/** Draws around the kept points; draw k of point i of a generation is keyed by them. */
function drawnAround(kept: readonly Particle[], count: number, generation: number, random: Random): number[][] {
  const spreads = spreadsOf(kept);
  const stream = random.stream("smc", generation);
  return Array.from({ length: count }, (_, index) => {
    let rest = stream.uniformOf(index, 0, 0, 1);
    const chosen = kept.find(({ weight }) => (rest -= weight) < 0) ?? kept[kept.length - 1];
    return chosen.point.map((centre, k) => {
      const [below, mass] = inside(centre, spreads[k]);
      const share = below + stream.uniformOf(index, 1, k, 0) * mass;
      return Math.min(1, Math.max(0, centre + spreads[k] * normal(share)));
    });
  });
}

export function smc(dimensions: number, options: SmcOptions, seed: string): Strategy {
  const random = new Random(seed);
  // Of the generations that were seen last, so that a long search does not go through all earlier ones again.
  const after = new WeakMap<Generation, State>();
  const stateAfter = (history: readonly Generation[]): State => {
    const last = history.at(-1);
    if (last === undefined) return NOTHING;
    const known = after.get(last) ?? stepped(stateAfter(history.slice(0, -1)), last, history.length - 1, options);
    after.set(last, known);
    return known;
  };
  return {
    generations: options.generations,
    next(history) {
      const generation = history.length;
      if (generation === 0) {
        const stream = random.stream("smc", 0);
        return Array.from({ length: options.particles }, (_, index) =>
          Array.from({ length: dimensions }, (_, k) => stream.uniformOf(index, 1, k, 0)),
        );
      }
      if (generation >= options.generations) return null;
      const { raw, nearer } = stateAfter(history);
      const kept = shared(raw);
      if (kept.length < 2 || nearer < FEWEST_NEARER) return null;
      return drawnAround(kept, options.particles - kept.length, generation, random);
    },
  };
}

/** The posterior. */
export function smcPosterior(history: readonly Generation[], options: SmcOptions): readonly Particle[] {
  return shared(history.reduce((state, each, at) => stepped(state, each, at, options), NOTHING).raw);
}
