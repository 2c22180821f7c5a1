import type { Size } from "./camera.ts";

/** A canvas that fills its box at the screen's own resolution, on the page or in a worker. */
export interface Layer {
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly pen: CanvasRenderingContext2D;
}

export function layer(canvas: HTMLCanvasElement | OffscreenCanvas): Layer {
  // A worker's pen draws the same; it only lacks what belongs to a page.
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D | null;
  if (pen === null) throw new Error("this browser cannot draw on a canvas");
  return { canvas, pen };
}

export function fit({ canvas }: Layer, { width, height }: Size, density: number): void {
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
}

export function wipe({ canvas, pen }: Layer, density: number): void {
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(density, 0, 0, density, 0, 0);
}
