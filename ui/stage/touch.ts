import type { Frame } from "../../sim/contract.ts";
import type { Box } from "./clutter.ts";
import type { Scene } from "./scene.ts";

/** What of a picture can be touched, apart from firms: plain data, since it comes from where the stage is drawn. */
export interface Touchable {
  readonly brokers: readonly { readonly broker: number; readonly x: number; readonly y: number }[];
  readonly buyers: readonly { readonly row: number; readonly x: number; readonly y: number }[];
  readonly ports: readonly { readonly market: 1 | 2; readonly x: number; readonly y: number }[];
  /** Rings of each contour, x and y of each point. */
  readonly networks: readonly { readonly row: number; readonly rings: readonly Float32Array[] }[];
  readonly tags: readonly { readonly row: number; readonly box: Box }[];
  /** Half of a diamond, a square and a port, px. */
  readonly half: { readonly broker: number; readonly buyer: number; readonly port: number };
}

/** What lies under the pointer. */
export type Target =
  | { readonly kind: "firm"; readonly firm: number }
  | { readonly kind: "network" | "broker" | "buyer"; readonly row: number }
  | { readonly kind: "port"; readonly market: 1 | 2 };

export const NOTHING_TO_TOUCH: Touchable = {
  brokers: [],
  buyers: [],
  ports: [],
  networks: [],
  tags: [],
  half: { broker: 0, buyer: 0, port: 0 },
};

export function touchableOf({ brokers, buyers, ports, outlines, labels, setting, wish }: Scene): Touchable {
  if (wish.contrast !== null) return NOTHING_TO_TOUCH;
  const { signs } = setting;
  return {
    brokers: brokers.map(({ broker, x, y }) => ({ broker, x, y })),
    buyers: buyers.map(({ row, x, y }) => ({ row, x, y })),
    ports: ports.map(({ market, x, y }) => ({ market, x, y })),
    networks: outlines.map(({ row, rings }) => ({
      row,
      rings: rings.map((ring) => Float32Array.from(ring.flatMap(({ x, y }) => [x, y]))),
    })),
    tags: labels.flatMap(({ kind, id, box }) =>
      kind === "tag" ? [{ row: Number(id.slice("tag ".length)), box }] : [],
    ),
    half: { broker: signs.broker, buyer: signs.buyer / 2, port: signs.port / 2 },
  };
}

/** Around a sign, px. */
const SLACK = 4;
/** A firm nearer than this is meant, whatever surrounds it, px. */
const ON_FIRM = 6;
/** As near to a contour its line is meant, px. */
const ON_LINE = 4;

/**
 * What is meant by a point: signs first, then a firm that is right there, a tag or a contour's line, a firm near by, the
 * inside of a contour.
 * @param firmNear the nearest firm within a reach in px
 */
export function targetAt(
  touch: Touchable,
  x: number,
  y: number,
  reach: number,
  firmNear: (reach: number) => number | null,
): Target | null {
  const { brokers, buyers, ports, networks, tags, half } = touch;
  const slack = Math.max(SLACK, reach - half.broker);
  const broker = brokers.findLast((one) => Math.abs(one.x - x) + Math.abs(one.y - y) <= half.broker + slack);
  if (broker !== undefined) return { kind: "broker", row: broker.broker };
  const isOn = (mark: { readonly x: number; readonly y: number }, size: number): boolean =>
    Math.max(Math.abs(mark.x - x), Math.abs(mark.y - y)) <= size + SLACK;
  const buyer = buyers.find((one) => isOn(one, half.buyer));
  if (buyer !== undefined) return { kind: "buyer", row: buyer.row };
  const port = ports.find((one) => isOn(one, half.port));
  if (port !== undefined) return { kind: "port", market: port.market };
  const here = firmNear(ON_FIRM);
  if (here !== null) return { kind: "firm", firm: here };
  const tag = tags.find(({ box }) => isIn(box, x, y));
  if (tag !== undefined) return { kind: "network", row: tag.row };
  const line = networks.find(({ rings }) => rings.some((ring) => isNearLine(ring, x, y)));
  if (line !== undefined) return { kind: "network", row: line.row };
  const near = firmNear(reach);
  if (near !== null) return { kind: "firm", firm: near };
  const around = networks.find(({ rings }) => isInside(rings, x, y));
  return around === undefined ? null : { kind: "network", row: around.row };
}

/** The firms that a buyer or a port stands for: suppliers, and those who sell in its market. */
export function firmsOf(target: Target, { buyer, abroad, conduct }: Frame): number[] {
  const isMeant = (i: number): boolean =>
    (target.kind === "buyer" && buyer[i] === target.row) || (target.kind === "port" && abroad[i] === target.market);
  return [...conduct.keys()].filter((i) => conduct[i] > 0 && isMeant(i));
}

function isIn({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

function isNearLine(ring: Float32Array, x: number, y: number): boolean {
  const count = ring.length / 2;
  for (let k = 0; k < count; k++) {
    const [ax, ay] = [ring[2 * k], ring[2 * k + 1]];
    const next = (k + 1) % count;
    const [dx, dy] = [ring[2 * next] - ax, ring[2 * next + 1] - ay];
    const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    if (Math.hypot(x - ax - along * dx, y - ay - along * dy) <= ON_LINE) return true;
  }
  return false;
}

/** Even and odd crossings: what a ring within a ring leaves out is outside. */
function isInside(rings: readonly Float32Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    const count = ring.length / 2;
    for (let k = 0, last = count - 1; k < count; last = k++) {
      const [ax, ay, bx, by] = [ring[2 * k], ring[2 * k + 1], ring[2 * last], ring[2 * last + 1]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}
