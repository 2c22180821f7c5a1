import type { LayoutRequest, Places, Town } from "./places.ts";
import { TOWN_STRETCH } from "./places.ts";
import { spacingOf } from "./spacing.ts";

/** Mean distance between two neighbours, in layout units: as in the other layout, so that both are drawn alike. */
const SPACING = 24;
/** Free ring around all towns, as a share of the map's longer side. */
const MARGIN = 0.07;
/** The frame is at least this high for its width, and at most so much wider than high as a stage. */
const FLATTEST = 0.35;

/** Firms where they are on the map: the same scale everywhere, north up, no firm moved. */
export function layOutMap({ x, y, region, regions }: LayoutRequest): Places {
  const left = min(
    x,
    regions.map((town) => town.x),
  );
  const right = -min(
    negative(x),
    regions.map((town) => -town.x),
  );
  const foot = min(
    y,
    regions.map((town) => town.y),
  );
  const head = -min(
    negative(y),
    regions.map((town) => -town.y),
  );
  const longer = Math.max(right - left, head - foot, 1e-3);
  const margin = longer * MARGIN;
  const high = Math.max(head - foot, longer * FLATTEST);
  const wide = Math.max(right - left, longer * FLATTEST);
  const radii = reaches(x, y, region, regions);
  // Four times the distance that neighbours would have if firms filled their towns evenly.
  const area = radii.reduce((sum, radius) => sum + Math.PI * radius * radius, 0);
  const reach = Math.max(4 * Math.sqrt(area / Math.max(1, x.length)), 1e-3);
  const scale = SPACING / (spacingOf(Float64Array.from(x), Float64Array.from(y), () => true, reach) || 1);
  const east = (km: number): number => (km - (left + right - wide) / 2 + margin) * scale;
  const south = (km: number): number => ((foot + head + high) / 2 - km + margin) * scale;
  const towns = regions.map((town, k): Town => {
    // Half of its height: the name stands at the edge of an ellipse that is wider than high.
    return { x: east(town.x), y: south(town.y), radius: Math.max(SPACING, (radii[k] * scale) / TOWN_STRETCH) };
  });
  return {
    x: Float32Array.from(x, east),
    y: Float32Array.from(y, south),
    width: (wide + 2 * margin) * scale,
    height: (high + 2 * margin) * scale,
    towns,
    region,
    spacing: SPACING,
  };
}

/** How far the firms of each town reach from its middle, km. */
function reaches(
  x: Float32Array,
  y: Float32Array,
  region: Uint8Array,
  regions: LayoutRequest["regions"],
): Float64Array {
  const radii = new Float64Array(regions.length);
  for (let i = 0; i < x.length; i++) {
    const town = regions[region[i]];
    radii[region[i]] = Math.max(radii[region[i]], Math.hypot(x[i] - town.x, y[i] - town.y));
  }
  return radii;
}

function min(values: Float32Array, others: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Math.min(...others));
}

function negative(values: Float32Array): Float32Array {
  return values.map((value) => -value);
}
