import type { Preview } from "../../sim/contract.ts";
import { mark } from "../charts/marks.ts";
import { svg } from "../parts/svg.ts";

const WIDTH = 240;
const HEIGHT = 132;
const EDGE = 10;

const RADIUS = 1.6;
const DOT = `a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0`;
/** How wide a town is drawn at least, as a share of the whole region: on a true map many would be a dot. */
const TOWN = 0.22;

function extentOf(values: Iterable<number>): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 1];
}

/** Firms where they stand in their towns, towns drawn large enough to be seen. */
function placesOf({ x, y, regions }: Preview): { x: Float32Array; y: Float32Array } {
  const home = Array.from(x, (_, i) =>
    regions.reduce((best, region, r) => {
      const far = (k: number): number => (regions[k].x - x[i]) ** 2 + (regions[k].y - y[i]) ** 2;
      return (region.x - x[i]) ** 2 + (region.y - y[i]) ** 2 < far(best) ? r : best;
    }, 0),
  );
  const [west, east] = extentOf(regions.map((region) => region.x));
  const [south, north] = extentOf(regions.map((region) => region.y));
  const width = extentOf(home.map((r, i) => Math.abs(x[i] - regions[r].x) + Math.abs(y[i] - regions[r].y)))[1];
  const zoom = Math.max(1, (TOWN * Math.max(east - west, north - south)) / Math.max(1e-6, width));
  return {
    x: x.map((value, i) => regions[home[i]].x + (value - regions[home[i]].x) * zoom),
    y: y.map((value, i) => regions[home[i]].y + (value - regions[home[i]].y) * zoom),
  };
}

/** A region as a small picture: its firms where they stand, by trade in two shades, and the ties that are known. */
export function picture(preview: Preview): SVGElement {
  const { sector, ties } = preview;
  const { x, y } = placesOf(preview);
  const [west, east] = extentOf(x);
  const [south, north] = extentOf(y);
  const across = (WIDTH - 2 * EDGE) / Math.max(1e-6, east - west);
  const scale = Math.min(across, (HEIGHT - 2 * EDGE) / Math.max(1e-6, north - south));
  const left = (WIDTH - (east - west) * scale) / 2;
  const top = (HEIGHT - (north - south) * scale) / 2;
  const at = (i: number): [number, number] => [left + (x[i] - west) * scale, top + (north - y[i]) * scale];
  const dots = [0, 1].map((shade) => {
    let path = "";
    for (let i = 0; i < x.length; i++) {
      if (sector[i] % 2 !== shade) continue;
      const [cx, cy] = at(i);
      path += `M${(cx - RADIUS).toFixed(1)} ${cy.toFixed(1)}${DOT}`;
    }
    return mark("path", { class: shade === 0 ? "thumb-firm" : "thumb-firm thumb-other", d: path });
  });
  let lines = "";
  for (let k = 0; k < ties.length; k += 2) {
    const [[x1, y1], [x2, y2]] = [at(ties[k]), at(ties[k + 1])];
    lines += `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
  }
  const root = mark(
    "svg",
    { class: "thumb", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", focusable: "false" },
    mark("path", { class: "thumb-tie", d: lines }),
    ...dots,
  );
  return svg(root);
}
