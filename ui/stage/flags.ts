import type { Palette } from "../theme/theme.ts";
import type { Outline } from "./outlines.ts";
import type { Pen } from "./pen.ts";
import type { Point } from "./spanningTree.ts";

/** Projects: a small flag on the contour of each network whose project runs. */

/** On the highest point of each contour. */
export function placeFlags(outlines: readonly Outline[]): Point[] {
  return outlines.flatMap(({ rings, isRunning }) => {
    const points = rings.flat();
    return isRunning && points.length > 0 ? [points.reduce((a, b) => (b.y < a.y ? b : a))] : [];
  });
}

/** @param high of the pole, px; the cloth is half of it */
export function drawFlags(pen: Pen, flags: readonly Point[], high: number, palette: Palette): void {
  if (flags.length === 0) return;
  pen.setLineDash([]);
  pen.lineJoin = "miter";
  pen.lineCap = "butt";
  const trace = (): void => {
    pen.beginPath();
    for (const { x, y } of flags) {
      pen.moveTo(x, y);
      pen.lineTo(x, y - high);
      pen.lineTo(x + high * 0.7, y - high * 0.74);
      pen.lineTo(x, y - high * 0.48);
    }
  };
  trace();
  pen.strokeStyle = palette.paper;
  pen.lineWidth = 3;
  pen.stroke();
  trace();
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1;
  pen.stroke();
  pen.fillStyle = palette.ink;
  pen.fill();
}
