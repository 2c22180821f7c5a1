import type { Places } from "./places.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From layout units to px: `px = unit * scale + offset`. */
export interface Camera {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  /** How far the reader has zoomed in; 1 shows everything. */
  readonly zoom: number;
}

/** What a reader's zoom and pan do, in px, as d3-zoom tells it. */
export interface Pan {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The camera that shows all places in the middle of the stage, moved by the reader's zoom and pan. */
export function cameraOf(places: Places, { width, height }: Size, pan: Pan = { k: 1, x: 0, y: 0 }): Camera {
  const fit = Math.min(width / places.width, height / places.height);
  const left = (width - places.width * fit) / 2;
  const top = (height - places.height * fit) / 2;
  return { scale: fit * pan.k, left: left * pan.k + pan.x, top: top * pan.k + pan.y, zoom: pan.k };
}

/** Where every firm is on screen, in px: x of firm i at 2i, y at 2i + 1. */
export function project(places: Places, camera: Camera): Float32Array {
  const at = new Float32Array(places.x.length * 2);
  for (let i = 0; i < places.x.length; i++) {
    at[2 * i] = places.x[i] * camera.scale + camera.left;
    at[2 * i + 1] = places.y[i] * camera.scale + camera.top;
  }
  return at;
}
