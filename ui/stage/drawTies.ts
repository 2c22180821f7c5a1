import type { Palette } from "../theme/theme.ts";
import type { Pen } from "./pen.ts";
import type { TieStyle } from "./ties.ts";

const GAP = 6;
const NOTCH = 7;

/** One path a style; straight lines, no arrows, no bundling. A betrayed tie has a gap with a stroke across each end. */
export function drawTies(pen: Pen, ties: readonly TieStyle[], at: Float32Array, scale: number, palette: Palette): void {
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
  for (const { broken } of ties) drawNotches(pen, broken, at, GAP, palette);
}

/** Gaps that open: paper over the middle of each tie, with a stroke across each end. @param share of the whole gap */
export function drawOpening(
  pen: Pen,
  pairs: readonly number[],
  at: Float32Array,
  share: number,
  palette: Palette,
): void {
  const gap = GAP * share;
  pen.strokeStyle = palette.paper;
  pen.lineWidth = NOTCH;
  pen.lineCap = "butt";
  pen.beginPath();
  eachGap(pairs, at, (x, y, ux, uy) => {
    pen.moveTo(x - (ux * gap) / 2, y - (uy * gap) / 2);
    pen.lineTo(x + (ux * gap) / 2, y + (uy * gap) / 2);
  });
  pen.stroke();
  drawNotches(pen, pairs, at, gap, palette);
}

function drawNotches(pen: Pen, pairs: readonly number[], at: Float32Array, gap: number, palette: Palette): void {
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.2;
  pen.beginPath();
  eachGap(pairs, at, (x, y, ux, uy) => {
    for (const side of [-gap / 2, gap / 2]) {
      pen.moveTo(x + ux * side - (uy * NOTCH) / 2, y + uy * side + (ux * NOTCH) / 2);
      pen.lineTo(x + ux * side + (uy * NOTCH) / 2, y + uy * side - (ux * NOTCH) / 2);
    }
  });
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
