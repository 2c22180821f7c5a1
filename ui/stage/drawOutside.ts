import type { Palette } from "../theme/theme.ts";
import type { BuyerMark, PortMark } from "./outside.ts";
import type { Pen } from "./pen.ts";
import type { Signs } from "./signs.ts";

/** Widest part of a supply line, at the buyer, and its opacity. */
const TAPER = 6;
const TAPER_OPACITY = 0.42;
const MANY = 12;
const MANY_OPACITY = 0.4;

/** Supply lines taper from the buyer to the firm; ways abroad are thin and end on the frame. */
export function drawOutsideLines(
  pen: Pen,
  buyers: readonly BuyerMark[],
  ports: readonly PortMark[],
  at: Float32Array,
  signs: Signs,
  palette: Palette,
): void {
  pen.globalAlpha = TAPER_OPACITY;
  pen.fillStyle = palette.idle;
  for (const { x, y, suppliers, isThere } of buyers) {
    if (!isThere) continue;
    pen.beginPath();
    for (const i of suppliers) {
      const length = Math.hypot(at[2 * i] - x, at[2 * i + 1] - y) || 1;
      const ux = ((at[2 * i + 1] - y) / length) * (TAPER / 2) * signs.tie;
      const uy = (-(at[2 * i] - x) / length) * (TAPER / 2) * signs.tie;
      pen.moveTo(x + ux, y + uy);
      pen.lineTo(at[2 * i], at[2 * i + 1]);
      pen.lineTo(x - ux, y - uy);
      pen.closePath();
    }
    pen.fill();
  }
  // Many ways abroad step back behind the firms.
  const ways = ports.reduce((sum, { ends }) => sum + ends.length, 0);
  pen.globalAlpha = ways > MANY ? MANY_OPACITY : 1;
  pen.strokeStyle = palette.ink2;
  pen.lineWidth = 1.25;
  pen.beginPath();
  for (const { x, y, ends } of ports) {
    for (const end of ends) {
      pen.moveTo(x, y);
      pen.lineTo(end.x, end.y);
    }
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

export function drawOutsideMarks(
  pen: Pen,
  buyers: readonly BuyerMark[],
  ports: readonly PortMark[],
  signs: Signs,
  palette: Palette,
): void {
  const half = signs.buyer / 2;
  for (const { x, y, isThere } of buyers) {
    pen.beginPath();
    pen.rect(x - half, y - half, 2 * half, 2 * half);
    pen.fillStyle = palette.paper;
    pen.fill();
    pen.strokeStyle = isThere ? palette.ink : palette.idle;
    pen.lineWidth = 2;
    pen.stroke();
  }
  pen.fillStyle = palette.ink;
  for (const { x, y } of ports) {
    pen.beginPath();
    pen.rect(x - signs.port / 2, y - signs.port / 2, signs.port, signs.port);
    pen.fill();
  }
}
