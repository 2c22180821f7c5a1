import type { Frame } from "../../sim/contract.ts";
import type { Camera, Size } from "./camera.ts";
import { nearestPoint } from "./brokers.ts";
import type { Outline } from "./outlines.ts";
import type { Places } from "./places.ts";
import { TOWN_STRETCH } from "./places.ts";
import type { Point } from "./spanningTree.ts";

/** What reaches beyond the towns: large buyers with their supply lines, and the ways abroad. */

/** A large buyer and those who supply it. */
export interface BuyerMark extends Point {
  readonly row: number;
  readonly isThere: boolean;
  readonly suppliers: readonly number[];
}

/** A way abroad on the frame, and where its lines begin. */
export interface PortMark extends Point {
  /** Neighbouring countries 1, the world 2. */
  readonly market: 1 | 2;
  readonly firms: number;
  readonly ends: readonly Point[];
}

const TURN = 2.399963;

/** Buyers stand at the edge of their town, away from the middle of the stage, one beside the other. */
export function placeBuyers(frame: Frame, places: Places, camera: Camera, size: Size): BuyerMark[] {
  const { region, active } = frame.buyers;
  const suppliers: number[][] = Array.from(region, () => []);
  frame.buyer.forEach((row, i) => {
    if (row >= 0 && frame.conduct[i] > 0) suppliers[row]?.push(i);
  });
  const before = new Map<number, number>();
  return Array.from(region, (town, row) => {
    const nth = before.get(town) ?? 0;
    before.set(town, nth + 1);
    const { x, y, radius } = places.towns[town];
    const angle = Math.atan2(y - places.height / 2, x - places.width / 2) + nth * TURN * 0.45;
    const at = (value: number, shift: number): number => value * camera.scale + shift;
    const inset = 12;
    return {
      row,
      isThere: active[row] === 1,
      suppliers: suppliers[row],
      x: clamp(at(x + Math.cos(angle) * radius * TOWN_STRETCH * 1.02, camera.left), inset, size.width - inset),
      y: clamp(at(y + Math.sin(angle) * radius * 1.02, camera.top), inset, size.height - inset),
    };
  });
}

/** Where on a side the two markets have their port, as a share of its length. */
const ALONG = [0.36, 0.64] as const;

/** Each network that sells abroad goes to the nearest side; firms outside networks are counted, not drawn. */
export function placePorts(frame: Frame, outlines: readonly Outline[], size: Size): PortMark[] {
  const byRow = new Map(outlines.map((outline) => [outline.row, outline]));
  const alone = [0, 0, 0];
  const markets = [0, 1, 2].map(() => new Map<Outline, number>());
  frame.abroad.forEach((market, i) => {
    if (market === 0) return;
    const outline = byRow.get(frame.network[i]);
    if (outline === undefined) alone[market] += 1;
    else markets[market].set(outline, (markets[market].get(outline) ?? 0) + 1);
  });
  return ([1, 2] as const).flatMap((market) => {
    const share = ALONG[market - 1];
    const sides: { at: Point; ends: Point[]; firms: number }[] = [
      { at: { x: size.width, y: size.height * share }, ends: [], firms: 0 },
      { at: { x: 0, y: size.height * share }, ends: [], firms: 0 },
      { at: { x: size.width * share, y: 0 }, ends: [], firms: 0 },
      { at: { x: size.width * share, y: size.height }, ends: [], firms: 0 },
    ];
    // The first side takes the firms outside networks, so that none is lost from the count.
    sides[0].firms = alone[market];
    for (const [outline, firms] of markets[market]) {
      const side = sides.reduce((a, b) => (far(b.at, outline.middle) < far(a.at, outline.middle) ? b : a));
      side.ends.push(nearestPoint(outline, side.at));
      side.firms += firms;
    }
    return sides.filter(({ firms }) => firms > 0).map(({ at, ends, firms }) => ({ ...at, market, firms, ends }));
  });
}

function far(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
