import { indexOf } from "../kernel/random.ts";
import { normal } from "../kernel/sample.ts";
import type { Plan } from "./plan.ts";
import type { RegionPlan, SectorPlan } from "./regions.ts";

/** Where a sector's quarter lies in a town, and how wide it is, as shares of the town's radius. */
const QUARTER_AT = 0.6;
const QUARTER_WIDTH = 0.35;

/** Whole numbers in proportion to shares that sum to the total (largest remainders; ties to the earlier one). */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum > 0 ? (total * share) / sum : 0));
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((a, b) => a + b, 0);
  const order = exact.map((_, k) => k).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]) || a - b);
  for (const k of order) {
    if (left <= 0) break;
    whole[k] += 1;
    left -= 1;
  }
  return whole;
}

/** Firms of each cell by the shares of regions and sectors, cell by cell. */
function sizesByShare(count: number, regions: readonly RegionPlan[], sectors: readonly SectorPlan[]): number[] {
  const perRegion = apportion(
    count,
    regions.map((region) => region.share ?? 1),
  );
  return regions.flatMap((region, r) =>
    apportion(
      perRegion[r],
      sectors.map((sector) => (region.sectors ? (region.sectors[sector.id] ?? 0) : 1)),
    ),
  );
}

/**
 * Firms of each cell, cell by cell. Where clusters have founders, every later firm is a spin-off: its founder worked in
 * one of the firms there are, each as likely as the other, and stays in its town and trade (Simon 1955; Klepper 2007).
 */
export function cellSizes(
  { rules, random }: Plan,
  regions: readonly RegionPlan[],
  sectors: readonly SectorPlan[],
): number[] {
  const { count, founders } = rules.firms;
  const equal = sizesByShare(count, regions, sectors);
  if (founders === 0) return equal;
  const clusters = equal.filter((size) => size > 0).length;
  const sizes = sizesByShare(Math.min(count, founders * clusters), regions, sectors);
  const home = new Int32Array(count);
  let there = 0;
  sizes.forEach((size, c) => {
    home.fill(c, there, there + size);
    there += size;
  });
  const parents = random.stream("place.parent", 0);
  for (; there < count; there++) {
    const c = home[indexOf(parents.uniform(0, there), there)];
    home[there] = c;
    sizes[c] += 1;
  }
  return sizes;
}

/** Places in birth order: a sector's quarter lies somewhere in its town, its firms around it. */
export function places(plan: Plan, regions: readonly RegionPlan[], sizes: readonly number[], sectors: number) {
  const count = sizes.reduce((a, b) => a + b, 0);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const cell = new Int32Array(count);
  const ordinal = new Int32Array(count);
  const quarters = plan.random.stream("place.quarter", 0);
  const stands = plan.random.stream("place.firm", 0);
  let at = 0;
  sizes.forEach((size, c) => {
    const region = regions[Math.floor(c / sectors)];
    const radius = region.radius ?? plan.rules.region.radius;
    const centreX = region.x + QUARTER_AT * radius * normal(quarters.uniformOf(0, c, 0, 0));
    const centreY = region.y + QUARTER_AT * radius * normal(quarters.uniformOf(0, c, 0, 1));
    for (let k = 0; k < size; k++, at++) {
      x[at] = centreX + QUARTER_WIDTH * radius * normal(stands.uniformOf(c, k, 0, 0));
      y[at] = centreY + QUARTER_WIDTH * radius * normal(stands.uniformOf(c, k, 0, 1));
      cell[at] = c;
      ordinal[at] = k;
    }
  });
  return { x, y, cell, ordinal };
}
