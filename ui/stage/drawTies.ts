import type { Palette } from "../theme/theme.ts";
import type { TieStyle } from "./ties.ts";

const GAP = 6;
const NOTCH = 7;

/** One path a style; straight lines, no arrows, no bundling. A betrayed tie has a gap with a stroke across each end. */
export function drawTies(
  pen: CanvasRenderingContext2D,
  ties: readonly TieStyle[],
  at: Float32Array,
  scale: number,
  palette: Palette,
): void {
  pen.lineCap = "butt";
  for (const { width, opacity, ink, pairs, broken } of ties) {
    pen.strokeStyle = ink === "focus" ? palette.ink : palette.tie;
    pen.globalAlpha = opacity;
    pen.lineWidth = width * scale;
    pen.beginPath();
    for (let k = 0; k < pairs.length; k += 2) {
      pen.moveTo(at[2 * pairs[k]], at[2 * pairs[k] + 1]);
      pen.lineTo(at[2 * pairs[k + 1]], at[2 * pairs[k + 1] + 1]);
    }
    eachGap(broken, at, (x, y, ux, uy, half) => {
      pen.moveTo(x - ux * half, y - uy * half);
      pen.lineTo(x - (ux * GAP) / 2, y - (uy * GAP) / 2);
      pen.moveTo(x + (ux * GAP) / 2, y + (uy * GAP) / 2);
      pen.lineTo(x + ux * half, y + uy * half);
    });
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const { broken } of ties) {
    eachGap(broken, at, (x, y, ux, uy) => {
      for (const side of [-GAP / 2, GAP / 2]) {
        pen.moveTo(x + ux * side - (uy * NOTCH) / 2, y + uy * side + (ux * NOTCH) / 2);
        pen.lineTo(x + ux * side + (uy * NOTCH) / 2, y + uy * side - (ux * NOTCH) / 2);
      }
    });
  }
  pen.stroke();
}

/** The middle, direction and half length of each tie. */
function eachGap(
  pairs: readonly number[],
  at: Float32Array,
  draw: (x: number, y: number, ux: number, uy: number, half: number) => void,
): void {
  for (let k = 0; k < pairs.length; k += 2) {
    const [ax, ay] = [at[2 * pairs[k]], at[2 * pairs[k] + 1]];
    const [bx, by] = [at[2 * pairs[k + 1]], at[2 * pairs[k + 1] + 1]];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    draw((ax + bx) / 2, (ay + by) / 2, (bx - ax) / length, (by - ay) / length, length / 2);
  }
}
