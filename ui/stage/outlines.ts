import type { Frame, Phase } from "../../sim/contract.ts";
import type { Camera } from "./camera.ts";
import type { Rings } from "./contour.ts";
import { contourOf } from "./contour.ts";
import type { Places } from "./places.ts";
import type { Point } from "./spanningTree.ts";

/** A living network as it is drawn. */
export interface Outline {
  readonly row: number;
  readonly phase: Phase;
  readonly members: readonly number[];
  /** In px. */
  readonly rings: Rings;
  readonly middle: Point;
  readonly region: number;
  readonly sector: number;
  /** What it does together, and whether it does. */
  readonly venture: number;
  readonly isRunning: boolean;
}

/** R in layout units, and the least it may be on screen. */
const REACH = 18.5;
const LEAST_REACH = 8;
const KEPT = 600;

/**
 * Contours by membership and zoom step: a network that keeps its members keeps its contour, so a month costs only what
 * has changed.
 */
export class Outlines {
  private readonly kept = new Map<string, Rings>();
  private readonly grid = new Map<number, number[]>();
  private readonly cell = REACH * 2;

  constructor(private readonly places: Places) {
    for (let i = 0; i < places.x.length; i++) {
      const key = this.keyAt(places.x[i], places.y[i]);
      const cell = this.grid.get(key);
      if (cell === undefined) this.grid.set(key, [i]);
      else cell.push(i);
    }
  }

  /** The living networks of a month. */
  of(frame: Frame, camera: Camera): Outline[] {
    const members = new Map<number, number[]>();
    frame.networks.row.forEach((row) => members.set(row, []));
    frame.network.forEach((row, i) => {
      if (row >= 0) members.get(row)?.push(i);
    });
    return Array.from(frame.networks.row, (row, k) => {
      const firms = members.get(row) ?? [];
      const rings = this.rings(firms, camera);
      return {
        row,
        phase: frame.networks.phase[k] as Phase,
        members: firms,
        rings,
        middle: middleOf(firms, this.places, camera),
        region: frame.networks.region[k],
        sector: frame.networks.sector[k],
        venture: frame.networks.venture[k],
        isRunning: frame.networks.running[k] === 1,
      };
    }).filter((outline) => outline.members.length > 0);
  }

  private rings(members: readonly number[], camera: Camera): Rings {
    // Zoom steps of a quarter of a doubling: between them the same line is stretched.
    const step = Math.round(Math.log2(camera.scale) * 4);
    const scale = 2 ** (step / 4);
    const key = `${step}:${members.join(" ")}`;
    let rings = this.kept.get(key);
    if (rings === undefined) {
      rings = this.trace(members, scale);
      if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value ?? "");
      this.kept.set(key, rings);
    }
    const { scale: wanted, left, top } = camera;
    return rings.map((ring) => ring.map(({ x, y }) => ({ x: x * wanted + left, y: y * wanted + top })));
  }

  /** Rings in layout units, traced at a scale. */
  private trace(members: readonly number[], scale: number): Rings {
    const radius = Math.max(LEAST_REACH, REACH * scale);
    const point = (i: number): Point => ({ x: this.places.x[i] * scale, y: this.places.y[i] * scale });
    const near = this.around(members, (2.5 * radius) / scale);
    const rings = contourOf(members.map(point), near.map(point), radius);
    return rings.map((ring) => ring.map(({ x, y }) => ({ x: x / scale, y: y / scale })));
  }

  /** Other firms that are near enough to matter. */
  private around(members: readonly number[], reach: number): number[] {
    const own = new Set(members);
    const seen = new Set<number>();
    const steps = Math.ceil(reach / this.cell);
    for (const i of members) {
      for (let c = -steps; c <= steps; c++) {
        for (let r = -steps; r <= steps; r++) {
          seen.add(this.keyAt(this.places.x[i] + c * this.cell, this.places.y[i] + r * this.cell));
        }
      }
    }
    return [...seen].flatMap((key) => this.grid.get(key) ?? []).filter((i) => !own.has(i));
  }

  private keyAt(x: number, y: number): number {
    return Math.floor(x / this.cell) * 65536 + Math.floor(y / this.cell);
  }
}

function middleOf(firms: readonly number[], places: Places, camera: Camera): Point {
  let x = 0;
  let y = 0;
  for (const i of firms) {
    x += places.x[i];
    y += places.y[i];
  }
  const count = Math.max(1, firms.length);
  return { x: (x / count) * camera.scale + camera.left, y: (y / count) * camera.scale + camera.top };
}
