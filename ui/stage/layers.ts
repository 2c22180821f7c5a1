import type { Size } from "./camera.ts";

/** A canvas that fills its box at the screen's own resolution. */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  readonly pen: CanvasRenderingContext2D;
}

export function layer(): Layer {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser cannot draw on a canvas");
  return { canvas, pen };
}

export function fit({ canvas }: Layer, { width, height }: Size): void {
  const density = devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
}

export function wipe({ canvas, pen }: Layer): void {
  const density = devicePixelRatio || 1;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(density, 0, 0, density, 0, 0);
}
