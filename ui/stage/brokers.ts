import type { Frame } from "../../sim/contract.ts";
import type { Size } from "./camera.ts";
import type { Clutter } from "./clutter.ts";
import { contains } from "./contour.ts";
import type { Outline } from "./outlines.ts";
import type { Point } from "./spanningTree.ts";

/** A broker as it is drawn. */
export interface BrokerMark extends Point {
  readonly broker: number;
  /** At work for networks, at work looking for firms, or gone. */
  readonly state: "serving" | "seeking" | "left";
  /** To the nearest point of each contour served. */
  readonly spokes: readonly Point[];
}

const RINGS = 12;
const TURN = 2.399963;

/** Networks each broker serves, or once served. */
function clients(frame: Frame, outlines: readonly Outline[], column: Int16Array): Map<number, Outline[]> {
  const served = new Map<number, Outline[]>();
  const byRow = new Map(outlines.map((outline) => [outline.row, outline]));
  column.forEach((broker, k) => {
    const outline = byRow.get(frame.networks.row[k]);
    if (broker < 0 || outline === undefined) return;
    served.set(broker, [...(served.get(broker) ?? []), outline]);
  });
  return served;
}

/**
 * Where the brokers stand: near the networks they serve, on free ground; those without a network in a row at the foot.
 * @param before where they stood, by broker and clients, so that they stay while their work is the same
 */
export function placeBrokers(
  frame: Frame,
  outlines: readonly Outline[],
  clutter: readonly Clutter[],
  size: Size,
  half: number,
  before: Map<string, Point>,
): BrokerMark[] {
  const serving = clients(frame, outlines, frame.networks.broker);
  const former = clients(frame, outlines, frame.networks.formerBroker);
  const marks: BrokerMark[] = [];
  let seeking = 0;
  frame.brokers.forEach((atWork, broker) => {
    const served = atWork === 1 ? serving.get(broker) : former.get(broker);
    if (served === undefined) {
      if (atWork === 0) return;
      const x = half * 2 + seeking * half * 2.6;
      seeking += 1;
      marks.push({ broker, state: "seeking", x, y: size.height - half * 1.8, spokes: [] });
      return;
    }
    const key = `${broker}:${served.map(({ row }) => row).join(" ")}`;
    const place = before.get(key) ?? freePlace(served, outlines, clutter, size, half, marks);
    before.set(key, place);
    const spokes = atWork === 1 ? served.map((outline) => nearestPoint(outline, place)) : [];
    marks.push({ broker, state: atWork === 1 ? "serving" : "left", ...place, spokes });
  });
  return marks;
}

function freePlace(
  served: readonly Outline[],
  outlines: readonly Outline[],
  clutter: readonly Clutter[],
  size: Size,
  half: number,
  taken: readonly Point[],
): Point {
  const centre = medianPlace(served.map(({ middle }) => middle));
  let best = centre;
  let least = Infinity;
  for (let n = 0; n < RINGS * RINGS; n++) {
    const far = Math.sqrt(n) * half * 1.1;
    const place = { x: centre.x + Math.cos(n * TURN) * far, y: centre.y + Math.sin(n * TURN) * far };
    const inset = half * 1.5;
    if (place.x < inset || place.y < inset || place.x > size.width - inset || place.y > size.height - inset) continue;
    const box = { left: place.x - half * 1.3, top: place.y - half * 1.3, width: half * 2.6, height: half * 2.6 };
    let cost = far * 0.35;
    for (const marks of clutter) cost += marks.under(box);
    for (const other of taken) if (Math.hypot(other.x - place.x, other.y - place.y) < half * 2.6) cost += 400;
    for (const outline of outlines) {
      const near = Math.hypot(outline.middle.x - place.x, outline.middle.y - place.y) < half * 14;
      if (near && contains(outline.rings, place)) cost += 60;
    }
    if (cost < least) {
      least = cost;
      best = place;
    }
  }
  return best;
}

export function nearestPoint({ rings, middle }: Outline, { x, y }: Point): Point {
  let best = middle;
  let least = Infinity;
  for (const point of rings.flat()) {
    const far = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (far < least) {
      least = far;
      best = point;
    }
  }
  return best;
}

/** The place from which the way to all is shortest (Weiszfeld 1937): near most of them, not in the middle of nowhere. */
function medianPlace(places: readonly Point[]): Point {
  let at = {
    x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
  };
  for (let round = 0; round < 30; round++) {
    const weights = places.map(({ x, y }) => 1 / Math.max(4, Math.hypot(x - at.x, y - at.y)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    at = {
      x: places.reduce((sum, { x }, k) => sum + x * weights[k], 0) / total,
      y: places.reduce((sum, { y }, k) => sum + y * weights[k], 0) / total,
    };
  }
  return at;
}
